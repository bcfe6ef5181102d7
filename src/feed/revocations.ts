/** The revocations that were seen, each as the revoked key and the key that revoked it, with a space between them. */
export type Revocations = Set<string>;

/** Lists of public keys, each of one publisher and in the order of trust; none where a feed may be unsigned. */
export type PinnedLists = readonly (readonly string[])[];

/**
 * Whether a key is in a pinned list (the one that is kept offline last), and was not revoked by a key after it in that
 * list: what a key says of another one counts only for pages that trust it more.
 */
export const isTrusted = (key: string | undefined, keys: readonly (string | undefined)[], revocations: Revocations) => {
  const rank = keys.indexOf(key);
  return rank >= 0 && !keys.slice(rank + 1).some((later) => revocations.has(`${key} ${later}`));
};
