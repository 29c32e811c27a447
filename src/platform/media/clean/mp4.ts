import { type Box, boxesOf, boxOf, free, tableOf } from "./boxes.ts";
import { dropNotes, kindOf, type Sample, samplesOf, type Units, unitsOf } from "./mp4-samples.ts";
import { must, nameAt, viewOf } from "./parts.ts";

/** What is kept of a box; every box that isn't named here becomes free space. */
type Keep = (box: Box) => void;

const asItIs: Keep = () => undefined;
/** Only so many bytes are meant; a box of another length isn't what its name says. */
const exactly =
  (...lengths: readonly number[]): Keep =>
  (box) => {
    if (!lengths.includes(box.body.length)) free(box);
  };
const inside =
  (kept: Readonly<Record<string, Keep>>, head = 0): Keep =>
  ({ body }) => {
    keepOnly(boxesOf(body.subarray(head)), kept);
  };
const table =
  (columns: number): Keep =>
  ({ body }) => {
    tableOf(body, columns);
  };

/** Keeps some bytes, each from and to, and zeroes the others. @throws OddFile where the box is shorter */
function keepBytes(body: Uint8Array, ...kept: readonly (readonly [number, number])[]): void {
  let at = 0;
  for (const [from, to] of kept) {
    must(to <= body.length);
    body.fill(0, at, from);
    at = to;
  }
  body.fill(0, at);
}

/**
 * The head of the movie, of a track or of its media, by version: its times are 4 bytes long, in version 1 they are 8.
 * Kept is what a player reads; zeroed are when it was made and changed, and what is reserved.
 */
const head =
  (short: readonly (readonly [number, number])[], long: readonly (readonly [number, number])[]): Keep =>
  ({ body }) =>
    keepBytes(body, [0, 4], ...(body[0] === 1 ? long : short));
/** The handler's kind is needed; its name often tells the device. */
const handler: Keep = ({ body }) =>
  keepBytes(body, ["mhlr", "dhlr"].includes(nameAt(body, 4)) ? [4, 12] : [8, 12]);
const edits: Keep = ({ body }) => {
  tableOf(body, body[0] === 1 ? 5 : 3);
};
/** The format's name and those that it is compatible with: a list of four characters each. */
const format: Keep = ({ body }) => must(body.length <= 64 && body.length % 4 === 0);
/** Of colours only the numbers, not a profile. */
const colours: Keep = (box) => {
  if (!["nclx", "nclc"].includes(nameAt(box.body, 0)) || box.body.length > 11) free(box);
};
/** QuickTime's sound settings, which hold those of the codec once more. */
const wave = inside({ frma: exactly(4), mp4a: exactly(4), esds: asItIs, "\0\0\0\0": exactly(0) });

/** What decoders read of a sample entry, for pictures and for sound. */
const CODEC: Readonly<Record<string, Keep>> = {
  avcC: asItIs,
  hvcC: asItIs,
  av1C: asItIs,
  vpcC: asItIs,
  esds: asItIs,
  dOps: asItIs,
  alac: asItIs,
  dac3: asItIs,
  wave,
  colr: colours,
  pasp: exactly(8),
  clap: exactly(32),
  fiel: exactly(2),
  btrt: exactly(12),
};

/** Where the boxes of a sample entry begin, after its fixed fields. QuickTime has longer ones for sound. */
const PICTURE_HEAD = 78;
const SOUND_HEADS: readonly number[] = [28, 44, 64];
const headOf = (entry: Box, kind: string): number =>
  kind === "vide" ? PICTURE_HEAD : (SOUND_HEADS[viewOf(entry.body).getUint16(8)] ?? 28);

/** Fixed fields that tell the maker of the file: reserved ones, vendor, the compressor's name. */
function cleanEntry(entry: Box, kind: string): void {
  const head = headOf(entry, kind);
  must(entry.body.length >= head);
  entry.body.fill(0, 0, 6);
  if (kind === "vide") {
    entry.body.fill(0, 8, 24);
    entry.body.fill(0, 42, 74);
  } else entry.body.fill(0, 10, 16);
  keepOnly(boxesOf(entry.body.subarray(head)), CODEC);
}

const SAMPLE_TABLE: Readonly<Record<string, Keep>> = {
  stsd: asItIs,
  stts: table(2),
  ctts: table(2),
  stss: table(1),
  stsc: table(3),
  stsz: asItIs,
  stco: asItIs,
  co64: asItIs,
};

