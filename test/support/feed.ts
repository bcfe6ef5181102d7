/** A small, whole feed, and a way to put one where an element can read it without a request. */
export const feedOf = (sections: object = {}) => ({
  version: 1,
  serial: 1,
  issued: '2026-11-22T00:00:00Z',
  id: 'test',
  title: 'Test',
  ...sections,
});

/** A fresh figure of some value. */
export const held = (value: number) => ({
  id: 'held',
  title: 'Held',
  value,
  asOf: '2026-11-20',
  source: {name: 'Test'},
  definition: 'For a test',
});

let count = 0;

/** Puts a feed (or any text) into the page and returns the `src` that points to it. */
export const inlineFeed = (feed: object | string): string => {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.id = `feed-${++count}`;
  script.textContent = typeof feed === 'string' ? feed : JSON.stringify(feed);
  document.head.append(script);
  return `#${script.id}`;
};
