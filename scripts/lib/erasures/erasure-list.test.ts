import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { toBase64Url } from "../../../src/platform/crypto/base64url.ts";
import { type KeyRing, parseKeyRing } from "../../../src/platform/crypto/key-ring.ts";
import { type ErasureEntry, ErasureList, ErasureListRefused } from "./erasure-list.ts";

const dir = mkdtempSync(join(tmpdir(), "tro-ly-138-erasures-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const key = (fill: number) => toBase64Url(new Uint8Array(32).fill(fill));
const ring = parseKeyRing(`k1:${key(1)}`) as KeyRing;
const newer = parseKeyRing(`k2:${key(2)},k1:${key(1)}`) as KeyRing;
const CONVERSATION = "ab".repeat(32);
const entries: readonly ErasureEntry[] = [
  {
    id: "1",
    erased: { kind: "case", code: "TB-PB1B-4TEE", why: "request", state: "resolved", at: 3_600_000 },
  },
  { id: "2", erased: { kind: "chat", conversation: CONVERSATION, at: 3_600_000 } },
  {
    id: "3",
    erased: { kind: "case", code: "TB-GREX-Y4TP", why: "request", state: "rejected", at: 7_200_000 },
  },
];

let n = 0;
function listOf(...given: readonly ErasureEntry[]): string {
  const path = join(dir, `list-${n++}`);
  const list = ErasureList.open(path, ring);
  for (const entry of given) list.append([entry]);
  return path;
}

describe("the list of erasures", () => {
  it("is read again as it was written, once each, and shows nothing without the key", () => {
    const path = listOf(...entries, entries[0] as ErasureEntry);
    expect(ErasureList.read(path, ring).entries).toEqual(entries);
    ErasureList.open(path, ring).append(entries);
    expect(ErasureList.read(path, ring).entries).toEqual(entries);
    expect(readFileSync(path, "utf8")).not.toMatch(/TB-|abab|resolved/u);
  });

  it("goes on after half a line, which nobody was told is kept", () => {
    const path = listOf(...entries.slice(0, 2));
    appendFileSync(path, "1.k1.half");
    const list = ErasureList.open(path, ring);
    list.append(entries);
    expect(ErasureList.read(path, ring).entries).toEqual(entries);
  });

  it.each<[string, (lines: string[], other: string[]) => string[]]>([
    ["a line changed", ([h = "", a = "", ...rest]) => [h, `${a.slice(0, -2)}AA`, ...rest]],
    ["a line taken out", ([h = "", , ...rest]) => [h, ...rest]],
    ["two lines swapped", ([h = "", a = "", b = "", ...rest]) => [h, b, a, ...rest]],
    ["a line twice", ([h = "", a = "", ...rest]) => [h, a, a, ...rest]],
    ["a line of another list", ([h = "", , ...rest], [, a = ""]) => [h, a, ...rest]],
    ["another list's head", ([, ...rest], [h = ""]) => [h, ...rest]],
    ["no head", ([, ...rest]) => rest],
    ["nothing", () => []],
  ])("is refused with %s", (_, change) => {
    const [path, other] = [listOf(...entries), listOf(...entries)];
    const linesOf = (file: string) => readFileSync(file, "utf8").trimEnd().split("\n");
    const changed = change(linesOf(path), linesOf(other));
    writeFileSync(path, changed.map((line) => `${line}\n`).join(""));
    expect(() => ErasureList.read(path, ring)).toThrow(ErasureListRefused);
  });

  it("names a missing key, and is sealed anew when the keys change", () => {
    const path = listOf(...entries);
    const foreign = parseKeyRing(`k3:${key(3)}`) as KeyRing;
    expect(() => ErasureList.read(path, foreign)).toThrow("cần một khoá");
    expect(ErasureList.open(path, newer).entries).toEqual(entries);
    expect(ErasureList.read(path, parseKeyRing(`k2:${key(2)}`) as KeyRing).entries).toEqual(entries);
  });
});
