/** What the loader needs of the house, in the chunk that all elements share. */
export {setDefaultSource} from '../feed/feed-controller.js';
export {adoptRequest} from '../feed/fetch-feed.js';
