import fc from "fast-check";

/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const nested = (depth: number): Json => {
  let value: Json = "đáy";
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { a: value };
  return value;
};

/** An object with this as its own key, `__proto__` too. */
const keyed = (key: string, value: Json): Json =>
  JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(value)}}`);

const WORDS = [
  "",
  " ",
  "\u0000",
  "\ud800",
  "\u202eexe.gpj",
  "\u200b",
  "__proto__",
  "constructor",
  "toString",
  "/constructor",
  "/baocao",
  "/danhtinh TB-0000-0000 x",
  "/capnhat huy0123456789abcdef",
  "huỷ",
  "cháy nhà",
  "'; DROP TABLE reports; --",
  "<b>&amp;</i>",
  "1e309",
  "9".repeat(400),
  "a".repeat(20_000),
  "ă ".repeat(5_000),
  "😀".repeat(3_000),
  "e\u0301\u0323".repeat(2_000),
] as const;

/** What no field expects. */
export const hostile: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, false, 0, -1, 1.5, 2 ** 53 + 2, 1e308, -1e-308, [], {}),
  fc.constantFrom<Json>(...WORDS),
  fc.constantFrom(
    ...["__proto__", "constructor", "length", "toJSON", "then"].map((key) => keyed(key, { x: 1 })),
  ),
  fc.constant(nested(200)),
  fc.constant(Array.from({ length: 3_000 }, (_, i) => i)),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
);

type Change = {
  readonly at: number;
  readonly how: "replace" | "remove" | "wrap" | "retype" | "add";
  readonly value: Json;
};

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  how: fc.constantFrom(
    "replace" as const,
    "remove" as const,
    "wrap" as const,
    "retype" as const,
    "add" as const,
  ),
  value: hostile,
});

/** A valid value with up to four of its parts swapped, dropped, wrapped, retyped or added to. */
export const mutated = (valid: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc
    .tuple(valid, fc.array(change, { maxLength: 4 }))
    .map(([value, changes]) => changes.reduce(applied, value));

interface Place {
  readonly parent: { [key: string]: Json } | Json[];
  readonly key: string;
}

function applied(value: Json, { at, how, value: other }: Change): Json {
  const copy = structuredClone(value);
  const places = placesIn(copy);
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined) return how === "replace" ? other : copy;
  const parent = place.parent as { [key: string]: Json };
  const old = parent[place.key] ?? null;
  if (how === "remove") delete parent[place.key];
  else if (how === "add") Object.defineProperty(parent, "__proto__", { value: other, enumerable: true });
  else parent[place.key] = how === "replace" ? other : how === "wrap" ? [old] : retyped(old);
  return copy;
}

const retyped = (old: Json): Json => {
  if (typeof old === "number") return String(old);
  if (typeof old === "string") return /^\d+$/u.test(old) ? Number(old) : { text: old };
  return JSON.stringify(old);
};

function placesIn(value: Json): Place[] {
  if (value === null || typeof value !== "object") return [];
  const keys = Object.keys(value).slice(0, 50);
  return keys.flatMap((key) => [
    { parent: value, key },
    ...placesIn((value as { [key: string]: Json })[key] ?? null),
  ]);
}
