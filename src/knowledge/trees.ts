/**
 * A tree whose nodes of one level all ask the same: is the value of this name at least so much? The answers, the first one
 * foremost, are the number of the leaf.
 */
export interface Tree {
  readonly of: readonly string[];
  readonly at: readonly number[];
  readonly leaves: readonly number[];
}

/**
 * What the trees say together.
 * @example summed([{ of: ["ahead"], at: [2], leaves: [-1, 1] }], { ahead: 3 }) // 1
 */
export const summed = (trees: readonly Tree[], values: Readonly<Record<string, number>>): number =>
  trees.reduce((sum, { of, at, leaves }) => {
    const leaf = of.reduce(
      (bits, name, level) => 2 * bits + Number((values[name] ?? 0) >= (at[level] as number)),
      0,
    );
    return sum + (leaves[leaf] as number);
  }, 0);
