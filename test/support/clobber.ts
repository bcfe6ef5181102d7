/** Fields that replace the members of their form: one with the name of each that a form has. */
export const fieldsLikeMembers = (): HTMLInputElement[] => {
  const names = new Set<string>();
  for (let at: object = HTMLFormElement.prototype; at !== Object.prototype; at = Object.getPrototypeOf(at) as object)
    for (const name of Object.getOwnPropertyNames(at)) names.add(name);
  return [...names].map((name) => {
    const field = document.createElement('input');
    field.setAttribute('name', name);
    return field;
  });
};
