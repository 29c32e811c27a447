import type { Utterance } from "../language/utterance.ts";
import { ACT_ROWS, COARSE_ROWS, rowsOf, windowsOf } from "./features.ts";
import type { Act, Voice } from "./names/act.ts";
import type { BoundaryId } from "./names/boundary.ts";
import type { DangerKind } from "./names/danger.ts";
import type { AskedAspect, Door, Matter, Point, ToldWrong } from "./names/labels.ts";
import type { Likely } from "./names/likely.ts";
import { HALF, isApart, type PackedTable, scaleOf, type Table, type Weights } from "./weights.ts";

/** What the learned reader makes of one message. Each list is ordered, the most probable first. */
export interface LearnedReading {
  readonly acts: readonly Likely<Act>[];
  /** How probable it is that somebody is in danger now: of ten messages at 0.9, nine are. */
  readonly danger: number;
  /** The kinds of danger, each by itself: a message can tell of two. */
  readonly kinds: readonly Likely<DangerKind>[];
  /** Which wrong, if it tells of one. */
  readonly incidents: readonly Likely<ToldWrong>[];
  /** What must be refused, if it is to be. */
  readonly boundaries: readonly Likely<BoundaryId>[];
  /** Whose matter it is, if it isn't ours. */
  readonly doors: readonly Likely<Door>[];
  /** What is asked, if something is. */
  readonly aspects: readonly Likely<AskedAspect>[];
  readonly voices: readonly Likely<Voice>[];
  /** Which part of what is open it adds to or changes, if it does. */
  readonly points: readonly Likely<Point>[];
  /** Of length 1; messages that want the same section are near each other. */
  readonly vector: Float32Array;
}

type Words = Pick<Utterance, "words" | "folded">;

/** Reads a message by these weights. The same message is always read the same; never throws. */
export function readBy(weights: Weights, said: Words, matter: Matter): LearnedReading {
  const rows = rowsOf(said, weights.known, matter);
  const sum = sumOf(rows, weights);
  // What is open stands with the whole message: a window, and what is only compared, is of the words alone.
  const alone = matter === "none" ? sum : sumOf(rowsOf(said, weights.known), weights);
  const windows = windowsOf(said).map((some) =>
    some === said ? alone : sumOf(rowsOf(some, weights.known), weights),
  );
  const hidden = hiddenOf([sum, ...windows], weights, weights.header.matters.indexOf(matter));
  const plain = plainOf(rows, weights);
  const logits = (head: string) => logitsOf(head, hidden, plain, weights);
  const one = <Name extends string>(head: string) => softmax<Name>(logits(head));
  return {
    acts: one("act"),
    danger: sigmoid(logits("danger")[0]?.logit ?? 0),
    kinds: one("kind"),
    incidents: one("incident"),
    boundaries: one("boundary"),
    doors: one("door"),
    aspects: one("aspect"),
    voices: one("voice"),
    points: one("point"),
    vector: unit(alone),
  };
}

/** How much the words alone speak for a danger, 0..1: by the plain score, a tenth of the work. It says where to look, never what is there. */
export function dangerBy(weights: Weights, said: Words): number {
  return sigmoid(dangerIn(rowsOf(said, weights.known), weights)[0] ?? 0);
}

/** The sum of a message's rows of the table, by the root of their number. */
function sumOf(rows: Int32Array, { table: { values, scale }, header: { dims } }: Weights): Float32Array {
  const sum = new Float32Array(dims);
  const share = 1 / Math.sqrt(rows.length || 1);
  for (const row of rows) {
    const by = share * scaleOf(scale[row] as number);
    const from = (row * dims) / 4;
    for (let d = 0; d < dims; d += 4) {
      const four = values[from + d / 4] as number;
      for (let i = 0; i < 4; i += 1)
        sum[d + i] = (sum[d + i] as number) + by * (2 * ((four >> (2 * i)) & 3) - 3);
    }
  }
  return sum;
}

