import { dropAacNotes } from "./aac-notes.ts";
import { type Box, boxesOf, boxOf, free } from "./boxes.ts";
import { asItIs, exactly, inside, type Keep, keepOnly } from "./keep.ts";
import { cleanMpeg4Settings, dropUserData } from "./mpeg4-settings.ts";
import {
  cleanH264Settings,
  cleanH265Settings,
  cleanUnits,
  H264,
  H265,
  type UnitFormat,
} from "./nal-units.ts";
import { must, nameAt, viewOf } from "./parts.ts";

/** The kinds of tracks that are kept. */
export type TrackKind = "vide" | "soun";

/** Takes notes out of one sample. @throws OddFile where the sample isn't built as its codec says */
type CleanSample = (sample: Uint8Array) => void;

/**
 * A codec whose samples hold pictures or sound and nothing else, or whose notes can be found. A track of any other one,
 * such as a list of places that calls itself pictures, isn't passed on.
 */
interface Codec {
  readonly kind: TrackKind;
  /** The names of its sample entries. */
  readonly entries: readonly string[];
  /** The boxes of a sample entry that its decoder reads. */
  readonly settings: Readonly<Record<string, Keep>>;
  /** How its samples are cleaned; absent where there is no place for notes. */
  readonly cleanSamples?: (settings: readonly Box[]) => CleanSample;
}

/** Of colours only the numbers, not a profile. */
const colours: Keep = (box) => {
  if (!["nclx", "nclc"].includes(nameAt(box.body, 0)) || box.body.length > 11) free(box);
};

const PICTURE: Readonly<Record<string, Keep>> = {
  colr: colours,
  pasp: exactly(8),
  clap: exactly(32),
  fiel: exactly(2),
  btrt: exactly(12),
};

/** AAC: MPEG-4's, and MPEG-2's three profiles. */
const AAC: readonly number[] = [0x40, 0x66, 0x67, 0x68];
const MPEG4_PICTURES: readonly number[] = [0x20];
/** With more there would be room for a comment. */
const LONGEST_AAC_SETTINGS = 16;

const aac: Keep = ({ body }) =>
  cleanMpeg4Settings(body, AAC, ({ length }) => must(length <= LONGEST_AAC_SETTINGS));

/** QuickTime's sound settings, which hold those of the codec once more. */
const wave = inside({ frma: exactly(4), mp4a: exactly(4), esds: aac, "\0\0\0\0": exactly(0) });

const SOUND: Readonly<Record<string, Keep>> = { btrt: exactly(12) };

const CODECS: readonly Codec[] = [
  ...unitCodecs(["avc1", "avc3"], "avcC", cleanH264Settings, H264),
  ...unitCodecs(["hvc1", "hev1"], "hvcC", cleanH265Settings, H265),
  {
    kind: "vide",
    entries: ["mp4v"],
    settings: {
      ...PICTURE,
      esds: ({ body }) => cleanMpeg4Settings(body, MPEG4_PICTURES, dropUserData),
    },
    cleanSamples: () => dropUserData,
  },
  { kind: "vide", entries: ["s263"], settings: { ...PICTURE, d263: exactly(7) }, cleanSamples: () => isH263 },
  {
    kind: "soun",
    entries: ["mp4a"],
    settings: { ...SOUND, esds: aac, wave },
    cleanSamples: () => dropAacNotes,
  },
  { kind: "soun", entries: ["samr", "sawb"], settings: { ...SOUND, damr: exactly(9) } },
  { kind: "soun", entries: ["Opus"], settings: { ...SOUND, dOps: exactly(11) } },
  { kind: "soun", entries: ["sowt", "twos", "lpcm"], settings: SOUND },
];

/** Pictures in units: entries of the first name have parameters in their settings only, of the second also in samples. */
function unitCodecs(
  entries: readonly [string, string],
  settings: string,
  cleanSettings: (body: Uint8Array) => number,
  format: UnitFormat,
): Codec[] {
  return entries.map((entry, i) => ({
    kind: "vide",
    entries: [entry],
    settings: { ...PICTURE, [settings]: asItIs },
    cleanSamples: (boxes) => {
      const lengthBytes = cleanSettings(boxOf(boxes, settings).body);
      return (sample) => cleanUnits(sample, { format, lengthBytes, hasParameters: i === 1 });
    },
  }));
}

/** An H.263 picture begins with 22 bits of its own (ITU-T H.263, 5.1.1). */
const isH263: CleanSample = (sample) =>
  must(sample[0] === 0 && sample[1] === 0 && ((sample[2] ?? 0) & 0xfc) === 0x80);

/** Where the boxes of a sample entry begin, after its fixed fields. QuickTime has longer ones for sound. */
const PICTURE_HEAD = 78;
const SOUND_HEADS: readonly number[] = [28, 44, 64];
const headOf = (entry: Box, kind: TrackKind): number =>
  kind === "vide" ? PICTURE_HEAD : (SOUND_HEADS[viewOf(entry.body).getUint16(8)] ?? 28);

/**
 * Cleans a track's sample entry: reserved fields, vendor and the compressor's name go, and every setting that its
 * decoder doesn't need.
 * @returns how the track's samples are cleaned
 * @throws OddFile where the codec is none of those that can be cleaned
 */
export function cleanEntry(entry: Box, kind: TrackKind): CleanSample {
  const codec = CODECS.find((one) => one.kind === kind && one.entries.includes(entry.name));
  must(codec !== undefined);
  const head = headOf(entry, kind);
  must(entry.body.length >= head);
  entry.body.fill(0, 0, 6);
  if (kind === "vide") {
    entry.body.fill(0, 8, 24);
    entry.body.fill(0, 42, 74);
  } else entry.body.fill(0, 10, 16);
  const settings = boxesOf(entry.body.subarray(head));
  const clean = codec.cleanSamples?.(settings) ?? (() => undefined);
  keepOnly(settings, codec.settings);
  return clean;
}
