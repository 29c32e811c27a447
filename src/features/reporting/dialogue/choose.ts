import { fold } from "../../../language/fold.ts";
import type { Choice, Finding } from "./screen.ts";

/** What a citizen may say to the question whose a detail is. The first words of each are its button's. */
const SAYINGS: Readonly<Record<Choice, readonly string[]>> = {
  hide: [
    "che",
    "che di",
    "che lai",
    "che het",
    "che tat ca",
    "che giup",
    "giu kin",
    "cua toi",
    "cua em",
    "cua minh",
    "cua chau",
    "khong chuyen",
  ],
  pass: [
    "cua nguoi bi bao",
    "cua nguoi khac",
    "cua nguoi khac het",
    "ten nguoi khac",
    "khong phai cua toi",
    "khong phai cua em",
    "khong phai cua minh",
    "khong phai ten toi",
    "khong phai ten em",
    "khong phai nha toi",
    "khong phai nha em",
    "cu chuyen",
    "cu chuyen het",
    "cua nguoi bi bao het",
    "noi xay ra het",
    "chuyen het",
    "khong che",
    "khong can che",
    "noi xay ra",
    "day la noi xay ra",
    "cua no",
    "cua han",
    "cua doi tuong",
    "cua ke lua dao",
    "cua ke gian",
    "cua ke trom",
    "so cua no",
    "so cua ke lua dao",
  ],
};
const ONE_BY_ONE = "chon tung cho";

/** The words of a button; with an id it means that one detail. */
export const CHOOSING = {
  hide: "che",
  theirs: "của người bị báo",
  others: "của người khác",
  place: "nơi xảy ra",
  pass: "cứ chuyển",
  oneByOne: "chọn từng chỗ",
} as const;

export type Said =
  | { readonly say: Choice; readonly about: readonly Finding[] }
  /** Several details, and the words don't say which. */
  | { readonly say: "which" };

/**
 * What a message says to the question whose the found details are; null where it says something else. "che" means all;
 * to pass something on takes the words for one, or "hết".
 */
export function readChoice(typed: string, findings: readonly Finding[]): Said | null {
  if (findings.length === 0 || typed.length > LONGEST) return null;
  const { words, id } = splitId(typed.normalize("NFC"));
  const named = findings.filter((one) => (id === undefined ? isNamed(words, one) : one.id === id));
  if (id !== undefined && named.length === 0) return null;
  const said = tidy(fold(id === undefined ? without(words, named) : words).replace(/[^a-z ]+/gu, " "));
  if (said === ONE_BY_ONE) return { say: "which" };
  const say = (["hide", "pass"] as const).find((choice) =>
    SAYINGS[choice].some((saying) => tidy(saying) === said),
  );
  if (say === undefined) return null;
  const open =
    named.length > 0
      ? named
      : findings.filter(({ shown }) => say === "hide" || shown === "hidden" || shown === "presumed");
  const isClear = named.length > 0 || open.length === 1 || say === "hide" || /\bhet\b/u.test(said);
  if (open.length === 0) return null;
  return isClear ? { say, about: open } : { say: "which" };
}

/** What a button said, and the id that it carried. */
export function splitId(typed: string): { readonly words: string; readonly id: string | undefined } {
  const [words = "", id] = typed.trim().split(/\s*#(?=[0-9a-z]{1,8}$)/u);
  return { words, id };
}

/** A longer message tells something. */
const LONGEST = 160;

const tidy = (saying: string): string =>
  saying
    .replace(/\b(?:so|la|day|thi|di|nhe|a|ay|do|nay)\b/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();

const bare = (words: string): string => fold(words).replace(/[^\p{L}\p{Nd}]/gu, "");

const isNamed = (typed: string, { words }: Finding): boolean =>
  bare(words).length > 2 && bare(typed).includes(bare(words));

const without = (typed: string, findings: readonly Finding[]): string =>
  findings.reduce((rest, { words }) => rest.replace(words, " "), typed);
