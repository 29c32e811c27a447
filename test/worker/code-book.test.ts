import { beforeAll, describe, expect, it } from "vitest";
import { CodeBook } from "../../src/features/officials/code-book.ts";
import { codesOf } from "../../src/features/officials/one-time-code.ts";
import { bindings, migrate } from "./bindings.ts";
import { fresh, ringOf, T0 } from "./reports-fixture.ts";

beforeAll(migrate);

const ring = ringOf(1);
let people = 0;
/** A new official for each test. */
function official() {
  const telegramId = `77${people++}`;
  const book = (by = ring) => new CodeBook(bindings.LEDGER, by);
  const code = (at = T0, keyId = "k1", by = ring) =>
    codesOf(by, telegramId, { epoch: 0, keyId })?.at(at) ?? "";
  const use = (typed: string, at = T0, { key = fresh(), by = ring } = {}) =>
    book(by).use({ telegramId, code: typed, key, at });
  return { code, use };
}
/** A code that isn't right at this moment. */
const wrong = (code: string) => String((Number(code) + 500_000) % 1_000_000).padStart(6, "0");

describe("a one-time code", () => {
  it("counts once, also of ten at once, and again only for the same message", async () => {
    const { code, use } = official();
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => use(code())));
    expect(outcomes.filter((outcome) => outcome === "right")).toHaveLength(1);
    const next = T0 + 60_000;
    expect(await use(code(next), next, { key: "same" })).toBe("right");
    expect(await use(code(next), next, { key: "same" })).toBe("right");
    expect(await use(code(next), next)).toBe("wrong");
  });

  it("of an earlier step doesn't count after a later one", async () => {
    const { code, use } = official();
    expect(await use(code(T0 + 30_000))).toBe("right");
    expect(await use(code(T0))).toBe("wrong");
  });

  it("locks after five wrong ones, however fast they come, and opens an hour later", async () => {
    const { code, use } = official();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => use(wrong(code()))));
    expect(outcomes.filter((outcome) => outcome === "wrong")).toHaveLength(4);
    expect(outcomes.filter((outcome) => outcome === "locked_now")).toHaveLength(1);
    expect(await use(code())).toBe("locked");
    const later = T0 + 60 * 60_000;
    expect(await use(code(later), later)).toBe("right");
  });

  it("stays with its key when the ring gets a new one, and ends when that key is gone", async () => {
    const { code, use } = official();
    const both = ringOf(2, 1);
    expect(await use(code())).toBe("right");
    const [later, latest] = [T0 + 90_000, T0 + 180_000];
    expect(await use(code(later), later, { by: both })).toBe("right");
    expect(await use(code(latest, "k2", both), latest, { by: both })).toBe("wrong");
    expect(await use(code(latest), latest, { by: ringOf(2) })).toBe("no_key");
  });

  it("of an older key counts too where none was ever used", async () => {
    const { code, use } = official();
    expect(await use(code(), T0, { by: ringOf(2, 1) })).toBe("right");
  });
});
