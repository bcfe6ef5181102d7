/** The civil date in a file's name, if there is one: never the date of the file itself. */
export const dateInName = (name: string): string | undefined => {
  const dates = new Set(name.match(/(?<!\d)\d{4}-\d\d-\d\d(?!\d)/g));
  return dates.size === 1 ? [...dates][0] : undefined;
};
