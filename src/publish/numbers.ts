/** A count for a publisher: `1,140`. */
export const formatCount = (value: number) => value.toLocaleString('en');

/** A change relative to the earlier value, `-22.5 %`; empty if that was 0. */
export const percentChange = (was: number, is: number): string =>
  was ? `${is > was ? '+' : ''}${Number((((is - was) / was) * 100).toFixed(1))} %` : '';
