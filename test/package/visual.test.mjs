// Every element in every state, look and theme looks as in `test/visual/pictures/`.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {compareCells} from '../visual/compare.mjs';
import {decode, encode, isBlank, posterise} from '../visual/png.mjs';
import {bytesOf, describe, ELEMENTS, MAX_BYTES, openStudio, UPDATE} from '../visual/run.mjs';

const WIDTH = 60;

/** A picture with black rectangles `[x, y, width, height]` on white. */
const draw = (height, rectangles) => {
  const data = Buffer.alloc(WIDTH * height * 4, 255);
  for (const [left, top, width, high] of rectangles)
    for (let y = top; y < top + high; y++)
      for (let x = left; x < left + width; x++) data.fill(0, (y * WIDTH + x) * 4, (y * WIDTH + x) * 4 + 3);
  return {width: WIDTH, height, data};
};
const sheet = (picture, name = 'cell') => ({picture, cells: [{name, top: 0, height: picture.height}]});
const issuesOf = (expected, actual, isSameChromium = true) =>
  compareCells(expected, actual, {isSameChromium}).map(({issue, isSerious}) => [issue, isSerious]);

const LINE = [4, 20, 40, 10];
const BUTTON = [46, 4, 8, 8];
const known = sheet(draw(50, [LINE, BUTTON]));

test('a part that is missing or has moved is seen', () => {
  assert.deepEqual(issuesOf(known, known), []);
  for (const [moved, why] of [
    [[LINE], 'a button of 8 px is missing'],
    [[[4, 22, 40, 10], BUTTON], 'a line is 2 px lower'],
    [[LINE, [46, 8, 8, 8]], 'a button is 4 px lower'],
  ]) {
    const [[issue, isSerious]] = issuesOf(known, sheet(draw(50, moved)));
    assert.match(issue, /^differs in \d+ of 256 pixels/, why);
    assert.equal(isSerious, true);
    // Another Chromium may draw otherwise: that is told, and no failure.
    assert.equal(issuesOf(known, sheet(draw(50, moved)), false)[0][1], false);
  }
});

test('a cell that is blank, new, missing, or of another height is seen, whatever the Chromium', () => {
  for (const isSameChromium of [true, false]) {
    assert.ok(
      issuesOf(known, sheet(draw(50, [])), isSameChromium).some(
        ([issue, isSerious]) => issue === 'is blank' && isSerious,
      ),
    );
    assert.deepEqual(issuesOf(known, sheet(draw(70, [LINE, BUTTON])), isSameChromium), [['is 20 px higher', true]]);
    assert.deepEqual(issuesOf(known, sheet(draw(50, [LINE, BUTTON]), 'other'), isSameChromium), [
      ['is new', true],
      ['is missing', true],
    ]);
  }
});

test('letters that are a little bolder, and single pixels, are no difference', () => {
  const bolder = draw(50, [LINE, BUTTON]);
  for (let i = 0; i < bolder.data.length; i += 4) if (i % 3) bolder.data.fill(bolder.data[i] ? 225 : 30, i, i + 3);
  assert.deepEqual(issuesOf(known, sheet(bolder)), []);
  const speckled = draw(50, [LINE, BUTTON, [10, 40, 1, 1], [20, 44, 1, 1], [50, 40, 1, 1]]);
  assert.deepEqual(issuesOf(known, sheet(speckled)), []);
});

test('a picture is read as it was written', () => {
  for (const rectangles of [[LINE], [LINE, BUTTON], []]) {
    const picture = posterise(draw(50, rectangles));
    const {width, height, data} = decode(encode(picture));
    assert.deepEqual([width, height], [WIDTH, 50]);
    assert.ok(Buffer.from(data).equals(picture.data));
    assert.equal(isBlank(picture), rectangles.length === 0);
  }
  const colourful = {width: 4096, height: 1, data: Buffer.alloc(4096 * 4, 255)};
  for (let i = 0; i < 4096; i++) colourful.data.set([(i >> 8) * 17, ((i >> 4) & 15) * 17, (i & 15) * 17], i * 4);
  assert.ok(Buffer.from(decode(encode(colourful)).data).equals(colourful.data));
});

let studio;
before(async () => {
  studio = await openStudio();
});
after(() => studio.close());

for (const element of ELEMENTS)
  test(`solidarity-${element} looks as before`, {timeout: 600_000}, async (t) => {
    assert.ok(studio.hasPictures, `there are no pictures to compare with: run \`${UPDATE}\``);
    const {expected, actual} = studio.chromium;
    if (expected !== actual) t.diagnostic(`pictures are by Chromium ${expected}, this is ${actual}`);
    const issues = await studio.take(element);
    for (const issue of issues) if (!issue.isSerious) t.diagnostic(describe(issue));
    const serious = issues.filter(({isSerious}) => isSerious).map(describe);
    assert.deepEqual(serious, [], `look at test/visual/output/index.html; if it is right, run \`${UPDATE}\``);
  });

test('the pictures stay small', () => {
  assert.ok(studio.hasPictures, `there are no pictures: run \`${UPDATE}\``);
  const bytes = bytesOf();
  assert.ok(bytes <= MAX_BYTES, `${bytes} bytes are more than ${MAX_BYTES}`);
});
