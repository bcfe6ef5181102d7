import {parse} from 'csv-parse/browser/esm/sync';
import type {SplitRecords} from '../publish/import/csv.js';

/** Splits a text that is in memory as a whole, since csv-parse has streams for browsers only with a copy of Node's. */
export const splitText: SplitRecords = async function* (text, options) {
  let all = '';
  for await (const part of text) all += part;
  yield* parse(all, options) as Iterable<unknown>;
};
