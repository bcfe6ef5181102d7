// One timer for all countdowns of a page, for those on screen only: what both floors stand on.
const seen = new Set();
let timer;

const tick = () => {
  clearTimeout(timer);
  if (document.hidden || !seen.size) return;
  const now = Date.now();
  for (const element of seen) element.show(now);
  timer = setTimeout(tick, 1000 - (now % 1000));
};

const observer = new IntersectionObserver((entries) => {
  for (const {target, isIntersecting} of entries) seen[isIntersecting ? 'add' : 'delete'](target);
  tick();
});
document.addEventListener('visibilitychange', tick);

export const follow = (element) => observer.observe(element);
export const leave = (element) => {
  observer.unobserve(element);
  seen.delete(element);
};

const UNITS = [
  ['day', 86_400, Infinity],
  ['hour', 3600, 24],
  ['minute', 60, 60],
  ['second', 1, 60],
];

/** How much of each unit is left, with its word. */
export const left = (to, now) => {
  const seconds = Math.max(0, Math.floor((Date.parse(to) - now) / 1000));
  return UNITS.map(([word, size, most]) => {
    const number = Math.floor(seconds / size) % most;
    return [number, number === 1 ? word : `${word}s`];
  });
};
