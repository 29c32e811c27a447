import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, it } from "vitest";
import { bytesMarker, findLinks, findMarkers, idMarker, placesIn, wordsMarker } from "./traces.ts";

const dir = mkdtempSync(join(tmpdir(), "tro-ly-138-traces-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const ID = "7138000000000138301";
const place = (bytes: Buffer | string) => ({ path: "/x/file", bytes: Buffer.from(bytes) });
const inside = (bytes: Buffer | string) =>
  Buffer.concat([Buffer.from("ab"), Buffer.from(bytes), Buffer.from("yz")]);

it.each([
  ["UTF-8", inside("Axolotl Đỏ")],
  ["small letters", inside("axolotl đỏ")],
  ["bare", inside("axolotl do")],
  ["UTF-16", inside(Buffer.from("Axolotl Đỏ", "utf16le"))],
  ["base64", Buffer.from(inside("Axolotl Đỏ").toString("base64"))],
  ["base64 a byte later", Buffer.from(inside("!Axolotl Đỏ").toString("base64url"))],
  ["base64 two bytes later", Buffer.from(inside("!!Axolotl Đỏ").toString("base64"))],
  ["hex", Buffer.from(inside("Axolotl Đỏ").toString("hex"))],
])("words are found as %s", (_, bytes) => {
  expect(findMarkers([place(bytes)], [wordsMarker("words", "Axolotl Đỏ")])).toEqual(["file: words"]);
  expect(findMarkers([place(bytes)], [wordsMarker("words", "Numbat Đỏ")])).toEqual([]);
});

it("an id is found as text, as a number in a database, and in the name of the runtime's object", () => {
  const marker = idMarker("zalo", ID);
  const database = new DatabaseSync(join(dir, "a.sqlite"));
  database.exec(
    `CREATE TABLE a (id INTEGER); INSERT INTO a VALUES (${ID}); CREATE TABLE b (id INTEGER PRIMARY KEY)`,
  );
  database.close();
  expect(findMarkers(placesIn(dir), [marker])).toEqual(["a.sqlite: zalo:7138000000000138301"]);
  const both = place(`TB-PB1B-4TEE ${ID}`);
  expect(findLinks([both], [{ code: "TB-PB1B-4TEE", channel: "zalo", id: ID }]).length).toBe(1);
  expect(findLinks([place(ID)], [{ code: "TB-PB1B-4TEE", channel: "zalo", id: ID }])).toEqual([]);
});

it("a rowid is found as SQLite writes it", () => {
  const telegram = "7138000138";
  const database = new DatabaseSync(join(dir, "b.sqlite"));
  database.exec(`CREATE TABLE b (id INTEGER PRIMARY KEY); INSERT INTO b VALUES (${telegram}), (${ID})`);
  database.close();
  const found = findMarkers(placesIn(dir), [idMarker("telegram", telegram), idMarker("zalo", ID)]);
  expect(found).toContain(`b.sqlite: telegram:${telegram}`);
  expect(found).toContain(`b.sqlite: zalo:${ID}`);
});

it("bytes are found", () => {
  const bytes = Uint8Array.from({ length: 40 }, (_, i) => (i * 37) % 256);
  expect(findMarkers([place(inside(Buffer.from(bytes)))], [bytesMarker("photo", bytes)])).toEqual([
    "file: photo",
  ]);
});
