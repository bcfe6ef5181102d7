/** The modules of the feed tool that tests use directly, from one module graph. */
export {findErrors} from '../../src/publish/check/errors.js';
export {invalidValue} from '../../src/publish/check/invalid-values.js';
export {findDeadLinks} from '../../src/publish/check/links.js';
export {fixFor} from '../../src/publish/check/refine-issues.js';
export {findSuspiciousChanges} from '../../src/publish/check/suspicious-changes.js';
export {findWarnings} from '../../src/publish/check/warnings.js';
export {readFeedFile, rewriteFeed} from '../../src/publish/feed-file.js';
export {readTable} from '../../src/publish/import/csv.js';
export {withCount} from '../../src/publish/import/figure-count.js';
export {tally} from '../../src/publish/import/viasna.js';
export {FIGURE_IDS, FIGURES} from '../../src/publish/import/viasna-figures.js';
export {stringifyLike} from '../../src/publish/json-format.js';
export {nextRevision, withCorrections} from '../../src/publish/revision.js';
export {pointsOf} from '../../src/feed/history.js';
export {parseFeed} from '../../src/feed/parse-feed.js';
export * as fields from '../../src/feed/fields.js';
