import { fold } from "../../fold.ts";
import { crossesSentences } from "./digit-runs.ts";
import { CLASS_WORDS, DIGIT_OF, HOME_WORDS, isHouseWord, LISTS } from "./lexicon.ts";
import { isDay, isOpenPlace, isPublicHouse } from "./open-places.ts";
import type { OwnDetail, Whose } from "./own-detail.ts";
import { foldedKey, spanOf, tokensOf } from "./own-numbers.ts";
import { endsSentence, foundBetween, type OwnReading, surroundings, type Token } from "./own-reading.ts";

const LONGEST = 22;

interface Told {
  /** Tokens: where the words before the address begin, and the address. */
  readonly start: number;
  readonly end: number;
  readonly whose: Whose;
}

/**
 * Addresses said to be the writer's home: "nhà em ở …", "trú tại …". A place without such words is where it happened,
 * and so is the hamlet or street where somebody says no more than that they are there.
 * Where it happened at home the commune stays, so that the report finds its way, and the rest is `unclear`.
 * @param own what else was found: "tôi là Lan, ở thôn …" speaks of the writer's home too
 */
export function ownHomes(reading: OwnReading, own: readonly OwnDetail[]): readonly OwnDetail[] {
  const found: OwnDetail[] = [];
  let until = 0;
  const told = HOME_WORDS.own
    .all(reading.utterance)
    .filter(({ start }) => !isOfAnother(reading, start) && !isVerb(reading, start));
  const next = own.flatMap((detail) => homeBehind(reading, detail) ?? []);
  // "Địa chỉ: …" may be where it happened.
  const said = told.map(({ start, end }): Told => {
    const isSelf = foundBetween(reading, CLASS_WORDS.self, start, end).length > 0;
    return { start, end, whose: isSelf ? "reporter" : "unclear" };
  });
  for (const { start, end, whose } of [...said, ...next].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < until) continue;
    const from = skipLandmark(reading, skipLandlord(reading, skipSigns(reading, start, end)));
    const to = homeEnd(reading, from);
    if (to === from || (start < end && isOpenPlace(reading, { start, from, to }, own))) continue;
    const happens = LISTS.happens.has(reading.tokens[to]?.word ?? "");
    const last = happens ? communeIn(reading, from, to) : to;
    if (last > from) {
      const span = spanOf(reading, from, last);
      const key = foldedKey(span.words);
      found.push({ ...span, kind: "address", whose: happens ? "unclear" : whose, key });
    }
    until = to;
  }
  return found.filter((home) => home.whose === "reporter" || !isOwnedByAnother(reading, home));
}

/** "địa chỉ số 14 …, chủ nhà tên …": the sentence goes on with its owner, and says nothing of the writer. */
function isOwnedByAnother(reading: OwnReading, { start, end }: OwnDetail): boolean {
  const [from, to] = tokensOf(reading, start, end);
  const [first, last] = surroundings(reading, from, to, "sentence");
  return (
    foundBetween(reading, CLASS_WORDS.owner, to, last).length > 0 &&
    foundBetween(reading, CLASS_WORDS.self, first, last).length === 0
  );
}

/** Before "nhà" or within the sentence somebody else is spoken of: "đối tượng nhà ở …". */
function isOfAnother(reading: OwnReading, at: number): boolean {
  const [first] = surroundings(reading, at, at, "part", 8);
  const self = foundBetween(reading, CLASS_WORDS.self, at, Math.min(at + 4, reading.tokens.length));
  if (self.length > 0 && at === first) return false;
  const before = reading.tokens[at - 1];
  if (before?.is === "word" && /^(?:tại|tai|ở|o|trong|vào|trước|số|so)$/u.test(before.word)) return true;
  // "mái nhà dân ở thôn …" are other people's.
  if (fold(reading.tokens[at]?.word ?? "") === "dan" && LISTS.ofPeople.has(before?.word ?? "")) return true;
  // "đi từng nhà ở bản …": many houses are nobody's own.
  if (
    before?.is === "word" &&
    /^(?:từng|tung|mỗi|các|cac|khắp|khap|những|nhung|nhiều|nhieu)$/u.test(before.word)
  )
    return true;
  return foundBetween(reading, CLASS_WORDS.they, first, at).length > 0;
}

/** Unmarked, "địa chỉ" and "được" are both "dc": behind another word it is the latter, as in "giữ dc 2 tờ". */
const isVerb = ({ tokens }: OwnReading, at: number): boolean =>
  fold(tokens[at]?.word ?? "") === "dc" && tokens[at - 1]?.is === "word";

