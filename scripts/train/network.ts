import { plainRowsOf, READ_AS, ROWS } from "../../src/reader/features.ts";
import { filledUp, type Kernels, Space } from "./kernels.ts";
import { inTwoBits } from "./two-bits.ts";

/** Numbers that look random and are the same each time (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Parameters in one block with Adam's moments; rows without a slope aren't touched. A row is filled up with noughts. */
export class Block {
  readonly values: Float32Array;
  readonly slopes: Float32Array;
  /** The values as the file will hold them: in two bits where the block is read so, else the values themselves. */
  readonly read: Float32Array;
  /** Of a row, with what it is filled up with. */
  readonly width: number;
  readonly #columns: number;
  readonly #mean: Float32Array;
  readonly #square: Float32Array;
  readonly #touched: Uint8Array;
  readonly #list: number[] = [];
  readonly #kernels: Kernels;
  readonly #decay: number;
  #step = 0;

  constructor(
    space: Space,
    rows: number,
    columns: number,
    start: () => number,
    { decay = 0, isInTwoBits = false } = {},
  ) {
    this.#columns = columns;
    this.width = filledUp(columns);
    this.#decay = decay;
    this.#kernels = space.kernels;
    const block = () => space.take(rows * this.width);
    [this.values, this.slopes, this.#mean, this.#square] = [block(), block(), block(), block()];
    this.#touched = new Uint8Array(rows);
    for (let row = 0; row < rows; row += 1)
      for (let i = 0; i < columns; i += 1) this.values[row * this.width + i] = start();
    this.read = isInTwoBits ? block() : this.values;
    for (let row = 0; row < rows; row += 1) this.#round(row);
  }

  #round(row: number): void {
    if (this.read !== this.values) inTwoBits(this.values, row * this.width, this.#columns, this.read);
  }

  touch(row: number): void {
    if (this.#touched[row] === 1) return;
    this.#touched[row] = 1;
    this.#list.push(row);
  }

  /** The values alone, without what rows are filled up with. */
  plain(): Float32Array {
    const columns = this.#columns;
    const rows = this.values.length / this.width;
    const out = new Float32Array(rows * columns);
    for (let row = 0; row < rows; row += 1)
      out.set(this.values.subarray(row * this.width, row * this.width + columns), row * columns);
    return out;
  }

  /** Adam with its usual constants. */
  step(rate: number): void {
    this.#step += 1;
    const by = rate / (1 - 0.9 ** this.#step);
    const scale = 1 / Math.sqrt(1 - 0.999 ** this.#step);
    const kept = 1 - rate * this.#decay;
    const { values, slopes, width } = this;
    for (const row of this.#list) {
      this.#touched[row] = 0;
      const at = row * width * 4;
      this.#kernels.adam(
        values.byteOffset + at,
        slopes.byteOffset + at,
        this.#mean.byteOffset + at,
        this.#square.byteOffset + at,
        width,
        kept,
        by,
        scale,
      );
      this.#round(row);
    }
    this.#list.length = 0;
  }
}

export interface Sizes {
  readonly dims: number;
  readonly hidden: number;
  /** Classes of each head. */
  readonly heads: Readonly<Record<string, number>>;
  readonly matters: number;
}

/** Memory for a network and the plain scores beside it: four numbers a parameter. */
export function spaceFor({ dims, hidden, heads, matters }: Sizes): Space {
  const ofHeads = Object.entries(heads).reduce(
    (sum, [name, classes]) =>
      sum + (hidden + plainRowsOf(name) + 2 * 8) * filledUp(classes) + 2 * 8 * classes,
    0,
  );
  const inputs = filledUp(READ_AS * dims + matters);
  return new Space(
    4 * (hidden * (inputs + 8) + ofHeads + inputs) + 5 * ROWS * filledUp(dims) + filledUp(dims),
  );
}

const nought = () => 0;

/** What each feature says by itself of one head's classes: a linear score beside the network's. */
export class Plain {
  readonly rows: number;
  readonly weights: Block;
  readonly bias: Block;
  readonly #kernels: Kernels;
  readonly #sum: Float32Array;

  constructor(space: Space, name: string, classes: number) {
    this.rows = plainRowsOf(name);
    this.weights = new Block(space, this.rows, classes, nought);
    this.bias = new Block(space, classes, 1, nought);
    this.#kernels = space.kernels;
    this.#sum = space.take(this.weights.width);
  }

  logits(rows: Int32Array): Float32Array {
    const { width, values } = this.weights;
    this.#sum.fill(0);
    for (const row of rows)
      this.#kernels.add(this.#sum.byteOffset, values.byteOffset + (row % this.rows) * width * 4, width, 1);
    const share = 1 / Math.sqrt(rows.length || 1);
    return this.bias.plain().map((value, c) => value + (this.#sum[c] as number) * share);
  }

  step(rate: number): void {
    this.weights.step(rate);
    this.bias.step(rate);
  }

  back(rows: Int32Array, slope: Float32Array): void {
    addSlope(this.bias, slope);
    this.#sum.fill(0);
    this.#sum.set(slope);
    const { width, slopes } = this.weights;
    const share = 1 / Math.sqrt(rows.length || 1);
    for (const row of rows) {
      const at = row % this.rows;
      this.weights.touch(at);
      this.#kernels.add(slopes.byteOffset + at * width * 4, this.#sum.byteOffset, width, share);
    }
  }
}

/** To a bias: one number a row. */
function addSlope(bias: Block, slope: Float32Array): void {
  slope.forEach((by, c) => {
    bias.touch(c);
    bias.slopes[c * bias.width] = (bias.slopes[c * bias.width] as number) + by;
  });
}

/** The table, one layer, and the heads on it. */
export class Network {
  readonly sizes: Sizes;
  readonly table: Block;
  readonly layer: Block;
  readonly layerBias: Block;
  /** A row a unit: most units of a message are 0, and their rows are skipped. */
  readonly heads: Readonly<Record<string, { readonly weights: Block; readonly bias: Block }>>;
  readonly #kernels: Kernels;
  /** The vectors of the message's windows and what is open, as one; and its slope. */
  readonly #input: Float32Array;
  readonly #slope: Float32Array;
  /** One vector, or its slope. */
  readonly #sum: Float32Array;
  /** Of a head's classes. */
  readonly #classes: Readonly<Record<string, Float32Array>>;

  constructor(space: Space, sizes: Sizes, seed: number) {
    const random = numbersFrom(seed);
    const within = (spread: number) => () => (random() * 2 - 1) * spread;
    const { dims, hidden } = sizes;
    this.sizes = sizes;
    this.#kernels = space.kernels;
    this.table = new Block(space, ROWS, dims, within(0.05), { isInTwoBits: true });
    const inputs = READ_AS * dims + sizes.matters;
    this.layer = new Block(space, hidden, inputs, within(Math.sqrt(3 / inputs)), { decay: 0.01 });
    this.layerBias = new Block(space, hidden, 1, nought);
    this.heads = Object.fromEntries(
      Object.entries(sizes.heads).map(([name, classes]) => [
        name,
        {
          weights: new Block(space, hidden, classes, within(Math.sqrt(3 / hidden)), { decay: 0.01 }),
          bias: new Block(space, classes, 1, nought),
        },
      ]),
    );
    this.#input = space.take(this.layer.width);
    this.#slope = space.take(this.layer.width);
    this.#sum = space.take(this.table.width);
    this.#classes = Object.fromEntries(
      Object.entries(this.heads).map(([name, { weights }]) => [name, space.take(weights.width)]),
    );
  }

  /** The sum of the rows, by the root of their number. */
  vector(rows: Int32Array): Float32Array {
    const { read, width } = this.table;
    const sum = this.#sum.fill(0);
    for (const row of rows) this.#kernels.add(sum.byteOffset, read.byteOffset + row * width * 4, width, 1);
    const scale = 1 / Math.sqrt(rows.length || 1);
    return sum.subarray(0, this.sizes.dims).map((value) => value * scale);
  }

  /** Adds a slope of the vector to the rows. */
  backTable(rows: Int32Array, slope: Float32Array): void {
    const { slopes, width } = this.table;
    this.#sum.fill(0);
    this.#sum.set(slope);
    const scale = 1 / Math.sqrt(rows.length || 1);
    for (const row of rows) {
      this.table.touch(row);
      this.#kernels.add(slopes.byteOffset + row * width * 4, this.#sum.byteOffset, width, scale);
    }
  }

  /** The units of the layer; those that aren't kept are 0. */
  hiddenOf(vectors: readonly Float32Array[], matter: number, kept: Uint8Array): Float32Array {
    const { values, width } = this.layer;
    const { hidden } = this.sizes;
    this.#setInput(vectors, matter);
    const out = new Float32Array(hidden);
    for (let h = 0; h < hidden; h += 1) {
      if (kept[h] === 0) continue;
      const sum =
        this.#kernels.dot(values.byteOffset + h * width * 4, this.#input.byteOffset, width) +
        (this.layerBias.values[h * this.layerBias.width] as number);
      out[h] = sum > 0 ? sum : 0;
    }
    return out;
  }

  #setInput(vectors: readonly Float32Array[], matter: number): void {
    const { dims } = this.sizes;
    this.#input.fill(0);
    vectors.forEach((vector, window) => {
      this.#input.set(vector, window * dims);
    });
    this.#input[READ_AS * dims + matter] = 1;
  }

  logits(name: string, hidden: Float32Array): Float32Array {
    const [head, sum] = [this.heads[name], this.#classes[name]];
    if (head === undefined || sum === undefined) throw new Error(name);
    const { values, width } = head.weights;
    sum.fill(0);
    for (let h = 0; h < hidden.length; h += 1) {
      const value = hidden[h] as number;
      if (value !== 0) this.#kernels.add(sum.byteOffset, values.byteOffset + h * width * 4, width, value);
    }
    return head.bias.plain().map((value, c) => value + (sum[c] as number));
  }

  /**
   * @param windows the rows of each window, with their vectors
   * @param slopesOf for each head with a label the slope of its logits
   */
  backHeads(
    windows: readonly Int32Array[],
    vectors: readonly Float32Array[],
    matter: number,
    hidden: Float32Array,
    slopesOf: Readonly<Record<string, Float32Array>>,
  ): void {
    const back = new Float32Array(hidden.length);
    for (const [name, slope] of Object.entries(slopesOf)) {
      const [head, own] = [this.heads[name], this.#classes[name]];
      if (head === undefined || own === undefined) continue;
      own.fill(0);
      own.set(slope);
      addSlope(head.bias, slope);
      const { values, slopes, width } = head.weights;
      for (let h = 0; h < hidden.length; h += 1) {
        const value = hidden[h] as number;
        if (value === 0) continue;
        head.weights.touch(h);
        const at = h * width * 4;
        this.#kernels.add(slopes.byteOffset + at, own.byteOffset, width, value);
        back[h] = (back[h] as number) + this.#kernels.dot(values.byteOffset + at, own.byteOffset, width);
      }
    }
    this.#setInput(vectors, matter);
    const toInput = this.#slope.fill(0);
    const { values, slopes, width } = this.layer;
    for (let h = 0; h < hidden.length; h += 1) {
      const slope = back[h] as number;
      if (slope === 0) continue;
      this.layer.touch(h);
      this.layerBias.touch(h);
      const bias = h * this.layerBias.width;
      this.layerBias.slopes[bias] = (this.layerBias.slopes[bias] as number) + slope;
      const at = h * width * 4;
      this.#kernels.add(slopes.byteOffset + at, this.#input.byteOffset, width, slope);
      this.#kernels.add(toInput.byteOffset, values.byteOffset + at, width, slope);
    }
    const { dims } = this.sizes;
    windows.forEach((rows, window) => {
      this.backTable(rows, toInput.subarray(window * dims, (window + 1) * dims));
    });
  }

  step(rate: number): void {
    this.table.step(rate);
    this.layer.step(rate);
    this.layerBias.step(rate);
    for (const { weights, bias } of Object.values(this.heads)) {
      weights.step(rate);
      bias.step(rate);
    }
  }
}
