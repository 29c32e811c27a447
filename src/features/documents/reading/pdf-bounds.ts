import { Unzlib } from "fflate";
import type { Pace } from "../../../platform/pace.ts";
import { isAbsurd } from "./pdf-tables.ts";

/** The most that a PDF's text, fonts and tables may be when unpacked, in bytes. */
const MAX_UNPACKED = 48 * 1024 * 1024;
/** Packed bytes a step. */
const STEP = 16 * 1024;
/** Bytes after which others come in between. */
const PACED = 1024 * 1024;
/** Of a picture only the beginning is unpacked: it isn't read. So much for so little is no picture. */
const SAMPLE = 32 * 1024;
const ABSURD = 300;
/** A stream packed in another way, or twice, can't be measured: it may be so large, in bytes. */
const UNMEASURED = 128 * 1024;
/** What stands before a stream is looked at from so many bytes before it. */
const BEFORE = 64 * 1024;
/** A stream with tables of letters, or with dictionaries, may be so large unpacked, in bytes. */
const MAX_TABLES = 4 * 1024 * 1024;

const STREAM = bytesOf("stream");
const END_STREAM = bytesOf("endstream");
const KEY = bytesOf("/Encrypt");

type Bounds = "fits" | "encrypted" | "too_large" | "broken";

/** Whether a PDF is locked, a bomb or a trap: what opens it unpacks and fills whatever it says. Never throws. */
export async function boundsOf(bytes: Uint8Array, pace: Pace): Promise<Bounds> {
  if (find(bytes, KEY, 0) !== -1) return "encrypted";
  await pace();
  const measure = new Measure(pace);
  let end = 0;
  for (let at = find(bytes, STREAM, 0); at !== -1; at = find(bytes, STREAM, end)) {
    const before = latin(bytes.subarray(Math.max(end, at - BEFORE), at));
    if (isAbsurd(before)) return "broken";
    const dictionary = before.slice(before.lastIndexOf(" obj"));
    const start = at + STREAM.length;
    const found = find(bytes, END_STREAM, start);
    // What opens the file believes the length that is told.
    const told = Number(/\/Length\s+(\d{1,9})\b(?!\s+\d+\s+R)/u.exec(dictionary)?.[1] ?? 0);
    end = Math.min(
      bytes.length,
      Math.max(found === -1 ? bytes.length : found + END_STREAM.length, start + told),
    );
    const bounds = await measure.take(bytes.subarray(start, end), dictionary);
    if (bounds !== "fits") return bounds;
  }
  return isAbsurd(latin(bytes.subarray(Math.max(end, bytes.length - MAX_TABLES)))) ? "broken" : "fits";
}

/** Adds up what the streams of one file are when unpacked. */
class Measure {
  readonly #pace: Pace;
  #left = MAX_UNPACKED;
  #sincePace = 0;

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  async take(stream: Uint8Array, dictionary: string): Promise<Bounds> {
    const packings =
      dictionary.match(/\/(?:Fl(?:ateDecode)?|LZW(?:Decode)?|RunLengthDecode|RL|ASCII\w+Decode)\b/gu) ?? [];
    const isFlate = packings.length === 1 && packings[0]?.startsWith("/Fl") === true;
    const isPicture = /\/Subtype\s*\/Image\b/u.test(dictionary);
    if (!isFlate && packings.length > 0 && stream.length > UNMEASURED) return "too_large";
    await this.#add(stream.length);
    if (!isFlate) return isPicture ? "fits" : this.#judge([stream], stream.length, dictionary);
    const packed = stream.subarray(stream[0] === 13 ? 2 : 1);
    const most = isPicture ? SAMPLE * ABSURD : this.#left;
    const unpacked = await this.#unpack(isPicture ? packed.subarray(0, SAMPLE) : packed, most);
    // What opens the file would go on with whatever the damage has made of it.
    if (unpacked === null) return isPicture ? "fits" : "broken";
    const { pieces, size } = unpacked;
    if (size > most) return "too_large";
    return isPicture ? "fits" : this.#judge(pieces, size, dictionary);
  }

  async #unpack(
    packed: Uint8Array,
    most: number,
  ): Promise<{ readonly pieces: readonly Uint8Array[]; readonly size: number } | null> {
    const pieces: Uint8Array[] = [];
    let size = 0;
    const unpacking = new Unzlib((piece) => {
      size += piece.length;
      if (size <= MAX_TABLES) pieces.push(piece.slice());
    });
    try {
      for (let at = 0; at < packed.length && size <= most; at += STEP) {
        const before = size;
        unpacking.push(packed.subarray(at, at + STEP));
        await this.#add(size - before);
      }
    } catch {
      return null;
    }
    return { pieces, size };
  }

  #judge(pieces: readonly Uint8Array[], size: number, dictionary: string): Bounds {
    this.#left -= size;
    if (this.#left < 0) return "too_large";
    const [first] = pieces;
    const hasTables =
      /\/ObjStm\b/u.test(dictionary) ||
      (first !== undefined && latin(first.subarray(0, SAMPLE)).includes("begincmap"));
    if (!hasTables) return "fits";
    if (size > MAX_TABLES) return "too_large";
    return isAbsurd(pieces.map(latin).join("")) ? "broken" : "fits";
  }

  /** Others come in when so much was done. */
  async #add(bytes: number): Promise<void> {
    this.#sincePace += bytes;
    if (this.#sincePace < PACED) return;
    this.#sincePace = 0;
    await this.#pace();
  }
}

function bytesOf(text: string): readonly number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

/** Where these bytes stand, from a place on; -1 where they don't. */
function find(bytes: Uint8Array, wanted: readonly number[], from: number): number {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return at;
  return -1;
}

const latin = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);
