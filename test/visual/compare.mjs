// Compares the pictures of a cell.
import pixelmatch from 'pixelmatch';
import {crop, isBlank} from './png.mjs';

/**
 * How far apart two colours must be to differ (black and white are 1), and how many pixels of a square may. Letters that
 * another machine draws a little bolder differ less, or by single pixels here and there; what has moved by two pixels, or
 * is missing, differs by many pixels in one place.
 */
const THRESHOLD = 0.2;
const WINDOW = 16;
const MAX_PIXELS = 28;

/** How many pixels of height a cell may differ by; from another Chromium, whose layout may round otherwise, more. */
const MAX_HEIGHT = {same: 1, other: 8};

/**
 * What is wrong with the cells of a sheet: `[{name, issue, isSerious}]`. Differences in pixels are not serious where
 * another major version of Chromium made the picture that is expected. `onDiff(rows, top)` gets the rows of the picture
 * of differences.
 */
export const compareCells = (expected, actual, {isSameChromium, onDiff = () => {}}) => {
  const issues = [];
  const report = (name, issue, isSerious = true) => issues.push({name, issue, isSerious});
  const before = new Map(expected.cells.map((cell) => [cell.name, cell]));
  for (const cell of actual.cells) {
    const old = before.get(cell.name);
    before.delete(cell.name);
    const now = crop(actual.picture, cell);
    if (isBlank(now)) report(cell.name, 'is blank');
    if (!old) {
      report(cell.name, 'is new');
      continue;
    }
    const growth = cell.height - old.height;
    if (Math.abs(growth) > MAX_HEIGHT[isSameChromium ? 'same' : 'other'])
      report(cell.name, `is ${Math.abs(growth)} px ${growth > 0 ? 'higher' : 'lower'}`);
    const height = Math.min(cell.height, old.height);
    const {width} = now;
    const size = width * height * 4;
    const then = crop(expected.picture, {...old, height});
    if (then.data.equals(now.data.subarray(0, size))) continue;
    const diff = Buffer.alloc(size);
    const pixels = pixelmatch(then.data, now.data.subarray(0, size), diff, width, height, {
      threshold: THRESHOLD,
      windowSize: WINDOW,
    });
    onDiff(diff, cell.top);
    if (pixels > MAX_PIXELS)
      report(cell.name, `differs in ${pixels} of ${WINDOW ** 2} pixels in one place`, isSameChromium);
  }
  for (const name of before.keys()) report(name, 'is missing');
  return issues;
};
