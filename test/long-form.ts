/** Whether `npm run test:long` runs, which has hours; `npm test` is to be over in minutes. */
export const isLong = process.env.LONG !== undefined;

/**
 * The size of a test that has two.
 * @example const KILLS = form({ short: 2, long: 12 });
 */
export const form = <T>({ short, long }: { readonly short: T; readonly long: T }): T =>
  isLong ? long : short;