/** The most signs and words of a record between a name and the address: "sinh năm 1975, dân tộc Tày, trú tại". */
const MOST_BETWEEN = 10;

/**
 * Where an address begins right behind the writer's own name or number: "Lan người Tày ở bản …", "Lan. 1975. Thôn …".
 * Not "Tôi là Lan, ở chợ có đánh nhau": nothing but "ở", and the place goes on with what happens there.
 */
function homeBehind(reading: OwnReading, { whose, end }: OwnDetail): Told | null {
  if (whose === "other") return null;
  const { tokens } = reading;
  const [, start] = tokensOf(reading, end - 1, end);
  let from = start;
  const works = LISTS.works.has(tokens[from]?.word ?? "");
  const belongs = (token: Token | undefined) => isOfRecord(token) || (works && token?.is === "word");
  while (from - start < MOST_BETWEEN && (isYear(tokens[from]) || homeEnd(reading, from) === from)) {
    if (skipLandmark(reading, from) > from) break;
    if (!belongs(tokens[from])) return null;
    from += 1;
  }
  from = skipLandmark(reading, from);
  const to = homeEnd(reading, from);
  if (to === from) return null;
  const said = tokens.slice(start, from).filter(({ is }) => is === "word");
  const isHouse = isHouseWord(tokens[from]?.word) && /^(?:ở|o|số|so)$/u.test(tokens[from + 1]?.word ?? "");
  const isBare = !isHouse && said.every(({ word }) => /^(?:ở|o|tại|tai|gửi|gui|viết|viet)$/u.test(word));
  const happens = LISTS.happens.has(tokens[to]?.word ?? "") && !LISTS.errand.has(tokens[to + 1]?.word ?? "");
  // "tôi Thuỷ ở lô 27 có trộm" tells where the writer lives, "tôi là Thuỷ, ở lô 27 có trộm" where it happened.
  const isOneBreath =
    said.length > 0 &&
    said.length === from - start &&
    tokens.slice(from, to).some(({ is }) => is === "digits");
  if (isBare && happens && !isOneBreath) return null;
  const isEntry = tokens[to] === undefined || tokens[to]?.is === "sign";
  if (crossesSentences(reading, start, from) && !isEntry) return null;
  return { start: from, end: from, whose };
}

const isYear = (token: Token | undefined): boolean => /^(?:19|20)\d\d$/u.test(token?.typed ?? "");

const isOfRecord = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.is === "sign"
    ? /^[.,:;()\n–-]$/u.test(token.typed)
    : token.is === "digits" || LISTS.ofRecords.has(token.word));

/** "em trọ nhà bà Tám ngách 12", "ở nhờ nhà chị gái 103/4": whose house it is stands before the address. */
function skipLandlord(reading: OwnReading, from: number): number {
  const { tokens } = reading;
  const isOwner = (token: Token | undefined) =>
    token !== undefined && (LISTS.skip.has(token.word) || LISTS.relatives.has(token.word) || token.isCapital);
  if (homeEnd(reading, from) > from) return from;
  let at = from;
  while (at - from < 3 && isOwner(tokens[at])) at += 1;
  return at > from && homeEnd(reading, at) > at ? at : from;
}

/** The most words of a landmark: "đối diện trạm bơm cũ". */
const MOST_OF_LANDMARK = 5;

/** "nhà ở cạnh trạm bơm thôn Pò Mạch", "nhà em ngay đầu ngõ 12": what it stands beside comes before the address. */
function skipLandmark(reading: OwnReading, from: number): number {
  const { tokens } = reading;
  // "nhà em cạnh" may have been read as the words before the address.
  const isBeside = [tokens[from - 1], tokens[from]].some((token) => LISTS.beside.has(token?.word ?? ""));
  if (!isBeside || homeEnd(reading, from) > from) return from;
  for (let at = from; at - from <= MOST_OF_LANDMARK && tokens[at]?.is === "word"; at++)
    if (homeEnd(reading, at + 1) > at + 1) return at + 1;
  return from;
}

