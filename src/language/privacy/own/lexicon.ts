import { z } from "zod";
import { fold, isUnmarked, normaliseTone } from "../../fold.ts";
import { PatternBook } from "../../pattern-book.ts";
import { SURNAMES } from "../personal-words.ts";
import json from "./own-words.json" with { type: "json" };

/** The words by which people speak of themselves and of others, from `own-words.json`. */

const patterns = z.array(z.string().min(1)).min(1).readonly();
const Words = z.strictObject({
  classes: z.record(z.string(), z.string()),
  number: z.strictObject({
    own: patterns,
    called: patterns,
    theirs: patterns,
    ownAfter: patterns,
    theirsAfter: patterns,
  }),
  name: z.strictObject({
    sure: patterns,
    likely: patterns,
    plain: patterns,
    after: patterns,
    theirs: patterns,
    owner: patterns,
    called: patterns,
    described: patterns,
    named: patterns,
    third: patterns,
    acts: patterns,
    accused: patterns,
    acquainted: patterns,
  }),
  home: z.strictObject({ own: patterns }),
  work: z.strictObject({ own: patterns }),
  asked: z.strictObject({ name: patterns, phone: patterns, paper: patterns, address: patterns }),
  profile: patterns,
  narrows: patterns,
  courtesy: patterns,
  lists: z.record(z.string(), z.string()),
});

const words = Words.parse(json);

/** The longest run of other words that "…" bridges in these patterns. */
const GAP = 5;

const books = <K extends string>(sources: Readonly<Record<K, readonly string[]>>): Record<K, PatternBook> =>
  Object.fromEntries(
    Object.entries<readonly string[]>(sources).map(([name, list]) => [
      name,
      new PatternBook(list, { gap: GAP, classes: words.classes }),
    ]),
  ) as Record<K, PatternBook>;

/** Patterns before and after a number. */
export const NUMBER_WORDS = books(words.number);
/** Patterns before and after a name. */
export const NAME_WORDS = books(words.name);
/** Patterns before the address of a home. */
export const HOME_WORDS = books(words.home);
/** Patterns of a question for such a thing. */
export const ASKED_WORDS = books(words.asked);
/** Patterns before the place where the writer works. */
export const WORK_WORDS = books(words.work);
export const CLASS_WORDS = books({
  they: ["<THEY>"],
  self: ["<SELF>"],
  number: ["<NUM>"],
  call: ["<CALL>"],
  paper: ["<PAPER>"],
  bank: ["<BANK>"],
  kin: ["(con/vợ/chồng/cháu/em/chị/anh) (ông/bà/anh/chị/cô/chú/bác/mẹ/bố/ba/má/cụ/mế/ké/dì/cậu)"],
  here: ["(đây/nè/ne/day)", "(/xin/kính) (báo/trình báo/tố giác)"],
  ofSelf: ["của <SELF>"],
  app: words.profile,
  narrows: words.narrows,
  owner: ["(chủ nhà/chủ quán/chủ trọ/chủ xưởng/chủ tiệm/chủ hộ) (tên/là/tên là)"],
});

/** Single words, found as typed with their marks or without any. */
export class WordList {
  readonly #marked: ReadonlySet<string>;
  readonly #plain: ReadonlySet<string>;

  constructor(list: string) {
    const all = list.split(" ").map(normaliseTone);
    this.#marked = new Set(all);
    this.#plain = new Set(all.map(fold));
  }

  hasMarked(word: string): boolean {
    return this.#marked.has(word);
  }

  has(word: string): boolean {
    return this.#marked.has(word) || (isUnmarked(word) && this.#plain.has(word));
  }
}

/** "xin lỗi đã làm phiền": a message of nothing else names nobody. */
export const COURTESY = new PatternBook(words.courtesy);
export const FRAME = new PatternBook((words.lists.frame ?? "").split(" "));

const list = (name: string): WordList => new WordList(words.lists[name] ?? "");

export const LISTS = {
  selfCapital: list("selfCapital"),
  self: list("self"),
  they: list("they"),
  skip: list("skip"),
  offices: list("offices"),
  nameEnds: list("nameEnds"),
  given: list("given"),
  surnames: new WordList(SURNAMES.join(" ")),
  homeKinds: list("homeKinds"),
  communes: list("communes"),
  homeEnds: list("homeEnds"),
  happens: list("happens"),
  loss: list("loss"),
  money: list("money"),
  currency: list("currency"),
  noAnswer: list("noAnswer"),
  frame: list("frame"),
  errand: list("errand"),
  digitGaps: list("digitGaps"),
  ownVehicle: list("ownVehicle"),
  placeKinds: list("placeKinds"),
  headers: list("headers"),
  here: list("here"),
  houseKinds: list("houseKinds"),
  streets: list("streets"),
  stays: list("stays"),
  publicHouses: list("publicHouses"),
  numbered: list("numbered"),
  closers: list("closers"),
  bodies: list("bodies"),
  counted: list("counted"),
  kin: list("kin"),
  exact: list("exact"),
  days: list("days"),
  dayNames: list("dayNames"),
  businesses: list("businesses"),
  pieceWords: list("pieceWords"),
  works: list("works"),
  beside: list("beside"),
  relatives: list("relatives"),
  accountWords: list("accountWords"),
  toPlaces: list("toPlaces"),
  notNames: list("notNames"),
  ofRecords: list("ofRecords"),
  ofPeople: list("ofPeople"),
  seeks: list("seeks"),
  elders: list("elders"),
  someone: list("someone"),
  complains: list("complains"),
  harms: list("harms"),
  says: list("says"),
  inside: list("inside"),
  titles: list("titles"),
} as const;

/** "Nhà", with or without its mark. */
export const isHouseWord = (word = ""): boolean => /^nh[àa]$/u.test(word);

/** A number that begins with one of these is a public hotline. */
export const HOTLINES: readonly string[] = (words.lists.hotlines ?? "").split(" ");

/** "chín" → "9". */
export const DIGIT_OF: ReadonlyMap<string, string> = new Map(
  (words.lists.digitWords ?? "").split(" ").map((pair) => {
    const [word = "", digit = ""] = pair.split(":");
    return [normaliseTone(word), digit];
  }),
);
