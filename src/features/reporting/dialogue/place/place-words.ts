import { fold, normaliseTone } from "../../../../language/fold.ts";
import { PROVINCE } from "../../../../language/province.ts";
import { wordsOf } from "../../../../language/syllables.ts";
import { type Phrase, PhraseBook, phraseSet, type TypedWord } from "../typed-words.ts";
import json from "./place-words.json" with { type: "json" };

/** How plainly a kind says that a place follows. */
export type KindClass = "clear" | "named" | "plain";

export interface Kind {
  readonly is: KindClass;
  /** It has marks by which it is known: without them "chợ" may be "cho". A kind written without any is known too. */
  readonly hasMarks: boolean;
}

const kindsOf = (is: KindClass, words: readonly string[]) =>
  words.map((kind) => [kind, { is, hasMarks: fold(kind) !== kind }] as const);

const kinds = new PhraseBook<Kind | null>([
  ...json.notKinds.map((words) => [words, null] as const),
  ...kindsOf("plain", json.plain),
  ...kindsOf("named", json.named),
  ...kindsOf("clear", json.clear),
]);

/** What a word before a place is: `at` is no part of its name, `around` is ("gần", "đầu"). */
export type LeadClass = "at" | "around" | "inside" | "moving";

const leads = new PhraseBook<LeadClass>([
  ...json.at.map((lead) => [lead, "at"] as const),
  ...json.around.map((lead) => [lead, "around"] as const),
  ...json.inside.map((lead) => [lead, "inside"] as const),
  ...json.moving.map((lead) => [lead, "moving"] as const),
]);

/** Names of one syllable are ordinary words. */
const known = [
  ...PROVINCE.formerDistricts,
  ...PROVINCE.mountains,
  ...PROVINCE.communes.flatMap(({ name, was }) => [name, ...was]),
].filter((name) => wordsOf(name).length > 1);

/** The kind of place that is named at this word; null where none is, as in "cầu cứu". */
export function kindAt(typed: readonly TypedWord[], at: number): Phrase<Kind> | null {
  const found = kinds.at(typed, at);
  if (found === null || found.value !== null) return found as Phrase<Kind> | null;
  // With a capital it is a name all the same: "cầu Kỳ …".
  const isNamed = typed[at]?.isCapital === false && typed[at + 1]?.isCapital === true;
  const kind = isNamed ? kinds.at(typed.slice(at, at + 1), 0) : null;
  return kind?.value == null ? null : { value: kind.value, length: 1 };
}

/** A kind of one word that is written without its marks: it may be any other word. */
export const isUnmarkedKind = (typed: readonly TypedWord[], at: number): boolean => {
  const kind = kindAt(typed, at);
  return kind?.length === 1 && kind.value.hasMarks && typed[at]?.word === typed[at]?.folded;
};

/** "Kỳ" is also written "Kì"; "Quý" only so. */
const withI = (name: string): string =>
  name.replace(/(?<=(?:^| )(?:h|k|l|m|s|t))[yỳýỷỹỵ](?= |$)/gu, (y) => I_FOR_Y[y] ?? y);
const I_FOR_Y: Readonly<Record<string, string>> = { y: "i", ỳ: "ì", ý: "í", ỷ: "ỉ", ỹ: "ĩ", ỵ: "ị" };

/** Words for places as people say them: `place-words.json`, with full marks; text without marks matches too. */
export const PLACE = {
  leads,
  /** Kinds that go on an address behind another: "số 8 đường …". */
  address: phraseSet(json.address),
  /** Kinds whose name is nearly always two words: a person's or a place's. */
  roads: phraseSet(json.roads),
  /** Communes and former districts of the province, old names too. */
  known: phraseSet(known.map((name) => name.toLowerCase()).flatMap((name) => [name, withI(name)])),
  /** The province as a whole: true, but hardly a place to go to. */
  province: phraseSet([PROVINCE.name.toLowerCase()]),
  /** Kinds that are rather told of than stood in: an account's bank. Only words such as "trước" make a place of them. */
  mentioned: phraseSet(json.mentioned),
  /** Before an office to which it was reported: no place of what happened. */
  receivers: phraseSet(json.receivers),
  /** The same, but for a name: "báo xã …" may also begin a report. */
  maybeReceivers: phraseSet(json.maybeReceivers),
  /** Leads that are other words without their marks: "cho nha chau" is hardly "chỗ nhà cháu". */
  doubtful: phraseSet(json.doubtful),
  /** Without their marks they look like "ở tổ". */
  cars: phraseSet(json.cars),
  /** Shops whose names are ordinary words. */
  chains: phraseSet(json.chains),
  about: phraseSet(json.distance.about),
  distances: phraseSet(json.distance.units),
  towards: phraseSet(json.distance.towards),
  on: phraseSet(json.distance.on),
  /** "Ở đâu đến" asks where somebody came from; without marks "đến" looks like a temple. */
  asking: phraseSet(json.asking),
  /** A number before one of these is a sum: "đóng 500k" is no field. */
  amounts: phraseSet(json.amounts),
  /** Between somebody and what is theirs: "thằng Lực có tiệm ở …". */
  has: phraseSet(json.has),
  others: phraseSet(json.others),
  /** "Không phải Hữu Liên": they stand before a place as before anything. */
  denials: phraseSet(json.denials),
  online: phraseSet(json.online),
  onlineLeads: phraseSet(json.onlineLeads),
  modifiers: phraseSet(json.modifiers),
  /** Behind the name of a commune that is called otherwise now. */
  former: phraseSet(json.former),
  /** They may stand between a place and its comma: "ở … ấy, xã …". */
  pointing: phraseSet(json.pointing),
  /** Kinds of which an address is made: behind them stands a name. */
  parts: phraseSet([...json.roads, ...json.levels.hamlet, ...json.levels.commune]),
  titles: phraseSet(json.titles),
  owners: phraseSet(json.owners),
  house: phraseSet(json.house),
  self: phraseSet(json.self),
  /** What is somebody's and no home: it happened there, where nothing else is said. */
  property: phraseSet(json.property),
  of: phraseSet(json.of),
  joins: phraseSet(json.joins),
  home: phraseSet(json.home),
  /** Words that introduce the writer: a place soon after them is where they live. */
  intros: phraseSet(json.intros),
  away: phraseSet(json.away),
  /** After one of these a kind or a name is something else: an office, a rank, a person. */
  notBefore: phraseSet(json.notBefore),
  /** Their last word is no "đầu" of a place. */
  notLeads: phraseSet(json.notLeads),
  /** Syllables that begin names of hamlets in the languages of the mountains. */
  nameStarts: phraseSet(json.nameStarts),
  /** Words that end a name: the text goes on with something else. */
  endings: phraseSet(json.endings),
  /** What tells on also where it stands between two kinds: "quan net bi trom xa …". */
  neverNames: phraseSet(json.neverNames),
  /** Words of stories and of talk, which a bare name hasn't. */
  common: phraseSet(json.common.flatMap((line) => line.split(" "))),
  /** More of them, only as they are written: without marks they look like names. */
  stories: new Set(json.stories.flatMap((line) => line.split(" ")).map(normaliseTone)),
} as const;
