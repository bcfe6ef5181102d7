import {UserError} from '../../io.js';

/** The item of a section with an id, or its first. Stops where there is none, and names the ids that there are. */
export const findIn = <T extends {id: string}>(
  section: string,
  items: readonly T[],
  id: string | undefined,
  option: string,
): T => {
  const item = id === undefined ? items[0] : items.find((one) => one.id === id);
  if (item) return item;
  if (!items.length) throw new UserError(`The feed has nothing in /${section}.`, `Add it to the section “${section}”.`);
  throw new UserError(`/${section} has no “${id}”.`, `There is: ${option} ${items.map((one) => one.id).join(' | ')}`);
};
