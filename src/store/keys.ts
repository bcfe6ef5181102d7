/** Public keys, base64url, separated by white space, the offline one last. */
const split = (keys: string) => keys.trim().split(/\s+/);

/**
 * The public keys that a page pins, by feed address. They only tighten: once a feed is pinned, later lists can take keys
 * away from it and add none. A feed without a list of its own needs a key of any other, as soon as there is one: no feed
 * of the page is then accepted unsigned.
 */
export class PinnedKeys {
  readonly #lists = new Map<string, readonly string[]>();

  /** Pins the keys of a feed. An empty list is a mistake, and accepts nothing. */
  pin(url: string, keys: string) {
    const list = split(keys);
    this.#lists.set(url, this.#lists.get(url)?.filter((key) => list.includes(key)) ?? list);
  }

  /** The keys for a feed, in the order of trust; undefined where it may be unsigned. */
  for(url: string): readonly string[] | undefined {
    return this.#lists.get(url) ?? (this.#lists.size ? [...this.#lists.values()].flat() : undefined);
  }
}
