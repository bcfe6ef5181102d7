/** Why a feed, or the part of it that an element shows, cannot be had; README's table says what to do. */
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
  | 'internal';

/** A reason; the message says where. */
export class FeedFault extends Error {
  constructor(
    readonly reason: FeedReason,
    message?: string,
    /** What the server said of when to come back: its `Retry-After`. */
    readonly retryAfter?: string | null,
  ) {
    super(message);
  }
}
