import { type Box, boxesOf, free, tableOf } from "./boxes.ts";
import { must } from "./parts.ts";

/** What is kept of a box; every box that isn't named becomes free space. */
export type Keep = (box: Box) => void;

export const asItIs: Keep = () => undefined;

/** Only so many bytes are meant; a box of another length isn't what its name says. */
export const exactly =
  (...lengths: readonly number[]): Keep =>
  (box) => {
    if (!lengths.includes(box.body.length)) free(box);
  };

export const inside =
  (kept: Readonly<Record<string, Keep>>, head = 0): Keep =>
  ({ body }) => {
    keepOnly(boxesOf(body.subarray(head)), kept);
  };

export const table =
  (columns: number): Keep =>
  ({ body }) => {
    tableOf(body, columns);
  };

/** Keeps some bytes, each from and to, and zeroes the others. @throws OddFile where the box is shorter */
export function keepBytes(body: Uint8Array, ...kept: readonly (readonly [number, number])[]): void {
  let at = 0;
  for (const [from, to] of kept) {
    must(to <= body.length);
    body.fill(0, at, from);
    at = to;
  }
  body.fill(0, at);
}

export function keepOnly(boxes: readonly Box[], kept: Readonly<Record<string, Keep>>): void {
  for (const box of boxes) (Object.hasOwn(kept, box.name) ? kept[box.name] : free)?.(box);
}
