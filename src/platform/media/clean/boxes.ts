import { ascii } from "../sniff.ts";
import { must, nameAt, slice, viewOf } from "./parts.ts";

/** A box of an MP4 or MOV file (ISO/IEC 14496-12, 4.2): its name, and its content as a view into the file. */
export interface Box {
  readonly name: string;
  readonly body: Uint8Array;
  /** The whole box with its head. */
  readonly whole: Uint8Array;
}

/** Far more boxes than a list of a film has: a file of nothing but boxes must not fill the memory. */
const MOST_BOXES = 20_000;

/** The boxes that stand one after the other. A length of zero means "to the end", one of 1 that 8 bytes more give it. */
export function boxesOf(bytes: Uint8Array): Box[] {
  const view = viewOf(bytes);
  const boxes: Box[] = [];
  let at = 0;
  while (at < bytes.length) {
    // QuickTime may end a list with four zero bytes.
    if (bytes.length - at === 4 && view.getUint32(at) === 0) break;
    const short = view.getUint32(at);
    const head = short === 1 ? 16 : 8;
    const length = short === 0 ? bytes.length - at : short === 1 ? Number(view.getBigUint64(at + 8)) : short;
    must(length >= head && boxes.length < MOST_BOXES);
    const whole = slice(bytes, at, length);
    boxes.push({ name: nameAt(bytes, at + 4), body: whole.subarray(head), whole });
    at += length;
  }
  return boxes;
}

/** The one box of this name. @throws OddFile where there is none, or more than one */
export function boxOf(boxes: readonly Box[], name: string): Box {
  const [found, ...others] = boxes.filter((box) => box.name === name);
  must(found !== undefined && others.length === 0);
  return found;
}

/** Turns a box into free space of the same size: positions in the file stay as they are. */
export function free({ whole, body }: Box): void {
  whole.set(ascii("free"), 4);
  body.fill(0);
}

/** The rows of a table box. */
export interface Table {
  readonly rows: number;
  /** The number in a row and a column, both from 0. */
  readonly cell: (row: number, column: number) => number;
}

/**
 * The 32-bit numbers of a table box: version and flags, a count, then rows. What follows the last row is zeroed.
 * @throws OddFile where there are fewer rows than it says
 */
export function tableOf(body: Uint8Array, columns: number): Table {
  const view = viewOf(body);
  const rows = view.getUint32(4);
  const end = 8 + 4 * columns * rows;
  must(end <= body.length);
  body.fill(0, end);
  return { rows, cell: (row, column) => view.getUint32(8 + 4 * (row * columns + column)) };
}
