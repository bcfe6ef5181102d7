// What a reader of a post sees of its widget.
import {until} from '../support/tab.mjs';

/* What runs in a post. */
const isDone = () => document.readyState === 'complete';
const look = () => {
  const content = document.querySelector('.entry-content');
  const element = content.querySelector('solidarity-counter');
  const frame = content.querySelector('iframe');
  if (frame) return getComputedStyle(frame).visibility === 'visible' && frame.height > 200 ? 'frame' : 'hidden frame';
  if (element)
    return element.shadowRoot?.querySelector('[part~="count"]') ? (element.getAttribute('variant') ?? 'card') : 'words';
  return content.innerText.trim() ? 'words' : 'nothing';
};

/** What a reader sees, as soon as it is what we expect, or at last. `act` is what the reader does first. */
export const seenAt = async (browser, address, expected, act = async () => {}) => {
  const tab = await browser.newPage();
  try {
    await tab.goto(address);
    await until(tab, isDone);
    await act(tab);
    let seen;
    const isExpected = {evaluate: async () => (seen = await tab.evaluate(look)) === expected};
    await until(isExpected).catch(() => {});
    return seen;
  } finally {
    await tab.close();
  }
};
