import { CLASS_WORDS, isHouseWord, LISTS } from "./lexicon.ts";
import type { OwnDetail } from "./own-detail.ts";
import { tokensOf } from "./own-numbers.ts";
import { foundBetween, type OwnReading, type Token } from "./own-reading.ts";

/** Tokens: the words before an address, and where it begins and ends. */
interface Stay {
  readonly start: number;
  readonly from: number;
  readonly to: number;
}

/**
 * True where somebody only says in which hamlet, ward or street they are: "em ở khối 3 Đông Kinh". Hundreds live there,
 * and it is where handlers have to go. A house, a lodging, a number of a house, what stands right beside it, the own name
 * or the wish to stay unknown in the same message make a home of it.
 * @param own what else was found in the text
 */
export function isOpenPlace(reading: OwnReading, stay: Stay, own: readonly OwnDetail[]): boolean {
  const { tokens } = reading;
  const { start, from, to } = stay;
  // "em ở gần trạm bơm thôn …": near it, whatever it is.
  const near = tokens.slice(start, from).findIndex(({ word }) => /^g[ầa]n$/u.test(word));
  // "tôi ở ngay mặt đường 1B đoạn qua …": along a stretch of a road hundreds live.
  const isStretch = tokens.slice(from, to).some(({ word }) => /^(?:đoạn|doan)$/u.test(word));
  const isStay = tokens
    .slice(start, near < 0 ? from : start + near)
    .every(
      ({ is, word }) =>
        is === "sign" || LISTS.stays.has(word) || isSelf(word) || (isStretch && /^m[ặa]t$/u.test(word)),
    );
  const isExact = tokens
    .slice(from, to + 1)
    .some(({ word, isCapital }) => !isCapital && LISTS.exact.has(word));
  if (!isStay || isExact || isHouse(reading, stay, near >= 0)) return false;
  if (isCommune(reading, stay)) return true;
  // "gia đình tôi ở", "con em ở": the family's home is hidden like the own.
  const isFamily = tokens
    .slice(Math.max(0, start - 1), from)
    .some(({ word }, i, all) => LISTS.kin.has(word) && LISTS.self.has(all[i + 1]?.word ?? ""));
  if (isFamily) return false;
  const [first, last] = lineAround(reading, from);
  // "em ở thôn …, thấy ở chợ … có đánh bạc": it happened there, and the hamlet is only the writer's.
  if (tellsPlace(reading, first, start) || tellsPlace(reading, to + 1, last)) return false;
  const isNamed = own.some(({ kind, whose, ...span }) => {
    const [at] = tokensOf(reading, span.start, span.end);
    // A name that only may be the writer's introduces them where it stands before.
    const isOwn = whose === "reporter" || (whose === "unclear" && at < from);
    return kind === "name" && isOwn && at >= first && at < last;
  });
  return !isNamed && foundBetween(reading, CLASS_WORDS.narrows, first, last).length === 0;
}

/** A kind of house, or a number of one: before the street or after its name, not the number of a hamlet. */
function isHouse({ tokens }: OwnReading, { from, to }: Stay, isNear: boolean): boolean {
  let kind: Token | undefined;
  for (let at = from; at < to; at++) {
    const [token, before] = [tokens[at], tokens[at - 1]];
    if (token === undefined) return true;
    if (LISTS.houseKinds.has(token.word) && !isNear && !isPublicHouse(tokens, at)) return true;
    if (token.is === "word" && LISTS.homeKinds.has(token.word)) kind = token;
    else if (token.is === "digits") {
      const isOfKind = kind !== undefined && before === kind;
      if (!isOfKind && (kind === undefined || LISTS.streets.has(kind.word))) return true;
    }
  }
  return false;
}

/** Nothing smaller than a commune: thousands live there. */
const isCommune = ({ tokens }: OwnReading, { from, to }: Stay): boolean =>
  tokens
    .slice(from, to)
    .every(({ is, word }) => is !== "digits" && (LISTS.communes.has(word) || !LISTS.homeKinds.has(word)));

/** "ở chợ …", "tại bến xe …", of which nobody says "em ở". */
function tellsPlace({ tokens }: OwnReading, from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ word }, i, all) => {
    const next = all[i + 1]?.word ?? "";
    if (isHouseWord(next) || LISTS.here.has(next)) return false;
    const isPlace = LISTS.placeKinds.has(next) || LISTS.homeKinds.has(next);
    return isPlace && /^(?:ở|o|tại|tai)$/u.test(word) && !LISTS.self.has(all[i - 1]?.word ?? "");
  });
}

/** True where the same message goes on with a place where something is: "…, thấy ở chợ …". */
export const tellsPlaceBehind = (reading: OwnReading, at: number): boolean =>
  tellsPlace(reading, at, lineAround(reading, at)[1]);

/** So far the words of a message tell who writes: a long one isn't read again for each place in it. */
const FAR = 60;

/** The message of a telling in which a token stands: each is a line. */
function lineAround({ tokens }: OwnReading, at: number): readonly [first: number, last: number] {
  let [first, last] = [at, at];
  while (first > 0 && at - first < FAR && tokens[first - 1]?.typed !== "\n") first -= 1;
  while (last < tokens.length && last - at < FAR && tokens[last]?.typed !== "\n") last += 1;
  return [first, last];
}

/** "nhà máy", "nhà nghỉ": nobody's home. */
export const isPublicHouse = (tokens: readonly Token[], at: number): boolean =>
  isHouseWord(tokens[at]?.word) && LISTS.publicHouses.has(tokens[at + 1]?.word ?? "");

const isSelf = (word: string): boolean => LISTS.self.has(word) || LISTS.selfCapital.has(word);

/** "ngày 5/11", "sáng 20/10": digits that are a day are no house. */
export function isDay({ tokens }: OwnReading, at: number): boolean {
  const [token, slash, month] = tokens.slice(at, at + 3);
  const isDate =
    Number(token?.typed) <= 31 && /^[/.-]$/u.test(slash?.typed ?? "") && Number(month?.typed) <= 12;
  return isDate && LISTS.days.has(tokens[at - 1]?.word ?? "");
}