function skipSigns({ tokens }: OwnReading, start: number, at: number): number {
  let from = at;
  while (/^[:\-–]$/u.test(tokens[from]?.typed ?? "")) from += 1;
  // "qua nhà em, hẻm 9". In "trâu nhà em, thôn …" the house is the family that owns it.
  const before = tokens[start - 1];
  const isOwner = before?.is === "word" && !LISTS.toPlaces.has(before.word);
  const next = tokens[from + 1]?.word ?? "";
  const isListed =
    /^[,(]$/u.test(tokens[from]?.typed ?? "") &&
    (isOwner ? LISTS.houseKinds.has(next) : LISTS.homeKinds.has(next));
  return isListed ? from + 1 : from;
}

/** Longer than a house's: a telephone's. */
const isLongNumber = ({ is, typed }: Token): boolean => is === "digits" && typed.length > 4;

/** "số điện thoại" is no house's, "hộ khẩu" no household: they only begin with a kind of place. */
const isOtherKind = (reading: OwnReading, at: number): boolean => {
  const { tokens } = reading;
  const [word, next] = [tokens[at]?.word ?? "", tokens[at + 1]?.word ?? ""];
  // Unmarked, "to" is "tố", too, and "so" is "sợ": only with a number are they "tổ" and "số".
  if (LISTS.numbered.has(word) && word === fold(word))
    return tokens[at + 1]?.is !== "digits" && !DIGIT_OF.has(next) && !LISTS.houseKinds.has(next);
  if (/^h[ộo]$/u.test(word)) return /^(?:khẩu|khau|chiếu|chieu)$/u.test(next);
  if (!/^s[ốo]$/u.test(word)) return false;
  const named = foundBetween(reading, CLASS_WORDS.number, at, Math.min(at + 3, tokens.length));
  return named.some(({ start, end }) => start === at && end > at + 1);
};

/** "nhà em 2 con trâu": a number of things. */
const isCount = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.isCapital === false && LISTS.counted.has(tokens[at + 1]?.word ?? "");

/** "P302", "A12": a letter that touches a short number. */
function isDoor(tokens: readonly Token[], at: number): boolean {
  const [letter, next] = [tokens[at], tokens[at + 1]];
  return (
    letter?.is === "word" &&
    letter.typed.length === 1 &&
    next?.is === "digits" &&
    next.start === letter.end &&
    !isLongNumber(next)
  );
}

/** Where the address ends that begins here; `from` where none does: it has a kind of place or a number. */
function homeEnd(reading: OwnReading, from: number): number {
  const { tokens } = reading;
  const isPlace = (at: number) => {
    const token = tokens[at];
    return (
      token !== undefined &&
      ((token.is === "digits" && !isLongNumber(token) && !isDay(reading, at) && !isCount(tokens, at)) ||
        (LISTS.homeKinds.has(token.word) && !isOtherKind(reading, at)) ||
        isDoor(tokens, at))
    );
  };
  if (!isPlace(from)) return from;
  let at = from;
  while (at < tokens.length && at - from < LONGEST) {
    const token = tokens[at];
    if (token === undefined || endsSentence(reading, at) || isLongNumber(token)) break;
    if (token.is === "sign") {
      const goesOn =
        /^[/.\-–]$/u.test(token.typed) ||
        (token.typed === "," &&
          ((isPlace(at + 1) && !isPublicHouse(tokens, at + 1)) || isNamePlace(reading, at + 1)));
      if (!goesOn) break;
    } else if (!isPlace(at) && LISTS.homeEnds.has(token.word) && !token.isCapital) break;
    at += 1;
  }
  // "khối 6, nhà em …": there the next clause begins. "nha" at the end is no house either.
  const isNext = at - from > 1 && isHouseWord(tokens[at - 1]?.word) && !tokens[at - 1]?.isCapital;
  if (isNext) at -= tokens[at - 2]?.typed === "," ? 2 : 1;
  // A kind alone, as in "nhà em ở xã", is no address.
  return tokens
    .slice(from, at)
    .some(
      ({ is, word }) =>
        is === "digits" || (is === "word" && !LISTS.homeKinds.has(word) && !LISTS.skip.hasMarked(word)),
    )
    ? at
    : from;
}

/** ", Tam Thanh" goes on with the address; ", em thấy" doesn't. */
const isNamePlace = ({ tokens }: OwnReading, at: number): boolean =>
  tokens[at]?.isCapital === true && tokens[at + 1]?.isCapital === true;

/** Where the commune begins within an address; its end where none is named. */
function communeIn({ tokens }: OwnReading, from: number, to: number): number {
  for (let at = from; at < to; at++)
    if (LISTS.communes.has(tokens[at]?.word ?? "")) return tokens[at - 1]?.typed === "," ? at - 1 : at;
  return to;
}
