import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PROVINCE } from "../language/province.ts";
import national from "./national-contacts.json" with { type: "json" };

const DOCUMENTS = new URL("../../knowledge/documents/", import.meta.url);

const digits = (text: string) => text.replace(/\D/g, "");
const KNOWN = new Set(
  [...national.flatMap(({ numbers }) => numbers), ...PROVINCE.contacts.map(({ number }) => number)].map(
    digits,
  ),
);

/** What reads like a number to call: a hotline, a mobile or a landline number. */
const CALLABLE = /(?<![\d./-])(?:0\d(?:[ .]?\d){7,9}|1[89]00(?:[ .]?\d){4,6})(?![\d/-])/g;

describe("phone numbers", () => {
  it.each(readdirSync(DOCUMENTS).filter((name) => name.endsWith(".md")))(
    "%s names only confirmed ones",
    (name) => {
      const text = readFileSync(new URL(name, DOCUMENTS), "utf8").replace(/https?:\S+/g, "");
      const strangers = (text.match(CALLABLE) ?? []).filter((number) => !KNOWN.has(digits(number)));
      expect(strangers).toEqual([]);
    },
  );

  it("are known by their sources", () => {
    for (const contact of national) expect(contact.source).not.toBe("");
    expect("gọi 0205 381 1234".match(CALLABLE)).toHaveLength(1);
  });
});
