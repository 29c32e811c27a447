import { PLACE } from "./place/place-words.ts";
import { type TypedWord, typedWords } from "./typed-words.ts";

/** "Nhà tôi", "nhà em". */
const isOwnHouse = (typed: readonly TypedWord[], at: number): boolean =>
  PLACE.house.lengthAt(typed, at) > 0 && PLACE.self.lengthAt(typed, at + 1) > 0;

/** True where the teller's own house is spoken of: "vào cửa nhà tôi". */
export function speaksOfOwnHouse(text: string): boolean {
  const typed = typedWords(text.normalize("NFC"));
  return typed.some((_, at) => isOwnHouse(typed, at));
}

/** Most words between somebody's field and whose it is: "nương hồi nhà em". */
const OF_WORDS = 3;

/** True where the teller's own field, garden or shed is told with where it lies: "vườn na nhà em, thôn …". */
export function namesOwnProperty(text: string): boolean {
  const typed = typedWords(text.normalize("NFC"));
  return typed.some(
    (_, at) =>
      PLACE.property.lengthAt(typed, at) > 0 &&
      Array.from({ length: OF_WORDS }).some((_, words) => isOwnHouse(typed, at + 1 + words)),
  );
}

/** True where words say that somebody lives there: "nhà tôi ở thôn …", "em ở trọ đường …". */
export function saysHome(words: string): boolean {
  const typed = typedWords(words.normalize("NFC"));
  return typed.some(
    (_, at) =>
      PLACE.home.lengthAt(typed, at) > 1 ||
      (isOwnHouse(typed, at) && PLACE.parts.lengthAt(typed, at + 2) > 0),
  );
}
