/** Settles as a promise does; rejects with what `late` returns if that takes longer than so many milliseconds. */
export const within = <T>(ms: number, promise: Promise<T>, late: () => Error): Promise<T> => {
  let timer: ReturnType<typeof setTimeout>;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), ms);
  });
  return Promise.race([promise, timeout]).finally(() => clearTimeout(timer));
};
