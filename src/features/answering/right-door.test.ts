import { describe, expect, it } from "vitest";
import { plainText } from "../../messaging/reply.ts";
import { DOORS } from "../../reader/names/labels.ts";
import { isFarOff, rightDoor } from "./right-door.ts";

const read = (act: "ask" | "tell" | "outside", door: (typeof DOORS)[number], p: number) => ({
  acts: [{ is: act, p: 0.9 }],
  doors: [{ is: door, p }],
});

describe("the right door", () => {
  it.each(DOORS.filter((door) => door !== "none"))("has a wording without a number or a link: %s", (door) => {
    const reply = rightDoor(read("ask", door, 0.9), "none");
    expect(reply).not.toBeNull();
    const words = reply === null ? "" : plainText(reply);
    expect(words).toMatch(/anh\/chị/u);
    expect(words.replace("115", "")).not.toMatch(/\d|https?:/u);
  });

  it("is named for questions only, and where it is probable", () => {
    expect(rightDoor(read("tell", "land", 0.9), "none")).toBeNull();
    expect(rightDoor(read("ask", "land", 0.4), "none")).toBeNull();
    expect(rightDoor(read("ask", "none", 0.9), "none")).toBeNull();
  });

  it("must be certain where the knowledge may have an answer", () => {
    expect(rightDoor(read("ask", "land", 0.6), "answer")).toBeNull();
    expect(rightDoor(read("ask", "land", 0.9), "answer")).not.toBeNull();
  });

  it("leaves the papers of the police to what the knowledge finds", () => {
    for (const found of ["answer", "near"] as const)
      expect(rightDoor(read("ask", "idCard", 0.95), found)).toBeNull();
    expect(rightDoor(read("ask", "idCard", 0.95), "none")).not.toBeNull();
    expect(rightDoor(read("ask", "land", 0.95), "near")).not.toBeNull();
  });

  it("knows what is nobody's matter", () => {
    expect(isFarOff(read("outside", "none", 0.9), "none")).toBe(true);
    expect(isFarOff(read("ask", "none", 0.9), "none")).toBe(false);
    // Papers that the police give are never far off.
    expect(isFarOff(read("outside", "passport", 0.9), "near")).toBe(false);
  });
});
