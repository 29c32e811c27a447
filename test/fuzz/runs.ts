/**
 * How many cases a property is tried with: a few seconds' worth as a rule, its share of `FUZZ` in the long form.
 * @param long the setting `FUZZ`, such as "100000"; empty or absent for the short form
 * @param share of the long form, from 0 to 1
 */
export function runs(long: string | undefined, short: number, share = 1): number {
  const asked = Number(long);
  return Number.isFinite(asked) && asked > 0 ? Math.max(short, Math.ceil(asked * share)) : short;
}
