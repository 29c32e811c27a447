import { must, slice, viewOf } from "./parts.ts";

/** What a unit is: a slice of a picture, a set of parameters, or a mark between pictures. */
type Role = "slice" | "parameters" | "mark";

/**
 * How H.264 and H.265 cut a picture into units (ISO/IEC 14496-15): each has its length before it and its kind in its
 * head. Cameras write place, time and device into notes ("SEI") and into kinds that the standard leaves to them.
 */
export interface UnitFormat {
  /** The bytes of a unit's head. */
  readonly head: number;
  /** From the head. */
  readonly kindOf: (unit: Uint8Array) => number;
  /** The kinds that a decoder needs; every other one is overwritten. */
  readonly roles: ReadonlyMap<number, Role>;
  /** The head of a filler. */
  readonly filler: readonly number[];
}

const rolesOf = (kinds: Readonly<Record<Role, readonly number[]>>): ReadonlyMap<number, Role> =>
  new Map([
    ...kinds.slice.map((kind) => [kind, "slice"] as const),
    ...kinds.parameters.map((kind) => [kind, "parameters"] as const),
    ...kinds.mark.map((kind) => [kind, "mark"] as const),
  ]);

/** ITU-T H.264, table 7-1, without the parts of the extended profiles. */
export const H264: UnitFormat = {
  head: 1,
  kindOf: ([first = 0]) => first & 0x1f,
  roles: rolesOf({ slice: [1, 5], parameters: [7, 8], mark: [9, 10, 11] }),
  filler: [12],
};

/** ITU-T H.265, table 7-1; the second byte of the head is always 1 or a little more. */
export const H265: UnitFormat = {
  head: 2,
  kindOf: ([first = 0]) => (first >> 1) & 0x3f,
  roles: rolesOf({
    slice: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 17, 18, 19, 20, 21],
    parameters: [32, 33, 34],
    mark: [35, 36, 37],
  }),
  filler: [38 << 1, 1],
};

/** How units stand in a track's samples. */
export interface UnitLayout {
  readonly format: UnitFormat;
  /** The bytes of the length before each unit. */
  readonly lengthBytes: number;
  /** False where parameters stand in the settings only. */
  readonly hasParameters: boolean;
}

/** A slice says in its first bit whether it is the first of its picture. */
const FIRST_OF_PICTURE = 0x80;

/**
 * Overwrites what isn't needed of a sample with filler of the same length.
 * @throws OddFile where it isn't cut into units, or its first slice doesn't begin a picture, as a note would not
 */
export function cleanUnits(sample: Uint8Array, { format, lengthBytes, hasParameters }: UnitLayout): void {
  const { head, kindOf, roles, filler } = format;
  let at = 0;
  let hasSlice = false;
  while (at < sample.length) {
    let length = 0;
    for (const byte of slice(sample, at, lengthBytes)) length = length * 256 + byte;
    const unit = slice(sample, at + lengthBytes, length);
    must(length > 0);
    at += lengthBytes + length;
    const role = roles.get(kindOf(unit));
    if (role === "slice") {
      must(hasSlice || ((unit[head] ?? 0) & FIRST_OF_PICTURE) !== 0);
      hasSlice = true;
    } else if (!(role === "mark" && length <= head + 1) && !(role === "parameters" && hasParameters)) {
      unit.set(filler.slice(0, length));
      unit.fill(0xff, head);
      if (length > head) unit[length - 1] = 0x80;
    }
  }
}

/** Profiles whose settings go on with formats of colours and a third list (ISO/IEC 14496-15, 5.3.3.1.2). */
const LONG_PROFILES: readonly number[] = [100, 110, 122, 144];

/**
 * H.264's settings (`avcC`): lists of parameters, each of its kind; what follows them is zeroed.
 * @returns the length of a unit's length in the samples, in bytes
 */
export function cleanH264Settings(body: Uint8Array): number {
  const view = viewOf(body);
  let at = listOf(body, H264, 6, view.getUint8(5) & 0x1f, 7);
  at = listOf(body, H264, at + 1, view.getUint8(at), 8);
  if (LONG_PROFILES.includes(view.getUint8(1)) && at + 4 <= body.length)
    at = listOf(body, H264, at + 4, view.getUint8(at + 3), 13);
  body.fill(0, at);
  return (view.getUint8(4) & 3) + 1;
}

/**
 * H.265's settings (`hvcC`): lists of units of one kind. Notes in them become as many fillers; what follows is zeroed.
 * @returns as `cleanH264Settings`
 */
export function cleanH265Settings(body: Uint8Array): number {
  const view = viewOf(body);
  let at = 23;
  for (let lists = view.getUint8(22); lists > 0; lists -= 1) {
    const kind = view.getUint8(at) & 0x3f;
    const count = view.getUint16(at + 1);
    const from = at + 3;
    if (H265.roles.get(kind) === "parameters") at = listOf(body, H265, from, count, kind);
    else {
      at = listOf(body, H265, from, count);
      cleanUnits(body.subarray(from, at), { format: H265, lengthBytes: 2, hasParameters: false });
    }
  }
  body.fill(0, at);
  return (view.getUint8(21) & 3) + 1;
}

/**
 * Where a list of units, each with a length of two bytes, ends.
 * @throws OddFile where one of them is of another kind
 */
function listOf(body: Uint8Array, format: UnitFormat, from: number, count: number, kind?: number): number {
  let at = from;
  for (let i = 0; i < count; i += 1) {
    const unit = slice(body, at + 2, viewOf(body).getUint16(at));
    must(kind === undefined || format.kindOf(unit) === kind);
    at += 2 + unit.length;
  }
  return at;
}
