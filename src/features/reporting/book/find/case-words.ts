import { fold } from "../../../../language/fold.ts";
import type { KeyRing } from "../../../../platform/crypto/key-ring.ts";
import type { CaseEvent } from "../../case.ts";
import type { ReportContent } from "../../report.ts";
import common from "./common-words.json" with { type: "json" };

const COMMON: ReadonlySet<string> = new Set(common.flatMap((line) => line.split(" ")));
const WORD = /[a-z0-9]+/gu;

/** Many words lie in one drawer: who has only the database can't tell which one it is. */
const DRAWERS = 4_096;
/** More words of one case aren't indexed. */
const MOST_WORDS = 600;

/** The words by which a text is found: folded, without those that are everywhere; numbers also without their signs. */
export function findableWords(text: string): ReadonlySet<string> {
  const folded = fold(text);
  const words = (folded.match(WORD) ?? []).filter((word) => word.length > 1 && !COMMON.has(word));
  const joined = (folded.match(/[a-z0-9]+(?:[.\-/][a-z0-9]+)+/gu) ?? [])
    .filter((run) => /\d/u.test(run))
    .flatMap((run) => [
      run.replace(/[.\-/]/gu, ""),
      ...run.split(/[-/]/u).map((part) => part.replace(/\./gu, "")),
    ]);
  return new Set([...words, ...joined].slice(0, MOST_WORDS));
}

/**
 * What of a case is found by words: what handlers see on its card, their notes and results. Never what the reporter wrote
 * to the handlers later: it may say who they are.
 */
export function wordsOfCase(content: ReportContent, history: readonly CaseEvent[]): ReadonlySet<string> {
  const written = history.flatMap(({ action, text = "" }) =>
    action === "noted" || action === "moved" ? [text] : [],
  );
  const { what, where, details } = content;
  const found = Object.values(details);
  // "12B2 55190" is also looked for as "12b2-55190" and "12B255190".
  const joined = found.filter((value) => /\d/u.test(value)).map((value) => value.replace(/[\s.\-/]+/gu, ""));
  return findableWords([what, where?.words ?? "", ...found, ...joined, ...written].join("\n"));
}

/** The drawer of a word, for one month and under one key of the ring. */
export function drawerOf(ring: KeyRing, keyId: string, month: string, word: string): number {
  const mac = ring.macNow("lookup", `word:${month}:${word}`, keyId);
  return mac === null ? 0 : (((mac[0] ?? 0) << 8) | (mac[1] ?? 0)) % DRAWERS;
}
