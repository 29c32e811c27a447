import { fold, foldedAlternatives } from "../../../language/fold.ts";
import type { Place } from "../report.ts";
import { deniedIn, TELLS } from "./denied.ts";
import type { Draft } from "./draft.ts";
import { tellingWords } from "./leftover.ts";
import { isWiderThan, oneAddress, withPart } from "./place/levels.ts";
import json from "./small-words.json" with { type: "json" };

/**
 * "Cuối bản chứ không phải đầu bản", "số 54 mới đúng", "cổng sau nhé": only that part of the place is put right, the rest of it
 * stays. What is told behind the right part, in clauses of its own, makes the address whole.
 */
export function partRight(draft: Pick<Draft, "where">, text: string, { words }: Place): Place | null {
  const [now, ...more] = (words ?? "").split(/\s*,\s*/u);
  const part = onePart(draft, text, now);
  const right = part?.words;
  if (right === undefined) return part;
  const address = more.reduce((told, one) => oneAddress(told, one) ?? `${told}, ${one}`, right);
  return { ...part, words: address };
}

function onePart({ where }: Pick<Draft, "where">, text: string, now: string | undefined): Place | null {
  const before = where?.words;
  if (before === undefined || now === undefined) return null;
  const side = otherSide(before, now);
  if (side !== null) return { ...where, words: side };
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

/** "Cổng trước trường" with the side that "cổng sau" names: another gate of the same. Null where they are no sides of one thing. */
export function otherSide(before: string, now: string): string | null {
  const side = SIDED.exec(fold(now.normalize("NFC").trim()));
  const thing = side?.[1];
  if (thing === undefined) return null;
  const told = new RegExp(`(?<![a-z])${thing}(?: (?:${SIDES}))?(?![a-z])`, "u").exec(fold(before.normalize("NFC")));
  if (told === null) return null;
  const words = now.trim().slice(0, side?.[0].length);
  return `${before.slice(0, told.index)}${words}${before.slice(told.index + told[0].length)}`;
}

const SIDES = foldedAlternatives(json.sides);
const SIDED = new RegExp(`^([a-z]+) (?:${SIDES})(?![a-z])`, "u");

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
