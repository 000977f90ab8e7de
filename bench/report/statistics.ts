/** Times of one thing that was done many times, in milliseconds. */
export interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  readonly count: number;
}

/** Sums up times in milliseconds, of which there is at least one. */
export function timesOf(values: readonly number[]): Times {
  return { p50: quantile(values, 0.5), p95: quantile(values, 0.95), max: quantile(values, 1), count: values.length };
}

/** The value below which a share (0 to 1) of the values lies; NaN where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below === undefined || above === undefined ? Number.NaN : below + (above - below) * (place % 1);
}

/** The middle one of the values; NaN where there are none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/**
 * How costs grow with size: the exponent e of `cost = constant * size ** e` that fits best (a line through the
 * logarithms, least squares). NaN where there are fewer than two sizes or a cost is not above 0.
 */
export function growthExponent(points: readonly { readonly size: number; readonly cost: number }[]): number {
  const logs = points.map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(cost) }));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(logs.map(({ x }) => x)), mean(logs.map(({ y }) => y))];
  const covariance = mean(logs.map(({ x, y }) => (x - meanX) * (y - meanY)));
  return covariance / mean(logs.map(({ x }) => (x - meanX) ** 2));
}
