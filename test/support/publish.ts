/** What the tests of the feed tool look at from inside, in one graph of modules. */
export {accepted, published} from '../../src/publish/accept.js';
export {adviceFor, mendOf} from '../../src/publish/advice.js';
export {anomaliesOf} from '../../src/publish/anomalies.js';
export {readTable} from '../../src/publish/csv.js';
export {readFeedFile, rewriteFeed} from '../../src/publish/feed-file.js';
export {printLike} from '../../src/publish/layout.js';
export {deadLinks} from '../../src/publish/links.js';
export {problemsOf} from '../../src/publish/problems.js';
export {counted} from '../../src/publish/update.js';
export {FIGURES, FIGURE_IDS, tally} from '../../src/publish/viasna.js';
export {warningsOf} from '../../src/publish/warnings.js';
export {pointsOf} from '../../src/feed/history.js';
export {parseFeed} from '../../src/feed/parse-feed.js';
export * as leaves from '../../src/feed/leaves.js';
