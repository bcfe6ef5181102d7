/** The value in the middle, and half of the distance between the quartiles: an outlier moves neither. */
export const summary = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part) => {
    const place = part * (sorted.length - 1);
    const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
    return low + (high - low) * (place % 1);
  };
  return {median: at(0.5), spread: (at(0.75) - at(0.25)) / 2};
};

/**
 * The exponent of the power law that fits best, by least squares of the logarithms: 1 where the cost grows as the size
 * does, 2 where it grows as its square.
 */
export const exponent = (points) => {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)]);
  const mean = (i) => logs.reduce((sum, point) => sum + point[i], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  return logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0) / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
};
