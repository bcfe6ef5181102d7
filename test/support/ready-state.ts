const {readyState} = Object.getOwnPropertyDescriptors(Document.prototype);

/** Makes the page seem to be still being parsed, until `finishParsing()`, which a test must call. */
export const startParsing = () => {
  Object.defineProperty(Document.prototype, 'readyState', {
    ...readyState,
    get: () => 'loading',
  });
};

export const finishParsing = () => {
  Object.defineProperty(Document.prototype, 'readyState', readyState!);
  document.dispatchEvent(new Event('DOMContentLoaded'));
};
