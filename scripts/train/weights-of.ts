import { READ_AS } from "../../src/reader/features.ts";
import { MATTERS } from "../../src/reader/names/labels.ts";
import {
  HALF,
  isApart,
  type PackedTable,
  scaleOf,
  type Table,
  WEIGHTS_VERSION,
  type Weights,
  type WeightsHeader,
} from "../../src/reader/weights.ts";
import { HEADS } from "./examples.ts";
import type { Learned } from "./learn.ts";
import type { Network, Plain } from "./network.ts";
import { inTwoBits } from "./two-bits.ts";

/** What was learned, in the form of the file. */
export function weightsOf(
  { network, plain, known }: Learned,
  {
    inputs,
    sections,
    seed,
    calibration,
  }: Pick<WeightsHeader, "inputs" | "sections" | "seed" | "calibration">,
): Weights {
  const { dims, hidden, matters } = network.sizes;
  const names = Object.keys(HEADS);
  return {
    header: {
      version: WEIGHTS_VERSION,
      inputs,
      sections,
      seed,
      dims,
      hidden,
      matters: MATTERS,
      heads: HEADS,
      calibration,
    },
    known,
    table: packedInTwoBits(network.table.plain(), dims),
    danger: inEightBits(plain.danger?.weights.plain() ?? new Float32Array(), 1),
    acts: sideBySide([plain.act as Plain]),
    coarse: sideBySide(names.filter((name) => !isApart(name)).map((name) => plain[name] as Plain)),
    layer: inEightBits(turned(network.layer.plain(), hidden, READ_AS * dims + matters), hidden),
    layerBias: network.layerBias.plain(),
    heads: Object.fromEntries(
      names.map((name) => {
        const { weights, bias } = network.heads[name] as Network["heads"][string];
        const own = plain[name]?.bias.plain();
        const both = bias.plain().map((value, i) => value + (own?.[i] as number));
        const classes = HEADS[name] as readonly string[];
        const table = inEightBits(weights.plain(), classes.length);
        return [name, { classes, weights: table, bias: both }];
      }),
    ),
  };
}

/** Rows for columns: training has a row a unit or a class, reading adds up rows. */
function turned(values: Float32Array, rows: number, columns: number): Float32Array {
  const out = new Float32Array(values.length);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      out[column * rows + row] = values[row * columns + column] as number;
  return out;
}

/** As training reads it. */
function packedInTwoBits(values: Float32Array, columns: number): PackedTable {
  const rounded = new Float32Array(values.length);
  const scale = Int8Array.from({ length: values.length / columns }, (_, row) =>
    inTwoBits(values, row * columns, columns, rounded),
  );
  const bitsOf = (i: number): number =>
    ((rounded[i] as number) / scaleOf(scale[Math.floor(i / columns)] as number) + 3) / 2;
  return {
    scale,
    values: Uint8Array.from({ length: values.length / 4 }, (_, at) =>
      [0, 1, 2, 3].reduce((byte, i) => byte | (Math.round(bitsOf(4 * at + i)) << (2 * i)), 0),
    ),
  };
}

/** Each row by its own scale: a word that says much has large numbers, most have small ones. */
function inFourBits(values: Float32Array, columns: number): PackedTable {
  const scale = Int8Array.from({ length: values.length / columns }, (_, row) => {
    const most = values
      .subarray(row * columns, (row + 1) * columns)
      .reduce((high, value) => Math.max(high, Math.abs(value)), 0);
    return Math.max(-128, Math.min(127, Math.round(8 * Math.log2(most / MOST))));
  });
  const inBits = (i: number): number => {
    const by = scaleOf(scale[Math.floor(i / columns)] as number);
    return Math.max(-MOST, Math.min(MOST, Math.round((values[i] as number) / by))) + HALF;
  };
  return {
    scale,
    values: Uint8Array.from(
      { length: values.length / 2 },
      (_, i) => inBits(2 * i) | (inBits(2 * i + 1) << 4),
    ),
  };
}

/** In four bits. */
const MOST = 7;

/** Each column by its own scale. */
function inEightBits(values: Float32Array, columns: number): Table {
  const scale = new Float32Array(columns);
  values.forEach((value, i) => {
    scale[i % columns] = Math.max(scale[i % columns] as number, Math.abs(value) / 127);
  });
  return {
    values: Int8Array.from(values, (value, i) => Math.round(value / (scale[i % columns] || 1))),
    scale,
  };
}

function sideBySide(tables: readonly Plain[]): PackedTable {
  const rows = tables[0]?.rows ?? 0;
  const columns = tables.reduce((sum, { bias }) => sum + bias.plain().length, 0);
  const all = new Float32Array(rows * columns);
  let from = 0;
  for (const { weights } of tables) {
    const values = weights.plain();
    const width = values.length / rows;
    for (let row = 0; row < rows; row += 1)
      all.set(values.subarray(row * width, (row + 1) * width), row * columns + from);
    from += width;
  }
  return inFourBits(all, columns);
}
