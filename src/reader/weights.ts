import { ACT_ROWS, COARSE_ROWS, plainRowsOf, READ_AS, ROWS } from "./features.ts";
import { KNOWN_BYTES, type KnownFeatures } from "./known-features.ts";

/** Changes with the form of the file and with the features. */
export const WEIGHTS_VERSION = 5;
const MAGIC = "TL138";

/** What stands at the beginning of the file, as JSON. */
export interface WeightsHeader {
  readonly version: number;
  /** Of the messages and the settings that it was trained from. */
  readonly inputs: string;
  /** Of each section whose wordings it was trained with; those that come later are read by their words all the same. */
  readonly sections: readonly string[];
  readonly seed: number;
  readonly dims: number;
  readonly hidden: number;
  readonly matters: readonly string[];
  /** The classes of each head, in the order of its rows. */
  readonly heads: Readonly<Record<string, readonly string[]>>;
  /** Slope and offset of each head's logits, so that of ten messages at 0.9 nine are what it says. */
  readonly calibration: Readonly<Record<string, readonly [slope: number, offset: number]>>;
}

/** Numbers in eight bits: each is what stands here by the scale of its column. */
export interface Table {
  readonly values: Int8Array;
  readonly scale: Float32Array;
}

/**
 * Numbers in four or two bits, each by the scale of its row. They stay packed: a message reads a few rows, and unpacking all of
 * them would cost each start.
 */
export interface PackedTable {
  /** Two or four numbers a byte, the first in its lowest bits: in four bits `HALF` too high; in two 0, 1, 2, 3 for -3, -1, 1, 3. */
  readonly values: Uint8Array;
  /** As the power of two, in steps of an eighth. */
  readonly scale: Int8Array;
}

/** Four bits hold -8 to 7. */
export const HALF = 8;

/** What a row of a packed table is multiplied by. */
export const scaleOf = (eighths: number): number => 2 ** (eighths / 8);

export interface Head {
  readonly classes: readonly string[];
  /** A row a unit of the layer, a column a class. */
  readonly weights: Table;
  readonly bias: Float32Array;
}

export interface Weights {
  readonly header: WeightsHeader;
  readonly known: KnownFeatures;
  /** `ROWS` times `dims`, a multiple of four, in two bits. */
  readonly table: PackedTable;
  /** What each feature says of a danger by itself: one number a row of the table. */
  readonly danger: Table;
  /** What it says of each act: `ACT_ROWS` times the acts, in four bits. */
  readonly acts: PackedTable;
  /** What it says of each class of the other heads: `COARSE_ROWS` times the classes, head after head, in four bits. */
  readonly coarse: PackedTable;
  /** A row a number of the vector of each window, then one a matter; a column a unit. */
  readonly layer: Table;
  readonly layerBias: Float32Array;
  readonly heads: Readonly<Record<string, Head>>;
}

/**
 * The file: five letters, the header's length in four bytes (little endian), the header, then filled up to a multiple of
 * four; the features that are known, the tables, each with its scales, the layer (one too) and its bias, and each head's table
 * and bias, in the order of the header.
 * @throws Error in one sentence where the file is cut, longer, or of another version
 */
export function parseWeights(bytes: Uint8Array): Weights {
  const header = headerOf(bytes);
  if (header === undefined || header.version !== WEIGHTS_VERSION)
    throw new Error(
      "Tệp trọng số của bộ đọc tin (src/reader/weights.bin) không đúng bản này: hãy cài lại mã nguồn, hoặc chạy npm run train.",
    );
  const { dims, hidden, matters } = header;
  let at = dataStart(bytes);
  const take = (length: number): Uint8Array => {
    at += length;
    if (at > bytes.length)
      throw new Error("Tệp trọng số của bộ đọc tin (src/reader/weights.bin) bị cụt: hãy cài lại mã nguồn.");
    return bytes.slice(at - length, at);
  };
  const floats = (count: number): Float32Array => new Float32Array(take(count * 4).buffer);
  const tableOf = (rows: number, columns: number): Table => ({
    values: new Int8Array(take(rows * columns).buffer),
    scale: floats(columns),
  });
  const known = take(KNOWN_BYTES);
  const packedOf = (rows: number, columns: number, aByte: number): PackedTable => ({
    values: take((rows * columns) / aByte),
    scale: new Int8Array(take(rows).buffer),
  });
  const table = packedOf(ROWS, dims, 4);
  const danger = tableOf(ROWS, 1);
  const acts = packedOf(ACT_ROWS, header.heads.act?.length ?? 0, 2);
  const coarse = packedOf(COARSE_ROWS, coarseColumns(header), 2);
  const layer = tableOf(READ_AS * dims + matters.length, hidden);
  const layerBias = floats(hidden);
  const heads = Object.fromEntries(
    Object.entries(header.heads).map(([name, classes]) => [
      name,
      { classes, weights: tableOf(hidden, classes.length), bias: floats(classes.length) },
    ]),
  );
  if (at !== bytes.length)
    throw new Error(
      "Tệp trọng số của bộ đọc tin (src/reader/weights.bin) dài hơn nó ghi: hãy cài lại mã nguồn.",
    );
  return { header, known, table, danger, acts, coarse, layer, layerBias, heads };
}

/** Heads with a table of their own: what the features say by themselves of the others stands side by side. */
export const isApart = (head: string): boolean => plainRowsOf(head) !== COARSE_ROWS;

export const coarseColumns = ({ heads }: Pick<WeightsHeader, "heads">): number =>
  Object.entries(heads).reduce((sum, [name, { length }]) => sum + (isApart(name) ? 0 : length), 0);

const lengthOf = (bytes: Uint8Array): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(MAGIC.length, true);

const dataStart = (bytes: Uint8Array): number => Math.ceil((MAGIC.length + 4 + lengthOf(bytes)) / 4) * 4;

function headerOf(bytes: Uint8Array): WeightsHeader | undefined {
  if (new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) return undefined;
  try {
    const from = MAGIC.length + 4;
    return JSON.parse(
      new TextDecoder().decode(bytes.subarray(from, from + lengthOf(bytes))),
    ) as WeightsHeader;
  } catch {
    return undefined;
  }
}

/** The file of these weights. */
export function writeWeights({
  header,
  known,
  table,
  danger,
  acts,
  coarse,
  layer,
  layerBias,
  heads,
}: Weights): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const start = Math.ceil((MAGIC.length + 4 + json.length) / 4) * 4;
  const blocks: (Int8Array | Uint8Array | Float32Array)[] = [
    known,
    ...[table, danger, acts, coarse, layer].flatMap(blocksOf),
    layerBias,
    ...Object.values(heads).flatMap(({ weights, bias }) => [...blocksOf(weights), bias]),
  ];
  const bytes = new Uint8Array(start + blocks.reduce((sum, block) => sum + block.byteLength, 0));
  bytes.set(new TextEncoder().encode(MAGIC));
  new DataView(bytes.buffer).setUint32(MAGIC.length, json.length, true);
  bytes.set(json, MAGIC.length + 4);
  let at = start;
  for (const block of blocks) {
    bytes.set(new Uint8Array(block.buffer, block.byteOffset, block.byteLength), at);
    at += block.byteLength;
  }
  return bytes;
}

const blocksOf = ({ values, scale }: Table | PackedTable) => [values, scale];
