import { fold } from "../../../language/fold.ts";
import type { Place } from "../report.ts";
import { deniedIn, TELLS } from "./denied.ts";
import type { Draft } from "./draft.ts";
import { tellingWords } from "./leftover.ts";
import { isWiderThan, withPart } from "./place/levels.ts";

/** "Cuối bản chứ không phải đầu bản", "số 54 mới đúng": only that part of the place is put right, the rest of it stays. */
export function partRight(
  { where }: Pick<Draft, "where">,
  text: string,
  { words: now }: Place,
): Place | null {
  const before = where?.words;
  if (before === undefined || now === undefined) return null;
  const told = deniedIn(before, text);
  const whole = told === undefined ? withPart(before, now) : null;
  if (whole !== null) return { ...where, words: whole };
  const denied = told ?? sameKind(before, now);
  if (denied === undefined) return null;
  const [head = "", tail = "", ...again] = before.split(denied);
  if (again.length > 0 || isWiderThan(now, tail) || tellingWords(`${head} ${tail}`).length < TELLS)
    return null;
  return { ...where, words: `${head}${withoutStart(now, head)}${tail}` };
}

/** "Bản Co Mằn" in the place of "Co Măn" doesn't say "bản" twice, nor "quán nước cuối thôn" its "quán nước". */
function withoutStart(now: string, head: string): string {
  const [words, before] = [now.split(" "), fold(head.trim()).split(" ")];
  const said = words.findLastIndex(
    (_, at) => before.slice(-at - 1).join(" ") === fold(words.slice(0, at + 1).join(" ")),
  );
  return words.slice(said + 1).join(" ");
}

/** "Bến xe phía Bắc", and then "bến xe phía Nam": the clause that begins with the same words is the one meant, whatever its number. */
function sameKind(told: string, now: string): string | undefined {
  const head = fold(now).split(" ").slice(0, TELLS);
  if (head.length < TELLS || !head.every((word) => /^[a-z0-9]+$/u.test(word))) return undefined;
  const same = head.map((word) => (/^\d+$/u.test(word) ? "\\d+" : word)).join(" ");
  const found = new RegExp(`(?<![^ ])${same}(?= )`, "u").exec(fold(told.normalize("NFC")));
  return found === null ? undefined : clauseAt(told, found.index);
}

const clauseAt = (told: string, at: number): string | undefined =>
  told
    .slice(at)
    .split(/[,;\n]/u)[0]
    ?.trim();
