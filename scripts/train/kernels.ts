/**
 * The three loops that training spends its time in, four numbers at once: as WebAssembly, put together here by hand, since there
 * is nothing else to build in this project. The same everywhere: its arithmetic has no freedom.
 */
export interface Kernels {
  /** Adds `times` times the numbers at `from` to those at `to`. */
  readonly add: (to: number, from: number, count: number, times: number) => void;
  /** The sum of the products. */
  readonly dot: (one: number, other: number, count: number) => number;
  /** One step of Adam; the slopes are nought afterwards. */
  readonly adam: (
    values: number,
    slopes: number,
    mean: number,
    square: number,
    count: number,
    kept: number,
    by: number,
    scale: number,
  ) => void;
}

/** All counts are multiples of this. */
export const AT_ONCE = 8;

const I32 = 0x7f;
const F32 = 0x7d;
const V128 = 0x7b;

const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
const tee = (local: number) => [0x22, local];
/** Below 64, so that it is one byte. */
const whole = (value: number) => [0x41, value];
const float = (value: number) => [0x43, ...new Uint8Array(Float32Array.of(value).buffer)];
const PLUS = [0x6a];
const SHIFTED = [0x74];
const BELOW = [0x49];
const load = (offset = 0) => [0xfd, 0x00, 0x04, offset];
const store = (offset = 0) => [0xfd, 0x0b, 0x04, offset];
const SPREAD = [0xfd, 0x13];
const lane = (at: number) => [0xfd, 0x1f, at];
const ROOT = [0xfd, 0xe3, 0x01];
const ADD = [0xfd, 0xe4, 0x01];
const LESS = [0xfd, 0xe5, 0x01];
const TIMES = [0xfd, 0xe6, 0x01];
const OVER = [0xfd, 0xe7, 0x01];
const ADD_ONE = [0x92];
const END = [0x0b];

const moved = (local: number, by: number) => [...get(local), ...whole(by), ...PLUS, ...set(local)];
/** Makes a count the address behind the last number. */
const endOf = (start: number, count: number) => [
  ...get(start),
  ...get(count),
  ...whole(2),
  ...SHIFTED,
  ...PLUS,
  ...set(count),
];
/** Again while the address is below the end. */
const loop = (body: number[], address: number, by: number, end: number) => [
  ...[0x03, 0x40],
  ...body,
  ...get(address),
  ...whole(by),
  ...PLUS,
  ...tee(address),
  ...get(end),
  ...BELOW,
  ...[0x0d, 0],
  ...END,
];

const addFour = (offset: number) => [
  ...get(0),
  ...get(0),
  ...load(offset),
  ...get(4),
  ...get(1),
  ...load(offset),
  ...TIMES,
  ...ADD,
  ...store(offset),
];
const ADDED = [
  ...get(3),
  ...SPREAD,
  ...set(4),
  ...endOf(0, 2),
  ...loop([...addFour(0), ...addFour(16), ...moved(1, 32)], 0, 32, 2),
];

const dotFour = (offset: number, sum: number) => [
  ...get(0),
  ...load(offset),
  ...get(1),
  ...load(offset),
  ...TIMES,
  ...get(sum),
  ...ADD,
  ...set(sum),
];
const DOT = [
  ...endOf(0, 2),
  ...loop([...dotFour(0, 3), ...dotFour(16, 4), ...moved(1, 32)], 0, 32, 2),
  ...get(3),
  ...get(4),
  ...ADD,
  ...tee(3),
  ...lane(0),
  ...get(3),
  ...lane(1),
  ...ADD_ONE,
  ...get(3),
  ...lane(2),
  ...get(3),
  ...lane(3),
  ...ADD_ONE,
  ...ADD_ONE,
];

const spread = (value: number) => [...float(value), ...SPREAD];
/** values 0, slopes 1, mean 2, square 3, end 4, kept 5, by 6, scale 7; in fours: kept 8, by 9, scale 10, the slope 11. */
const ADAM = [
  ...[5, 6, 7].flatMap((local) => [...get(local), ...SPREAD, ...set(local + 3)]),
  ...endOf(0, 4),
  ...loop(
    [
      ...[...get(1), ...load(), ...set(11)],
      ...[...get(1), ...spread(0), ...store()],
      ...[...get(2), ...get(2), ...load(), ...spread(0.9), ...TIMES],
      ...[...get(11), ...spread(0.1), ...TIMES, ...ADD, ...store()],
      ...[...get(3), ...get(3), ...load(), ...spread(0.999), ...TIMES],
      ...[...get(11), ...get(11), ...TIMES, ...spread(0.001), ...TIMES, ...ADD, ...store()],
      ...[...get(0), ...get(0), ...load(), ...get(8), ...TIMES],
      ...[...get(9), ...get(2), ...load(), ...TIMES],
      ...[...get(3), ...load(), ...ROOT, ...get(10), ...TIMES, ...spread(1e-8), ...ADD],
      ...[...OVER, ...LESS, ...store()],
      ...[...moved(1, 16), ...moved(2, 16), ...moved(3, 16)],
    ],
    0,
    16,
    4,
  ),
];

const size = (count: number): number[] =>
  count < 128 ? [count] : [(count & 127) | 128, ...size(count >> 7)];
const list = (items: number[][]) => [...size(items.length), ...items.flat()];
const section = (id: number, content: number[]) => [id, ...size(content.length), ...content];
const name = (text: string) => [...size(text.length), ...new TextEncoder().encode(text)];
const type = (takes: number[], gives: number[]) => [
  0x60,
  ...list(takes.map((one) => [one])),
  ...list(gives.map((one) => [one])),
];
const code = (fours: number, body: number[]) => {
  const all = [...list([[...size(fours), V128]]), ...body, ...END];
  return [...size(all.length), ...all];
};

const MODULE = Uint8Array.from([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...section(
    1,
    list([
      type([I32, I32, I32, F32], []),
      type([I32, I32, I32], [F32]),
      type([I32, I32, I32, I32, I32, F32, F32, F32], []),
    ]),
  ),
  ...section(2, list([[...name("at"), ...name("memory"), 0x02, 0x00, 0x01]])),
  ...section(3, list([[0], [1], [2]])),
  ...section(7, list(["add", "dot", "adam"].map((called, i) => [...name(called), 0x00, i]))),
  ...section(10, list([code(1, ADDED), code(2, DOT), code(4, ADAM)])),
]);

const PAGE = 65_536;

/** Memory for numbers, and the loops over it. */
export class Space {
  readonly #memory: WebAssembly.Memory;
  readonly kernels: Kernels;
  #used = 16;

  /** @param count numbers that it must hold */
  constructor(count: number) {
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil((count * 4 + 16) / PAGE) });
    // The types are the Worker's, which may make no instance; this runs in Node.
    const instance = Reflect.construct(WebAssembly.Instance, [
      Reflect.construct(WebAssembly.Module, [MODULE]),
      { at: { memory: this.#memory } },
    ]) as { readonly exports: object };
    this.kernels = instance.exports as Kernels;
  }

  /** Numbers, all nought; their address is their `byteOffset`. */
  take(count: number): Float32Array {
    const numbers = new Float32Array(this.#memory.buffer, this.#used, count);
    this.#used += count * 4;
    return numbers;
  }
}

/** A count made a multiple of what is done at once. */
export const filledUp = (count: number): number => Math.ceil(count / AT_ONCE) * AT_ONCE;
