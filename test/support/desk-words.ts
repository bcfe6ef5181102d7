/** What the desk says of findings. */
export {findingDetail, findingSubject} from '../../src/desk/finding-text.js';
export {LANGUAGES} from '../../src/desk/words/index.js';
