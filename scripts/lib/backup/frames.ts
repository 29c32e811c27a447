import { closeSync, openSync, readSync, writeSync } from "node:fs";
import type { KeyRing } from "../../../src/platform/crypto/key-ring.ts";
import { BackupRefused } from "./backup-refused.ts";

/** Bytes of a file that are encrypted together: more never lie in memory. */
export const FRAME_BYTES = 1_048_576;
/** Each frame on disk is preceded by its length, 4 bytes, the highest first. */
const LENGTH_BYTES = 4;
/** What encryption adds to a frame: format, key id, IV and tag. */
const LARGEST_SEALED = FRAME_BYTES + 128;

/** Where a file stands: frames can't be moved to another file, another backup or another place of the same file. */
export interface FramePlace {
  /** The backup's random id. */
  readonly backup: string;
  /** The file's number in the backup. */
  readonly file: number;
  /** Its path in the state folder. */
  readonly path: string;
}

const binding = ({ backup, file, path }: FramePlace, frame: number, isLast: boolean): string =>
  JSON.stringify(["backup/2", backup, file, path, frame, isLast]);

/** Encrypts a file frame by frame. @returns its size in bytes */
export function sealFile(ring: KeyRing, place: FramePlace, from: string, to: string): number {
  return withFiles(from, to, (source, target) => {
    let size = 0;
    let bytes = readChunk(source);
    for (let frame = 0; ; frame++) {
      // A frame that is the last one says so: a file can't be cut between two frames.
      const next = bytes.length < FRAME_BYTES ? Buffer.alloc(0) : readChunk(source);
      const isLast = next.length === 0;
      const sealed = ring.sealBytesNow(bytes, binding(place, frame, isLast));
      const length = Buffer.alloc(LENGTH_BYTES);
      length.writeUInt32BE(sealed.length);
      writeSync(target, length);
      writeSync(target, sealed);
      size += bytes.length;
      if (isLast) return size;
      bytes = next;
    }
  });
}

/**
 * Decrypts what `sealFile` wrote.
 * @returns its size in bytes
 * @throws SealError where a frame was changed or belongs elsewhere; BackupRefused where frames are missing or too many
 */
export function openFile(ring: KeyRing, place: FramePlace, from: string, to: string): number {
  return withFiles(from, to, (source, target) => {
    let size = 0;
    let sealed = readFrame(source, place);
    for (let frame = 0; ; frame++) {
      if (sealed === null) throw new BackupRefused(`Bản sao lưu thiếu một phần của tệp ${place.path}.`);
      const next = readFrame(source, place);
      const bytes = ring.openBytesNow(sealed, binding(place, frame, next === null));
      writeSync(target, bytes);
      size += bytes.length;
      if (next === null) return size;
      sealed = next;
    }
  });
}

function withFiles<T>(from: string, to: string, work: (source: number, target: number) => T): T {
  const source = openSync(from, "r");
  try {
    const target = openSync(to, "wx", 0o600);
    try {
      return work(source, target);
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source);
  }
}

/** At most a frame; less only at the end of the file. */
function readChunk(source: number, most = FRAME_BYTES): Buffer {
  const bytes = Buffer.alloc(most);
  let filled = 0;
  while (filled < most) {
    const read = readSync(source, bytes, filled, most - filled, null);
    if (read === 0) break;
    filled += read;
  }
  return bytes.subarray(0, filled);
}

/** Null at the end of the file. */
function readFrame(source: number, { path }: FramePlace): Buffer | null {
  const length = readChunk(source, LENGTH_BYTES);
  if (length.length === 0) return null;
  const size = length.length < LENGTH_BYTES ? 0 : length.readUInt32BE();
  const sealed = size === 0 || size > LARGEST_SEALED ? undefined : readChunk(source, size);
  if (sealed?.length !== size) throw new BackupRefused(`Bản sao lưu thiếu một phần của tệp ${path}.`);
  return sealed;
}
