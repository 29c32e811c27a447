/**
 * What an encoder wrote of itself before the sound of an AAC frame (ISO/IEC 14496-3, 4.4.2.1): filling and data. Filling
 * that extends the sound itself (spectral bands, dynamic range) is kept. Behind the sound nothing is looked for: where it
 * ends only a decoder knows.
 */

const DATA = 0b100;
const FILLING = 0b110;
/** Kinds of filling without sound in them (table 4.121): none, filling bytes, data. */
const LAST_KIND_WITHOUT_SOUND = 2;

/** Overwrites with zeros the notes that stand before the sound of one frame; a frame that ends in one is left empty there. */
export function dropAacNotes(frame: Uint8Array): void {
  for (let at = 0; at < frame.length * 8; ) {
    const kind = bitsAt(frame, at, 3);
    if (kind === FILLING) at = dropFilling(frame, at + 3);
    else if (kind === DATA) at = dropData(frame, at + 3);
    else return;
  }
}

function dropFilling(frame: Uint8Array, from: number): number {
  const { length, at } = lengthAt(frame, from, 4);
  const end = at + 8 * Math.max(0, length + (length >= 15 ? -1 : 0));
  if (bitsAt(frame, at, 4) <= LAST_KIND_WITHOUT_SOUND) zero(frame, at, end);
  return end;
}

/** A tag of four bits, whether the bytes begin at a whole byte, and how many they are. */
function dropData(frame: Uint8Array, from: number): number {
  const isAligned = bitsAt(frame, from + 4, 1) === 1;
  const { length, at } = lengthAt(frame, from + 5, 8);
  const start = isAligned ? Math.ceil(at / 8) * 8 : at;
  zero(frame, start, start + 8 * length);
  return start + 8 * length;
}

/** A number of `bits` bits; where all are 1, one more byte is added to it. */
function lengthAt(frame: Uint8Array, from: number, bits: number): { length: number; at: number } {
  const most = 2 ** bits - 1;
  const short = bitsAt(frame, from, bits);
  if (short < most) return { length: short, at: from + bits };
  return { length: most + bitsAt(frame, from + bits, 8), at: from + bits + 8 };
}

/** Bits behind the end are zeros. */
function bitsAt(frame: Uint8Array, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at += 1)
    value = value * 2 + (((frame[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
  return value;
}

function zero(frame: Uint8Array, from: number, to: number): void {
  for (let at = from; at < Math.min(to, frame.length * 8); at += 1)
    frame[at >> 3] = (frame[at >> 3] ?? 0) & ~(0x80 >> (at & 7));
}
