const {hidden} = Object.getOwnPropertyDescriptors(Document.prototype);

/** Hides the page, as if another tab was shown, or shows it again. Undone by `showPage()`, which a test must call. */
export const hidePage = () => {
  Object.defineProperty(Document.prototype, 'hidden', {
    ...hidden,
    get: () => true,
  });
  document.dispatchEvent(new Event('visibilitychange'));
};

export const showPage = () => {
  Object.defineProperty(Document.prototype, 'hidden', hidden!);
  document.dispatchEvent(new Event('visibilitychange'));
};
