import {pipeline, Readable} from 'node:stream';
import {parse} from 'csv-parse';
import type {SplitRecords} from './csv.js';

/** Splits a stream: the file is never in memory as a whole. */
export const splitStream: SplitRecords = (text, options) => {
  const parser = parse(options);
  // An error in any stream of the pipeline ends the loop over the records.
  pipeline(Readable.from(text), parser, () => {});
  return parser;
};