const TRACK: Readonly<Record<string, Keep>> = {
  tkhd: head(
    [
      [12, 16],
      [20, 24],
      [32, 38],
      [40, 84],
    ],
    [
      [20, 24],
      [28, 36],
      [44, 50],
      [52, 96],
    ],
  ),
  edts: inside({ elst: edits }),
  mdia: inside({
    mdhd: head([[12, 20]], [[20, 32]]),
    hdlr: handler,
    minf: inside({
      vmhd: exactly(12),
      smhd: exactly(8),
      hdlr: handler,
      dinf: inside({ dref: cleanReferences }),
      stbl: inside(SAMPLE_TABLE),
    }),
  }),
};

const MOVIE: Readonly<Record<string, Keep>> = {
  mvhd: head(
    [
      [12, 26],
      [36, 72],
      [96, 100],
    ],
    [
      [20, 38],
      [48, 84],
      [108, 112],
    ],
  ),
  trak: inside(TRACK),
};

/** The samples may only stand in this file, not at an address. */
function cleanReferences({ body }: Box): void {
  const entries = boxesOf(body.subarray(8));
  for (const entry of entries) {
    must((viewOf(entry.body).getUint32(0) & 1) === 1);
    entry.body.fill(0, 4);
  }
}

/** A track that is kept: its samples, and how to find notes among them. */
interface Track {
  readonly samples: readonly Sample[];
  readonly units: Units | undefined;
}

/**
 * The pictures and the sound of a film, in the same bytes. Everything else (place, device, author, times, other tracks,
 * what stands between the samples, notes among the pictures) is overwritten with zeros or filler of the same size, so
 * that nothing moves.
 * @throws OddFile, RangeError where it isn't built like an MP4 or MOV file; films in fragments aren't taken
 */
export function cleanMp4(bytes: Uint8Array<ArrayBuffer>): void {
  const boxes = boxesOf(bytes);
  must(!boxes.some(({ name }) => ["moof", "sidx", "meta"].includes(name)));
  const movie = boxOf(boxes, "moov");
  const parts = boxesOf(movie.body);
  must(!parts.some(({ name }) => ["mvex", "cmov"].includes(name)));
  const tracks = parts.flatMap((part) => (part.name === "trak" ? trackOf(part) : []));
  must(tracks.length > 0);
  keepOnly(boxesOf(movie.body), MOVIE);
  keepOnly(boxes, { ftyp: format, moov: asItIs, mdat: asItIs });
  clearBetween(bytes, boxes, tracks);
}

function keepOnly(boxes: readonly Box[], kept: Readonly<Record<string, Keep>>): void {
  for (const box of boxes) (Object.hasOwn(kept, box.name) ? kept[box.name] : free)?.(box);
}

/** A track of pictures or sound with its entries cleaned; any other track becomes free space. */
function trackOf(track: Box): readonly Track[] {
  const media = boxesOf(boxOf(boxesOf(track.body), "mdia").body);
  const kind = kindOf(boxOf(media, "hdlr"));
  if (kind !== "vide" && kind !== "soun") {
    free(track);
    return [];
  }
  const stbl = boxesOf(boxOf(boxesOf(boxOf(media, "minf").body), "stbl").body);
  const entries = boxesOf(boxOf(stbl, "stsd").body.subarray(8));
  const [entry, ...others] = entries;
  must(entry !== undefined && others.length === 0);
  cleanEntry(entry, kind);
  return [{ samples: samplesOf(stbl), units: unitsOf(entry, headOf(entry, kind)) }];
}

/** Zeroes all of the media data that belongs to no sample of a kept track. */
function clearBetween(bytes: Uint8Array, boxes: readonly Box[], tracks: readonly Track[]): void {
  for (const { samples, units } of tracks) {
    if (units === undefined) continue;
    for (const { at, length } of samples) dropNotes(bytes.subarray(at, at + length), units);
  }
  const samples = tracks.flatMap((track) => track.samples).sort((one, other) => one.at - other.at);
  let next = 0;
  for (const { name, body } of boxes) {
    if (name !== "mdat") continue;
    const start = body.byteOffset - bytes.byteOffset;
    const end = start + body.length;
    let at = start;
    for (let sample = samples[next]; sample !== undefined && sample.at < end; sample = samples[next]) {
      must(sample.at >= start && sample.at + sample.length <= end);
      if (sample.at > at) bytes.fill(0, at, sample.at);
      at = Math.max(at, sample.at + sample.length);
      next += 1;
    }
    bytes.fill(0, at, end);
  }
  must(next === samples.length);
}
