import { fold } from "../../../language/fold.ts";
import type { Operation } from "../figure-query.ts";
import type { NumberSaid, Reading } from "./figure-reading.ts";
import WORDS from "./suppose-words.json" with { type: "json" };

const either = (words: readonly string[]) =>
  new RegExp(`(?:^| )(?:${words.map(fold).join("|")})(?: |$)`, "u");

/** "nếu thêm 5 xã nữa đạt", "thêm 1 phường thì tỷ lệ là mấy": how many more are assumed. */
export function supposed({ tags, numbers, words }: Reading, operation: Operation): { suppose?: string } {
  if (operation === "needed") return {};
  const said = tags.find(({ tag }) => tag === "cue:suppose")?.end;
  const added = words.findIndex(
    (word, i) => /^(?:thêm|them)$/u.test(word) && /^\d+$/u.test(words[i + 1] ?? ""),
  );
  const asksShare =
    words.some((word) => /^(?:thì|thi)$/u.test(word)) && tags.some(({ tag }) => tag === "cue:ratio");
  const from = said ?? (added >= 0 && asksShare ? added + 1 : undefined);
  const more =
    from === undefined
      ? moreThen({ words, numbers })
      : numbers.find(({ at }) => at >= from && at <= from + 1);
  return more === undefined || !/^\d{1,5}$/u.test(more.value) ? {} : { suppose: more.value };
}

/** "nếu 8 xã còn lại đạt hết", "giả sử 13 doanh nghiệp nữa đạt": so many more than have. */
function moreThen({ words, numbers }: Pick<Reading, "words" | "numbers">): NumberSaid | undefined {
  const said = fold(words.join(" "));
  const from = supposition(words)?.at;
  return from === undefined || !MORE.test(said) || LESS.test(said)
    ? undefined
    : numbers.find(({ at, share, under }) => at > from && at <= from + 3 && !share && !under);
}
const MORE = either(WORDS.more);
const LESS = either(WORDS.less);
const IF = either(WORDS.if);
const COUNTS = either(WORDS.howToCount);
const REACHES = either(WORDS.reaches);

/** "nếu doanh nghiệp đạt hết": what is supposed of those assessed, up to "thì"; "nếu bỏ phường ra" only says how to count. */
export function supposition(
  words: readonly string[],
): { readonly words: string; readonly at: number } | undefined {
  const at = words.findIndex(
    (word, i) => IF.test(fold(word)) || IF.test(fold(`${word} ${words[i + 1] ?? ""}`)),
  );
  const then = words.findIndex((word, i) => i > at && /^(?:thì|thi)$/u.test(word));
  const said = words.slice(at, then < 0 ? undefined : then);
  const rest = fold(said.slice(1).join(" "));
  return at < 0 || COUNTS.test(rest) || !REACHES.test(rest) ? undefined : { words: said.join(" "), at };
}
