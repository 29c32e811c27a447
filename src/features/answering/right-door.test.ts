import { describe, expect, it } from "vitest";
import type { Hit, Passage } from "../../knowledge/knowledge-index.ts";
import { plainText } from "../../messaging/reply.ts";
import { DOORS } from "../../reader/names/labels.ts";
import type { Found } from "./found.ts";
import { isFarOff, rightDoor } from "./right-door.ts";

const NONE: Found = { kind: "none" };
const passage: Passage = {
  id: "a#1",
  document: { id: "a", title: "A", asOf: "2026-11-01", audience: "public" },
  headings: ["Giấy này xin ở đâu?"],
  text: "Ở đó.",
  asks: [],
  citation: "Luật",
  sources: [],
};
const hit: Hit = { passage, score: 1, coverage: 1, likeness: 1 };
const NEAR: Found = { kind: "near", hits: [hit] };
const ANSWER: Found = { kind: "answer", passages: [passage], related: [], sure: false };

const read = (act: "ask" | "tell" | "outside", door: (typeof DOORS)[number], p: number) => ({
  acts: [{ is: act, p: 0.9 }],
  doors: [{ is: door, p }],
});

describe("the right door", () => {
  it.each(DOORS.filter((door) => door !== "none"))("has a wording without a number or a link: %s", (door) => {
    const reply = rightDoor(read("ask", door, 0.9), NONE);
    expect(reply).not.toBeNull();
    const words = reply === null ? "" : plainText(reply);
    expect(words).toMatch(/anh\/chị/u);
    expect(words.replace("115", "")).not.toMatch(/\d|https?:/u);
  });

  it("is named for questions only, and where it is probable", () => {
    expect(rightDoor(read("tell", "land", 0.9), NONE)).toBeNull();
    expect(rightDoor(read("ask", "land", 0.4), NONE)).toBeNull();
    expect(rightDoor(read("ask", "none", 0.9), NONE)).toBeNull();
  });

  it("must be certain where the knowledge may have an answer", () => {
    expect(rightDoor(read("ask", "land", 0.6), ANSWER)).toBeNull();
    expect(rightDoor(read("ask", "land", 0.9), ANSWER)).not.toBeNull();
  });

  it("is named below what the knowledge may have, unless it is certain", () => {
    const words = (p: number) => {
      const reply = rightDoor(read("ask", "justice", p), NEAR);
      return reply === null ? "" : plainText(reply);
    };
    expect(words(0.6)).toContain("Giấy này xin ở đâu?");
    expect(words(0.9)).not.toContain("Giấy này xin ở đâu?");
    expect(words(0.9)).toMatch(/anh\/chị/u);
  });

  it("leaves the papers of the police to what the knowledge finds", () => {
    for (const found of [ANSWER, NEAR]) expect(rightDoor(read("ask", "idCard", 0.95), found)).toBeNull();
    expect(rightDoor(read("ask", "idCard", 0.95), NONE)).not.toBeNull();
    expect(rightDoor(read("ask", "land", 0.95), NEAR)).not.toBeNull();
  });

  it("knows what is nobody's matter", () => {
    expect(isFarOff(read("outside", "none", 0.9), "none")).toBe(true);
    expect(isFarOff(read("ask", "none", 0.9), "none")).toBe(false);
    // Papers that the police give are never far off.
    expect(isFarOff(read("outside", "passport", 0.9), "near")).toBe(false);
  });
});
