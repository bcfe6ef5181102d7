import type {Organisation} from './sections/organisations.js';

/** Which links are shown: `all`, `unlisted` (only those that are verified as banned nowhere), or `none`. */
export type LinkPolicy = 'all' | 'unlisted' | 'none';

/** What may have a link: an organisation, a source, or the page of a way. */
export type Linked = Partial<Pick<Organisation, 'url' | 'status' | 'designatedIn'>>;

/** Whether a link may be shown: unknown is not clear. */
export const mayLink = <T extends Linked>(to: T, policy: LinkPolicy): to is T & {url: string} =>
  !!to.url && to.status !== 'closed' && (policy === 'all' || (policy === 'unlisted' && to.designatedIn?.length === 0));
