import { COARSE_ROWS, ROWS } from "../../src/reader/features.ts";

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

/** Parameters in one block with Adam's moments; rows without a slope aren't touched. */
export class Block {
  readonly values: Float32Array;
  readonly slopes: Float32Array;
  readonly #mean: Float32Array;
  readonly #square: Float32Array;
  readonly width: number;
  readonly #touched: Uint8Array;
  readonly #list: number[] = [];
  #step = 0;
  readonly #decay: number;

  constructor(rows: number, width: number, spread: number, random: () => number, decay = 0) {
    this.width = width;
    this.#decay = decay;
    this.values = new Float32Array(rows * width);
    this.slopes = new Float32Array(rows * width);
    this.#mean = new Float32Array(rows * width);
    this.#square = new Float32Array(rows * width);
    this.#touched = new Uint8Array(rows);
    for (let i = 0; i < this.values.length; i += 1) this.values[i] = (random() * 2 - 1) * spread;
  }

  touch(row: number): void {
    if (this.#touched[row] === 1) return;
    this.#touched[row] = 1;
    this.#list.push(row);
  }

  /** Adam with its usual constants. */
  step(rate: number): void {
    this.#step += 1;
    const one = 1 - 0.9 ** this.#step;
    const two = 1 - 0.999 ** this.#step;
    const { values, slopes, width } = this;
    const mean = this.#mean;
    const square = this.#square;
    for (const row of this.#list) {
      this.#touched[row] = 0;
      const end = (row + 1) * width;
      for (let i = row * width; i < end; i += 1) {
        const slope = slopes[i] as number;
        slopes[i] = 0;
        const m = 0.9 * (mean[i] as number) + 0.1 * slope;
        const s = 0.999 * (square[i] as number) + 0.001 * slope * slope;
        mean[i] = m;
        square[i] = s;
        values[i] =
          (values[i] as number) * (1 - rate * this.#decay) - (rate * m) / one / (Math.sqrt(s / two) + 1e-8);
      }
    }
    this.#list.length = 0;
  }

  touchAll(): void {
    for (let row = 0; row < this.#touched.length; row += 1) this.touch(row);
  }
}

export interface Sizes {
  readonly dims: number;
  readonly hidden: number;
  /** Classes of each head. */
  readonly heads: Readonly<Record<string, number>>;
  readonly matters: number;
}

/** What each feature says by itself of one head's classes: a linear score beside the network's. */
export class Plain {
  readonly rows: number;
  readonly weights: Block;
  readonly bias: Block;

  constructor(name: string, classes: number) {
    this.rows = name === "danger" ? ROWS : COARSE_ROWS;
    this.weights = new Block(this.rows, classes, 0, () => 0);
    this.bias = new Block(classes, 1, 0, () => 0);
  }

  logits(rows: Int32Array): Float32Array {
    const classes = this.bias.values.length;
    const sum = new Float32Array(classes);
    for (const row of rows) {
      const at = (row % this.rows) * classes;
      for (let c = 0; c < classes; c += 1)
        sum[c] = (sum[c] as number) + (this.weights.values[at + c] as number);
    }
    const share = 1 / Math.sqrt(rows.length || 1);
    return sum.map((value, c) => value * share + (this.bias.values[c] as number));
  }

  step(rate: number): void {
    this.weights.step(rate);
    this.bias.step(rate);
  }

  back(rows: Int32Array, slope: Float32Array): void {
    const classes = this.bias.values.length;
    const share = 1 / Math.sqrt(rows.length || 1);
    for (let c = 0; c < classes; c += 1) {
      this.bias.touch(c);
      this.bias.slopes[c] = (this.bias.slopes[c] as number) + (slope[c] as number);
    }
    for (const row of rows) {
      const at = row % this.rows;
      this.weights.touch(at);
      for (let c = 0; c < classes; c += 1)
        this.weights.slopes[at * classes + c] =
          (this.weights.slopes[at * classes + c] as number) + (slope[c] as number) * share;
    }
  }
}

/** The table, one layer, and the heads on it. */
export class Network {
  readonly sizes: Sizes;
  readonly table: Block;
  readonly layer: Block;
  readonly layerBias: Block;
  readonly heads: Readonly<Record<string, { readonly weights: Block; readonly bias: Block }>>;

  constructor(sizes: Sizes, seed: number) {
    const random = numbersFrom(seed);
    const { dims, hidden } = sizes;
    this.sizes = sizes;
    this.table = new Block(ROWS, dims, 0.05, random);
    const inputs = dims + sizes.matters;
    this.layer = new Block(hidden, inputs, Math.sqrt(3 / inputs), random, 0.01);
    this.layerBias = new Block(hidden, 1, 0, random);
    this.heads = Object.fromEntries(
      Object.entries(sizes.heads).map(([name, classes]) => [
        name,
        {
          weights: new Block(classes, hidden, Math.sqrt(3 / hidden), random, 0.01),
          bias: new Block(classes, 1, 0, random),
        },
      ]),
    );
  }

  /** The weighted sum of the rows, by the root of their number. */
  vector(rows: Int32Array, into: Float32Array): void {
    const { dims } = this.sizes;
    const { values } = this.table;
    into.fill(0);
    for (const row of rows) {
      const at = row * dims;
      for (let d = 0; d < dims; d += 1) into[d] = (into[d] as number) + (values[at + d] as number);
    }
    const scale = 1 / Math.sqrt(rows.length || 1);
    for (let d = 0; d < dims; d += 1) into[d] = (into[d] as number) * scale;
  }

  /** Adds a slope of the vector to the rows. */
  backTable(rows: Int32Array, slope: Float32Array): void {
    const { dims } = this.sizes;
    const { slopes } = this.table;
    const scale = 1 / Math.sqrt(rows.length || 1);
    for (const row of rows) {
      this.table.touch(row);
      const at = row * dims;
      for (let d = 0; d < dims; d += 1)
        slopes[at + d] = (slopes[at + d] as number) + (slope[d] as number) * scale;
    }
  }

  hiddenOf(vector: Float32Array, matter: number, keep: (unit: number) => boolean): Float32Array {
    const { dims, hidden, matters } = this.sizes;
    const inputs = dims + matters;
    const out = new Float32Array(hidden);
    for (let h = 0; h < hidden; h += 1) {
      if (!keep(h)) continue;
      let sum = this.layerBias.values[h] as number;
      const at = h * inputs;
      for (let d = 0; d < dims; d += 1) sum += (this.layer.values[at + d] as number) * (vector[d] as number);
      sum += this.layer.values[at + dims + matter] as number;
      out[h] = sum > 0 ? sum : 0;
    }
    return out;
  }

  logits(name: string, hidden: Float32Array): Float32Array {
    const head = this.heads[name];
    if (head === undefined) throw new Error(name);
    const classes = head.bias.values.length;
    const out = new Float32Array(classes);
    for (let c = 0; c < classes; c += 1) {
      let sum = head.bias.values[c] as number;
      const at = c * hidden.length;
      for (let h = 0; h < hidden.length; h += 1)
        sum += (head.weights.values[at + h] as number) * (hidden[h] as number);
      out[c] = sum;
    }
    return out;
  }

  /** @param slopesOf for each head with a label the slope of its logits */
  backHeads(
    rows: Int32Array,
    vector: Float32Array,
    matter: number,
    hidden: Float32Array,
    slopesOf: Readonly<Record<string, Float32Array>>,
  ): void {
    const { dims, matters } = this.sizes;
    const inputs = dims + matters;
    const back = new Float32Array(hidden.length);
    for (const [name, slopes] of Object.entries(slopesOf)) {
      const head = this.heads[name];
      if (head === undefined) continue;
      for (let c = 0; c < slopes.length; c += 1) {
        const slope = slopes[c] as number;
        if (slope === 0) continue;
        head.weights.touch(c);
        head.bias.touch(c);
        head.bias.slopes[c] = (head.bias.slopes[c] as number) + slope;
        const at = c * hidden.length;
        for (let h = 0; h < hidden.length; h += 1) {
          const value = hidden[h] as number;
          if (value === 0) continue;
          head.weights.slopes[at + h] = (head.weights.slopes[at + h] as number) + slope * value;
          back[h] = (back[h] as number) + slope * (head.weights.values[at + h] as number);
        }
      }
    }
    const toVector = new Float32Array(dims);
    for (let h = 0; h < hidden.length; h += 1) {
      if ((hidden[h] as number) <= 0) continue;
      const slope = back[h] as number;
      if (slope === 0) continue;
      this.layer.touch(h);
      this.layerBias.touch(h);
      this.layerBias.slopes[h] = (this.layerBias.slopes[h] as number) + slope;
      const at = h * inputs;
      for (let d = 0; d < dims; d += 1) {
        this.layer.slopes[at + d] = (this.layer.slopes[at + d] as number) + slope * (vector[d] as number);
        toVector[d] = (toVector[d] as number) + slope * (this.layer.values[at + d] as number);
      }
      this.layer.slopes[at + dims + matter] = (this.layer.slopes[at + dims + matter] as number) + slope;
    }
    this.backTable(rows, toVector);
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
