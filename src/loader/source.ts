import type {DefaultSource} from '../feed/feed-controller.js';

/** The feed that a script tag names, or `feed.json` beside the script, and what the tag asks of it. */
export const sourceOf = ({src, dataset}: HTMLScriptElement): [url: string, terms: DefaultSource] => [
  dataset.src ? new URL(dataset.src, document.baseURI).href : new URL('feed.json', src).href,
  {keys: dataset.key, serial: Number(dataset.serial), snapshot: dataset.snapshot},
];
