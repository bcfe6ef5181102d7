/** Gives what measures something the `after` of a test: what it starts is ended, the last first, whatever happens. */
export const tidily = async (measure, ...words) => {
  const endings = [];
  try {
    return await measure({after: (end) => endings.unshift(end)}, ...words);
  } finally {
    for (const end of endings) await end();
  }
};
