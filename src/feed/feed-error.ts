/** Why a feed, or the part of it that an element shows, cannot be shown; the README's table says what to do. */
export type FeedReason =
  | 'no-source'
  | 'network'
  | 'timeout'
  | 'http'
  | 'too-large'
  | 'no-crypto'
  | 'signature'
  | 'not-json'
  | 'not-a-feed'
  | 'rollback'
  | 'section'
  | 'missing'
  | 'script'
  | 'internal';

/** A reason; the message says where: an address, or a place in the feed as a JSON pointer. */
export class FeedError extends Error {
  constructor(
    readonly reason: FeedReason,
    message?: string,
    /** The server's `Retry-After`. */
    readonly retryAfter?: string | null,
  ) {
    super(message);
  }
}
