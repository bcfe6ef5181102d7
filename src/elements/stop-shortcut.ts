/** A letter that a reader types is no shortcut of the page, which sees it come from an element that is no input. */
export const stopShortcut = (event: KeyboardEvent) => {
  if (event.key.length === 1) event.stopPropagation();
};
