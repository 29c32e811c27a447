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
    const reply = rightDoor(read("ask", door, 0.9), false);
    expect(reply).not.toBeNull();
    const words = reply === null ? "" : plainText(reply);
    expect(words).toMatch(/anh\/chị/u);
    expect(words.replace("115", "")).not.toMatch(/\d|https?:/u);
  });

  it("is named for questions only, and where it is probable", () => {
    expect(rightDoor(read("tell", "land", 0.9), false)).toBeNull();
    expect(rightDoor(read("ask", "land", 0.4), false)).toBeNull();
    expect(rightDoor(read("ask", "none", 0.9), false)).toBeNull();
  });

  it("must be certain where the knowledge may have an answer", () => {
    expect(rightDoor(read("ask", "land", 0.6), true)).toBeNull();
    expect(rightDoor(read("ask", "land", 0.9), true)).not.toBeNull();
  });

  it("knows what is nobody's matter", () => {
    expect(isFarOff(read("outside", "none", 0.9))).toBe(true);
    expect(isFarOff(read("ask", "none", 0.9))).toBe(false);
  });
});
