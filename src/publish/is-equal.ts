const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * Whether two JSON values are equal, whatever the order of their keys. Objects may have no prototype, as those of
 * `parseJson`: common libraries throw on these, or find them unequal to others.
 */
export const isEqual = (a: unknown, b: unknown): boolean => {
  if (!isObject(a) || !isObject(b)) return a === b;
  const keys = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key as never], b[key as never]))
  );
};
