import type { Block } from "./network.ts";

/**
 * The mean of all parameters over the last part of training. Each order of the messages ends at another place around the same
 * good one; their mean is nearer to it, and a single reading depends less on chance.
 */
export class Mean {
  readonly #blocks: readonly Block[];
  #count = 0;
  #values: Float32Array[] = [];

  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks;
  }

  /** Takes in what the parameters are now. */
  add(): void {
    this.#count += 1;
    if (this.#count === 1) {
      this.#values = this.#blocks.map(({ values }) => values.slice());
      return;
    }
    const share = 1 / this.#count;
    this.#blocks.forEach(({ values }, b) => {
      const to = this.#values[b] as Float32Array;
      for (let i = 0; i < to.length; i += 1)
        to[i] = (to[i] as number) + share * ((values[i] as number) - (to[i] as number));
    });
  }

  /** Makes the mean what the parameters are. */
  take(): void {
    this.#values.forEach((values, b) => {
      this.#blocks[b]?.values.set(values);
    });
  }
}
