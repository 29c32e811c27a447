import { readBounded } from "../../platform/bounded-body.ts";

/** What a spreadsheet in a ZIP may unpack to, in bytes: more is a bomb or no table of figures. */
export const MAX_UNPACKED = 16 * 1024 * 1024;
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const MAX_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;

export type Parts = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/**
 * Unpacks the XML parts of a ZIP. Bytes are counted as they come out, so that a directory that lies about sizes
 * gains nothing.
 * @returns null where there is more than `MAX_UNPACKED`
 * @throws where it is no ZIP, or one packed or locked in a way that spreadsheets aren't
 */
export async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Parts | null> {
  const parts = new Map<string, Uint8Array<ArrayBuffer>>();
  let left = MAX_UNPACKED;
  for (const { name, method, claimed, data } of entries(bytes)) {
    if (!/\.(?:xml|rels)$/u.test(name)) continue;
    if (claimed > left) return null;
    const part = method === STORED ? data : await inflate(data, left);
    if (part === null || part.length > left) return null;
    left -= part.length;
    parts.set(name, part);
  }
  return parts;
}

/**
 * The parts as a ZIP that packs nothing. The reader of spreadsheets unpacks large parts in a Web Worker, which the
 * Workers runtime doesn't have; of stored parts it makes plain copies.
 */
export function store(parts: Parts): Uint8Array<ArrayBuffer> {
  const names = [...parts.keys()].map((name) => new TextEncoder().encode(name));
  const sizes = [...parts.values()].map((part) => part.length);
  const total = names.reduce(
    (sum, name, i) => sum + LOCAL_LENGTH + ENTRY_LENGTH + 2 * name.length + (sizes[i] ?? 0),
    END_LENGTH,
  );
  const whole = new Uint8Array(total);
  const view = new DataView(whole.buffer);
  const starts: number[] = [];
  let at = 0;
  [...parts.values()].forEach((part, i) => {
    const name = names[i] ?? new Uint8Array();
    starts.push(at);
    view.setUint32(at, LOCAL_ENTRY, true);
    writeSizes(view, at + 4, part.length, name.length);
    whole.set(name, at + LOCAL_LENGTH);
    whole.set(part, at + LOCAL_LENGTH + name.length);
    at += LOCAL_LENGTH + name.length + part.length;
  });
  const directory = at;
  names.forEach((name, i) => {
    view.setUint32(at, DIRECTORY_ENTRY, true);
    writeSizes(view, at + 6, sizes[i] ?? 0, name.length);
    view.setUint32(at + 42, starts[i] ?? 0, true);
    whole.set(name, at + ENTRY_LENGTH);
    at += ENTRY_LENGTH + name.length;
  });
  view.setUint32(at, END_OF_DIRECTORY, true);
  view.setUint16(at + 8, names.length, true);
  view.setUint16(at + 10, names.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return whole;
}

/** The fields that both kinds of entry have in the same order, from the version on; checksums are left 0. */
function writeSizes(view: DataView, at: number, size: number, nameLength: number): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, 0x0800, true);
  view.setUint32(at + 14, size, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, nameLength, true);
}

interface Entry {
  readonly name: string;
  readonly method: number;
  /** The unpacked size by the directory. */
  readonly claimed: number;
  readonly data: Uint8Array<ArrayBuffer>;
}

function* entries(bytes: Uint8Array<ArrayBuffer>): Generator<Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new RangeError("no directory entry");
    const isLocked = (view.getUint16(at + 8, true) & 1) === 1;
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const local = view.getUint32(at + 42, true);
    if (isLocked || (method !== STORED && method !== DEFLATED)) throw new RangeError("packed otherwise");
    if (view.getUint32(local, true) !== LOCAL_ENTRY) throw new RangeError("no local entry");
    const start = local + LOCAL_LENGTH + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + packed > bytes.length) throw new RangeError("an entry beyond the end");
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength));
    const claimed = view.getUint32(at + 24, true);
    yield { name, method, claimed, data: bytes.subarray(start, start + packed) };
    at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - MAX_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw new RangeError("no directory");
}

/** Null as soon as more than `limit` bytes come out. */
async function inflate(
  data: Uint8Array<ArrayBuffer>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const packed = new Response(data).body;
  if (packed === null) return new Uint8Array();
  return readBounded(new Response(packed.pipeThrough(new DecompressionStream("deflate-raw"))), limit);
}
