import {slug} from './item-id.js';

/** A feed without numbers: an unknown number is never 0. `now` is an instant in UTC. */
export const newFeed = (title: string, lang: string, now: string) => ({
  version: 1,
  // The first one that is saved has 1.
  serial: 0,
  issued: now,
  id: slug(title) || 'campaign',
  title,
  lang,
  figures: [],
});
