import {readTable as readTableOf, type TableOptions} from '../../src/publish/import/csv.js';
import type {Open} from '../../src/publish/import/encoding.js';
import {splitStream} from '../../src/publish/import/split-stream.js';

/** Reads a table as the feed tool does. */
export const readTable = (open: Open, options: TableOptions) => readTableOf(open, splitStream, options);

/** The modules of the feed tool that tests use directly, from one module graph. */
export {checkFeed} from '../../src/publish/check/check.js';
export {isBlocking, isSuspicious, SEVERITIES, severityOf} from '../../src/publish/check/findings.js';
export {findDeadLinks} from '../../src/publish/check/links.js';
export {fixFor, invalidValue} from '../../src/publish/check/values.js';
export {readFeedFile, rewriteFeed} from '../../src/publish/feed-file.js';
export {withCount} from '../../src/publish/import/figures.js';
export {tally} from '../../src/publish/import/count.js';
export {NO_WORDS, TOTAL_WORDS, UNKNOWN_WORDS} from '../../src/publish/import/words.js';
export {parseMapping} from '../../src/publish/import/mapping.js';
export {VIASNA} from '../../src/publish/import/viasna.js';
export {UserError} from '../../src/publish/io.js';
export {editJson, parseJson} from '../../src/publish/json.js';
export {nextRevision, withCorrections} from '../../src/publish/revision.js';
export {pointsOf} from '../../src/feed/history.js';
export {parseFeed} from '../../src/feed/parse-feed.js';
export {FEED_SCHEMA} from '../../src/publish/feed-schema.js';
export {importList} from '../../src/publish/commands/import.js';
export {Command} from 'commander';
