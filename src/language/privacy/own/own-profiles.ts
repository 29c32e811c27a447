import { CLASS_WORDS } from "./lexicon.ts";
import type { OwnDetail } from "./own-detail.ts";
import { tokensOf } from "./own-numbers.ts";
import { foundBetween, type OwnReading, surroundings } from "./own-reading.ts";
import { whoseNumber } from "./whose-number.ts";

const EMAIL = /[\p{L}\p{Nd}._%+-]{1,64}@[\p{L}\p{Nd}-]{1,63}(?:\.[\p{L}\p{Nd}-]{1,63}){1,4}/gu;
const PROFILE =
  /(?<![\p{L}\p{Nd}.])(?:https?:\/\/)?(?:www\.|m\.)?(?:facebook|fb|zalo|instagram|tiktok|t|m|wa|viber)\.(?:com|me)\/[^\s,)[\]]{1,200}[^\s,)[\].;!?]/giu;
const HANDLE = /(?<![\p{L}\p{Nd}._%+-])@[\p{L}\p{Nd}_.]{2,40}[\p{L}\p{Nd}_]/gu;
/** An account's name of Latin letters with a digit or a line in it, after the name of an application. */
const NICK = /(?<![\p{L}\p{Nd}@/.])[A-Za-z]+[\w.]*[\d_](?:[\w.]*\w)?/gu;

/** E-mail addresses and accounts of messengers and networks. A page of any other address is evidence. */
export function ownProfiles(reading: OwnReading): readonly OwnDetail[] {
  const detail =
    (kind: "email" | "profile") =>
    ({ 0: words, index: start }: RegExpExecArray): OwnDetail => {
      const [from, to] = tokensOf(reading, start, start + words.length);
      const key = words.toLowerCase().replace(/^(?:https?:\/\/)?(?:www\.|m\.)?/u, "");
      return { kind, whose: whoseProfile(reading, from, to), start, end: start + words.length, words, key };
    };
  const nicks = [...reading.text.matchAll(NICK)].filter(({ 0: words, index }) => {
    const [from] = tokensOf(reading, index, index + words.length);
    const [first] = surroundings(reading, from, from, "part", 5);
    return foundBetween(reading, CLASS_WORDS.app, first, from).length > 0;
  });
  return [
    ...[...reading.text.matchAll(EMAIL)].map(detail("email")),
    ...[...reading.text.matchAll(PROFILE)].map(detail("profile")),
    ...[...reading.text.matchAll(HANDLE)].map(detail("profile")),
    ...nicks.map(detail("profile")),
  ];
}

/** Whoever speaks of a swindler in the same part gives the swindler's account, unless it is said to be one's own. */
function whoseProfile(reading: OwnReading, from: number, to: number): OwnDetail["whose"] {
  const whose = whoseNumber(reading, from, to);
  if (whose !== "unclear") return whose;
  const [first] = surroundings(reading, from, to, "part", 12);
  const hasSelf = foundBetween(reading, CLASS_WORDS.self, first, from).length > 0;
  return !hasSelf && foundBetween(reading, CLASS_WORDS.they, first, from).length > 0 ? "other" : "unclear";
}
