/** What the tests of the feed tool look at from inside, in one graph of modules. */
export {accepted, published} from '../../src/publish/check/accept.js';
export {adviceFor, mendOf} from '../../src/publish/check/advice.js';
export {anomaliesOf} from '../../src/publish/check/anomalies.js';
export {readTable} from '../../src/publish/import/csv.js';
export {readFeedFile, rewriteFeed} from '../../src/publish/feed-file.js';
export {printLike} from '../../src/publish/layout.js';
export {deadLinks} from '../../src/publish/check/links.js';
export {problemsOf} from '../../src/publish/check/problems.js';
export {counted} from '../../src/publish/import/update.js';
export {FIGURES, FIGURE_IDS, tally} from '../../src/publish/import/viasna.js';
export {warningsOf} from '../../src/publish/check/warnings.js';
export {pointsOf} from '../../src/feed/history.js';
export {parseFeed} from '../../src/feed/parse-feed.js';
export * as leaves from '../../src/feed/fields.js';
