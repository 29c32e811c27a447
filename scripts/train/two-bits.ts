/**
 * Rounds a row to the four numbers that two bits hold: -3, -1, 1 and 3 times half a step, the step that loses least of numbers
 * with a bell's shape. Training reads the table as it will be read, so rounding costs nothing that it didn't learn to do without.
 * @param columns of the row, which begins at `at`; `into` gets the rounded row at the same place
 * @returns half a step as the power of two, in eighths (`scaleOf`)
 */
export function inTwoBits(values: Float32Array, at: number, columns: number, into: Float32Array): number {
  let sum = 0;
  for (let i = at; i < at + columns; i += 1) sum += Math.abs(values[i] as number);
  const eighths = Math.max(LEAST, Math.min(127, Math.round(8 * Math.log2((HALF_STEP * sum) / columns))));
  const half = 2 ** (eighths / 8);
  for (let i = at; i < at + columns; i += 1) {
    const value = values[i] as number;
    const rounded = Math.abs(value) > 2 * half ? 3 * half : half;
    into[i] = value < 0 ? -rounded : rounded;
  }
  return eighths;
}

/** Of the mean of the numbers' sizes. */
const HALF_STEP = 0.625;
/** What a scale's byte holds. */
const LEAST = -128;
