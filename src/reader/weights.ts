import { COARSE_ROWS, ROWS } from "./features.ts";
import { KNOWN_BYTES, type KnownFeatures } from "./known-features.ts";

/** Changes with the form of the file and with the features. */
export const WEIGHTS_VERSION = 4;
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
 * Numbers in four bits, each by the scale of its row. They stay packed: a message reads a few rows, and unpacking all of them
 * would cost each start.
 */
export interface PackedTable {
  /** Two numbers a byte, the first in its lower half; each `HALF` too high. */
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
  /** `ROWS` times `dims`, an even number. */
  readonly table: PackedTable;
  /** What each feature says of a danger by itself: one number a row of the table. */
  readonly danger: Table;
  /** What it says of each class of each head: `COARSE_ROWS` times the classes, head after head. */
  readonly coarse: Table;
  /** A row a number of the message's vector, then one a matter; a column a unit. */
  readonly layer: Table;
  readonly layerBias: Float32Array;
  readonly heads: Readonly<Record<string, Head>>;
}

/**
 * The file: five letters, the header's length in four bytes (little endian), the header, then filled up to a multiple of
 * four; the features that are known, the table, two numbers a byte, the others, each with its scales, the layer (one too) and its bias, and each head's table and bias, in the order of the header.
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
  const table = {
    values: take((ROWS * dims) / 2),
    scale: new Int8Array(take(ROWS).buffer),
  };
  const danger = tableOf(ROWS, 1);
  const coarse = tableOf(COARSE_ROWS, coarseColumns(header));
  const layer = tableOf(dims + matters.length, hidden);
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
  return { header, known, table, danger, coarse, layer, layerBias, heads };
}

/** The danger has a column of its own. */
export const coarseColumns = ({ heads }: Pick<WeightsHeader, "heads">): number =>
  Object.entries(heads).reduce((sum, [name, { length }]) => sum + (name === "danger" ? 0 : length), 0);

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
  coarse,
  layer,
  layerBias,
  heads,
}: Weights): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const start = Math.ceil((MAGIC.length + 4 + json.length) / 4) * 4;
  const blocks: (Int8Array | Uint8Array | Float32Array)[] = [
    known,
    table.values,
    table.scale,
    ...[danger, coarse, layer].flatMap(blocksOf),
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

const blocksOf = ({ values, scale }: Table) => [values, scale];
