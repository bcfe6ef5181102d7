/** Copies the text of a field. Where the browser or the page forbids that, selects it, and gives false. */
export const copyField = async (field: HTMLTextAreaElement): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return false;
  }
};
