import { ascii } from "../sniff.ts";
import { type Box, boxesOf, boxOf, free, tableOf } from "./boxes.ts";
import { cleanEntry } from "./codecs.ts";
import { asItIs, exactly, inside, type Keep, keepBytes, keepOnly, table } from "./keep.ts";
import { type Sample, samplesOf } from "./mp4-samples.ts";
import { must, nameAt, slice, viewOf } from "./parts.ts";

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
/** The formats that a file may name. A maker's own becomes the common one. */
const FORMATS: ReadonlySet<string> = new Set([
  ...["isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "hvc1", "qt  "],
  ...["M4A ", "M4B ", "M4V ", "3gp4", "3gp5", "3gp6", "3gp7", "3gp8", "3gp9", "3gr6", "3gs6", "3g2a"],
]);
const COMMON_FORMAT = ascii("isom");
/** The format's name, its version, and the names that it is compatible with. */
const format: Keep = ({ body }) => {
  must(body.length >= 8 && body.length <= 64 && body.length % 4 === 0);
  body.fill(0, 4, 8);
  for (let at = 0; at < body.length; at += 4)
    if (at !== 4 && !FORMATS.has(nameAt(body, at))) body.set(COMMON_FORMAT, at);
};
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

/** A track that is kept: its samples, and how they lose their notes. */
interface Track {
  readonly samples: readonly Sample[];
  readonly clean: (sample: Uint8Array) => void;
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

/** A track of pictures or sound with its entries cleaned; any other track becomes free space. */
function trackOf(track: Box): readonly Track[] {
  const media = boxesOf(boxOf(boxesOf(track.body), "mdia").body);
  const kind = nameAt(boxOf(media, "hdlr").body, 8);
  if (kind !== "vide" && kind !== "soun") {
    free(track);
    return [];
  }
  const stbl = boxesOf(boxOf(boxesOf(boxOf(media, "minf").body), "stbl").body);
  const entries = boxesOf(boxOf(stbl, "stsd").body.subarray(8));
  const [entry, ...others] = entries;
  must(entry !== undefined && others.length === 0);
  return [{ samples: samplesOf(stbl), clean: cleanEntry(entry, kind) }];
}

/** Zeroes all of the media data that belongs to no sample of a kept track. */
function clearBetween(bytes: Uint8Array, boxes: readonly Box[], tracks: readonly Track[]): void {
  for (const { samples, clean } of tracks)
    for (const { at, length } of samples) clean(slice(bytes, at, length));
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
