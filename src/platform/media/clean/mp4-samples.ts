import { type Box, boxesOf, boxOf, tableOf } from "./boxes.ts";
import { must, nameAt, slice, viewOf } from "./parts.ts";

/** Where a sample of a track stands in the file. */
export interface Sample {
  readonly at: number;
  readonly length: number;
}

/** The samples of a track, from its sample table (`stbl`): size, chunk and place (ISO/IEC 14496-12, 8.7). */
export function samplesOf(table: readonly Box[]): Sample[] {
  const sizes = sizesOf(boxOf(table, "stsz").body);
  const chunks = chunksOf(table);
  // From which chunk on there are how many samples in each.
  const runs = tableOf(boxOf(table, "stsc").body, 3);
  const samples: Sample[] = [];
  let run = -1;
  for (let i = 0; i < chunks.count && samples.length < sizes.count; i += 1) {
    while (run + 1 < runs.rows && runs.cell(run + 1, 0) <= i + 1) run += 1;
    must(run >= 0);
    let at = chunks.of(i);
    for (let n = runs.cell(run, 1); n > 0 && samples.length < sizes.count; n -= 1) {
      const length = sizes.of(samples.length);
      samples.push({ at, length });
      at += length;
    }
  }
  must(samples.length === sizes.count);
  return samples;
}

/** More samples than a film or recording of the largest size that is taken has: a false count must not fill the memory. */
const MOST_SAMPLES = 400_000;

interface Numbers {
  readonly count: number;
  readonly of: (i: number) => number;
}

function sizesOf(body: Uint8Array): Numbers {
  const view = viewOf(body);
  const same = view.getUint32(4);
  const count = view.getUint32(8);
  must(count <= MOST_SAMPLES);
  if (same !== 0) {
    body.fill(0, 12);
    return { count, of: () => same };
  }
  must(12 + 4 * count <= body.length);
  body.fill(0, 12 + 4 * count);
  return { count, of: (sample) => view.getUint32(12 + 4 * sample) };
}

/** Where each chunk of samples begins, in 4 bytes or in 8. */
function chunksOf(table: readonly Box[]): Numbers {
  const isShort = table.some(({ name }) => name === "stco");
  const { rows, cell } = tableOf(boxOf(table, isShort ? "stco" : "co64").body, isShort ? 1 : 2);
  return { count: rows, of: (i) => (isShort ? cell(i, 0) : cell(i, 0) * 2 ** 32 + cell(i, 1)) };
}

/** How a codec cuts a picture into units, and what it calls a note ("SEI") and a filler. */
interface Codec {
  readonly entries: RegExp;
  /** The box with the codec's settings, and where in it the length of a unit's length stands. */
  readonly settings: string;
  readonly lengthAt: number;
  /** The bytes of a unit's head; its kind is in the first one. */
  readonly head: number;
  readonly kindOf: (byte: number) => number;
  readonly notes: readonly number[];
  /** The first byte of a filler's head. */
  readonly filler: number;
}

/** H.264 and H.265 (ISO/IEC 14496-15): cameras write place, time and device into notes among the picture's units. */
const CODECS: readonly Codec[] = [
  {
    entries: /^avc[1-4]$/,
    settings: "avcC",
    lengthAt: 4,
    head: 1,
    kindOf: (byte) => byte & 0x1f,
    notes: [6],
    filler: 12,
  },
  {
    entries: /^h[ev][cv]1$/,
    settings: "hvcC",
    lengthAt: 21,
    head: 2,
    kindOf: (byte) => (byte >> 1) & 0x3f,
    notes: [39, 40],
    filler: 38 << 1,
  },
];

/** How to find the notes in a track's samples. */
export interface Units {
  readonly codec: Codec;
  readonly lengthBytes: number;
}

/**
 * Drops the notes that stand in a codec's settings.
 * @returns how to find those in the samples; undefined where the codec has none
 */
export function unitsOf(entry: Box, head: number): Units | undefined {
  const codec = CODECS.find(({ entries }) => entries.test(entry.name));
  if (codec === undefined) return undefined;
  const { body } = boxOf(boxesOf(entry.body.subarray(head)), codec.settings);
  const lengthBytes = ((body[codec.lengthAt] ?? 0) & 3) + 1;
  if (codec.settings === "hvcC") dropNotesInSettings(body, codec);
  return { codec, lengthBytes };
}

/** H.265's settings hold lists of units, each with a length of two bytes. */
function dropNotesInSettings(body: Uint8Array, codec: Codec): void {
  const view = viewOf(body);
  let at = 23;
  for (let lists = view.getUint8(22); lists > 0; lists -= 1) {
    const units = view.getUint16(at + 1);
    at += 3;
    for (let i = 0; i < units; i += 1) {
      const length = view.getUint16(at);
      dropNotes(slice(body, at, 2 + length), { codec, lengthBytes: 2 });
      at += 2 + length;
    }
  }
  body.fill(0, at);
}

/** Overwrites the notes in a sample with filler of the same length. */
export function dropNotes(sample: Uint8Array, { codec, lengthBytes }: Units): void {
  let at = 0;
  while (at + lengthBytes < sample.length) {
    let length = 0;
    for (let i = 0; i < lengthBytes; i += 1) length = length * 256 + (sample[at + i] ?? 0);
    const unit = slice(sample, at + lengthBytes, length);
    must(length > 0);
    if (codec.notes.includes(codec.kindOf(unit[0] ?? 0))) {
      unit[0] = codec.filler;
      unit.fill(0xff, codec.head);
      if (length > codec.head) unit[length - 1] = 0x80;
    }
    at += lengthBytes + length;
  }
}

/** The kind of a track: `vide`, `soun`, or something else. */
export const kindOf = (handler: Box): string => nameAt(handler.body, 8);
