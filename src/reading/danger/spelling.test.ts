import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMessageFile } from "../../../scripts/train/examples.ts";
import { fold } from "../../language/fold.ts";
import { decodeTelex, decodeVni } from "../../language/keyboard.ts";
import { readUtterance } from "../../language/utterance.ts";
import { readMessage } from "../read-message.ts";
import { respell } from "./spelling.ts";

const KNOWN = new Set("cứu với cháy nhà tôi em đang rồi nước đuối".split(" "));
const respelt = (message: string) => respell(readUtterance(message), KNOWN)?.words.join(" ") ?? null;

describe("decodeTelex and decodeVni", () => {
  it.each([
    ["cuwus", "cứu"],
    ["cuwsu", "cứu"],
    ["chasy", "cháy"],
    ["ddanhs", "đánh"],
    ["nuwowcs", "nước"],
    ["nguwowif", "người"],
    ["tooi", "tôi"],
    ["quas", "quá"],
  ])("Telex %s → %s", (keys, word) => expect(decodeTelex(keys)).toBe(word));

  it.each([
    ["cu7u1", "cứu"],
    ["d9a1nh", "đánh"],
    ["nu7o7c1", "nước"],
    ["nuo7c1", "nước"],
    ["to6i", "tôi"],
  ])("VNI %s → %s", (keys, word) => expect(decodeVni(keys)).toBe(word));

  it("leaves other words alone", () => {
    expect(decodeTelex("zalo")).toBeNull();
    expect(decodeVni("138")).toBeNull();
  });
});

describe("laughter", () => {
  it.each(["haha", "hihihi", "kkkk hehe"])("isn't taken apart: %s", (laughed) =>
    expect(respelt(`nó giết tôi mất ${laughed}`) ?? laughed).toContain(laughed.split(" ").at(-1)),
  );

  it("makes no danger of what is told with it", () =>
    expect(readMessage("chồng tao mà biết tao mua nồi 2 triệu chắc nó đập tao mất haha").danger).toBeNull());
});

describe("respell", () => {
  it.each([
    ["c h á y n h à", "cháy nhà"],
    ["c.ứ.u tôi", "cứu tôi"],
    ["cuuuu voiiii", "cuu voi"],
    ["chaynharoi", "chay nha roi"],
    ["ch@y nh@", "chay nha"],
    ["cưú tôi", "cứu tôi"],
    ["đuối nuóc", "đuối nuoc"],
    ["ch áy nhà", "cháy nhà"],
    ["chsy nhaf", "cháy nhà"],
  ])("%s → %s", (typed, meant) => expect(respelt(typed)).toBe(meant));

  it("leaves ordinary Vietnamese as it is", () => {
    for (const message of ["năm nay xã đạt chuẩn không", "em xoong nồi", "quý anh chị", "thuở xưa"]) {
      expect(respelt(message)).toBeNull();
    }
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (raw) => void respelt(raw)));
  });
});

/** What fear and keyboards do to a message. Each keeps it readable to a person. */
const CORRUPTIONS: readonly ((message: string, seed: number) => string)[] = [
  (message) => fold(message),
  (message) => message.toUpperCase(),
  (message) => message.normalize("NFD"),
  (message) => [...message.replaceAll(" ", "")].join(" "),
  (message) => message.replace(/\S+/gu, (word) => [...word].join(".")),
  (message) => message.replace(/(\p{L})(?=\s|$)/gu, "$1$1$1$1"),
  (message) => message.replaceAll(" ", ""),
  (message) => fold(message).replaceAll(" ", ""),
  (message) => fold(message).replaceAll("a", "@").replaceAll("o", "0"),
  (message) => message.replace(/\S+/gu, telexOf),
  (message) => message.replace(/\S+/gu, vniOf),
  (message) => message.replace(/\S+/gu, telexOf).toUpperCase(),
  (message, seed) => `${message}${"!".repeat(seed % 7)}`,
  (message) => message.replaceAll(" ", "   "),
  (message, seed) => swapInOneWord(message, seed),
  (message) => [...message].join("\u200b"),
];

const SEEDS: readonly (readonly [string, string])[] = [
  ["cháy nhà rồi", "114"],
  ["nhà tôi đang cháy", "114"],
  ["cứu tôi với", "113"],
  ["có người đuối nước", "114"],
  ["em bị điện giật", "115"],
  ["chồng đang đánh em", "113"],
  ["có trộm đang cạy cửa", "113"],
  ["bố em bị đột quỵ", "115"],
];

describe("danger in any spelling", () => {
  it("keeps its number", () => {
    const seeds = fc.constantFrom(...SEEDS);
    const corruptions = fc.constantFrom(...CORRUPTIONS);
    fc.assert(
      fc.property(seeds, corruptions, fc.nat(50), ([message, number], corrupt, seed) => {
        const typed = corrupt(message, seed);
        expect(readMessage(typed).danger?.numbers[0], typed).toBe(number);
      }),
      { numRuns: 500 },
    );
  });

  it("never turns an ordinary message into a danger", () => {
    const calm = readMessageFile("older-calm.tsv").filter(
      ({ batch, isDanger }) => batch === "calm-told" && !isDanger,
    );
    const harmless = [
      (message: string) => message.toUpperCase(),
      (message: string) => message.normalize("NFD"),
      (message: string) => message.replaceAll(" ", "  "),
      (message: string) => `${message} ạ`,
      (message: string) => `Chào anh chị. ${message}`,
    ];
    fc.assert(
      fc.property(fc.constantFrom(...calm), fc.constantFrom(...harmless), ({ text }, change) => {
        expect(readMessage(change(text)).danger, text).toBeNull();
      }),
      { numRuns: 400 },
    );
  });
});

const TELEX: Readonly<Record<string, string>> = {
  "\u0301": "s",
  "\u0300": "f",
  "\u0309": "r",
  "\u0303": "x",
  "\u0323": "j",
};
const VNI: Readonly<Record<string, string>> = {
  "\u0301": "1",
  "\u0300": "2",
  "\u0309": "3",
  "\u0303": "4",
  "\u0323": "5",
};

function telexOf(word: string): string {
  return typeOut(
    word,
    TELEX,
    { "\u0302": (letter) => letter, "\u031b": () => "w", "\u0306": () => "w" },
    "dd",
  );
}

function vniOf(word: string): string {
  return typeOut(word, VNI, { "\u0302": () => "6", "\u031b": () => "7", "\u0306": () => "8" }, "d9");
}

/** The keys of a word: shape marks after their letter, the tone at the end. */
function typeOut(
  word: string,
  tones: Readonly<Record<string, string>>,
  shapes: Readonly<Record<string, (letter: string) => string>>,
  dStroke: string,
): string {
  let keys = "";
  let tone = "";
  let letter = "";
  for (const sign of word.normalize("NFD")) {
    const shape = shapes[sign];
    if (sign in tones) tone = tones[sign] as string;
    else if (shape !== undefined) keys += shape(letter);
    else {
      letter = sign;
      keys += sign === "đ" ? dStroke : sign;
    }
  }
  return keys + tone;
}

/** Two neighbouring letters of the longest word change places; a swap that makes another word is left out. */
function swapInOneWord(message: string, seed: number): string {
  const longest = message.split(" ").sort((a, b) => b.length - a.length)[0] as string;
  const at = seed % 2;
  const swapped = longest.slice(0, at) + longest[at + 1] + longest[at] + longest.slice(at + 2);
  return message.replace(longest, swapped);
}