/** What the features say by themselves, without the layer: of danger, and of each class. */
function plainOf(rows: Int32Array, weights: Weights): Readonly<Record<string, Float32Array>> {
  const { heads } = weights.header;
  const all = packedIn(rows, weights.coarse, COARSE_ROWS);
  let from = 0;
  const parts = Object.entries(heads)
    .filter(([name]) => !isApart(name))
    .map(([name, { length }]) => {
      from += length;
      return [name, all.subarray(from - length, from)] as const;
    });
  return {
    ...Object.fromEntries(parts),
    danger: dangerIn(rows, weights),
    act: packedIn(rows, weights.acts, ACT_ROWS),
  };
}

const dangerIn = (rows: Int32Array, { danger: { values, scale } }: Weights): Float32Array => {
  const share = (scale[0] as number) / Math.sqrt(rows.length || 1);
  return Float32Array.of(rows.reduce((sum, row) => sum + (values[row] as number), 0) * share);
};

/** The sum of a message's rows of a table in four bits, by the root of their number. */
function packedIn(rows: Int32Array, { values, scale }: PackedTable, tableRows: number): Float32Array {
  const columns = (values.length * 2) / tableRows;
  const sum = new Float32Array(columns);
  const share = 1 / Math.sqrt(rows.length || 1);
  for (const row of rows) {
    const at = row % tableRows;
    const by = share * scaleOf(scale[at] as number);
    for (let c = 0; c < columns; c += 1) {
      const i = at * columns + c;
      const four = ((values[i >> 1] as number) >> ((i & 1) * 4)) & 15;
      sum[c] = (sum[c] as number) + by * (four - HALF);
    }
  }
  return sum;
}

/** What lies in `inputs` by the rows of a table, with the scale of each column. */
function times(inputs: Float32Array, { values, scale }: Table, bias: Float32Array): Float32Array {
  const columns = scale.length;
  const sum = new Float32Array(columns);
  // Most units of the layer are 0.
  for (let row = 0; row < inputs.length; row += 1) {
    const input = inputs[row] as number;
    if (input === 0) continue;
    const at = row * columns;
    for (let c = 0; c < columns; c += 1) sum[c] = (sum[c] as number) + input * (values[at + c] as number);
  }
  return sum.map((value, c) => value * (scale[c] as number) + (bias[c] as number));
}

function hiddenOf(
  sums: readonly Float32Array[],
  { layer, layerBias, header }: Weights,
  matter: number,
): Float32Array {
  const of = sums.length * header.dims;
  const inputs = new Float32Array(of + header.matters.length);
  sums.forEach((sum, window) => {
    inputs.set(sum, window * header.dims);
  });
  inputs[of + Math.max(0, matter)] = 1;
  return times(inputs, layer, layerBias).map((value) => Math.max(0, value));
}

function logitsOf(
  name: string,
  hidden: Float32Array,
  plain: Readonly<Record<string, Float32Array>>,
  { heads, header }: Weights,
) {
  const head = heads[name];
  if (head === undefined) return [];
  const [slope, offset] = header.calibration[name] ?? [1, 0];
  const logits = times(hidden, head.weights, head.bias);
  return head.classes.map((is, i) => ({
    is,
    logit: slope * ((logits[i] as number) + (plain[name]?.[i] ?? 0)) + offset,
  }));
}

function softmax<Name extends string>(logits: readonly { is: string; logit: number }[]): Likely<Name>[] {
  const most = Math.max(...logits.map(({ logit }) => logit));
  const parts = logits.map(({ is, logit }) => ({ is: is as Name, p: Math.exp(logit - most) }));
  const all = parts.reduce((sum, { p }) => sum + p, 0);
  return ordered(parts.map(({ is, p }) => ({ is, p: p / all })));
}

const ordered = <Name extends string>(some: Likely<Name>[]): Likely<Name>[] => some.sort((a, b) => b.p - a.p);

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1;
  return vector.map((value) => value / length);
}
