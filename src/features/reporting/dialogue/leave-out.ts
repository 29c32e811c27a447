import { wordsOf } from "../../../language/syllables.ts";
import { findDetails, findsOf, withoutFinds } from "./details.ts";
import type { Draft } from "./draft.ts";
import { CORRECTING, tellingWords } from "./leftover.ts";
import { stay } from "./steps.ts";

/** So many words in a row quote what was told. */
const QUOTE = 2;
const CLAUSE = /[^,;.\n]+[,;.\n]*\s*/gu;

/**
 * The draft without the clause of its story that a message quotes: "bỏ câu bị nhắn chửi đi". What was told in that clause goes,
 * because its teller isn't sure of it.
 * @returns null where nothing of the story is quoted, or nothing would be left of it
 */
export function leaveOut(draft: Draft, text: string): Draft | null {
  const clauses = (draft.what ?? "").match(CLAUSE) ?? [];
  const shares = clauses.map((clause) => quoted(clause, text));
  const most = Math.max(0, ...shares);
  if (most < QUOTE || clauses.length < 2) return null;
  const at = shares.indexOf(most);
  const what = clauses
    .filter((_, i) => i !== at)
    .join("")
    .replace(/[,;\s]+$/u, "");
  const gone = findDetails(clauses[at] ?? "");
  const details = withoutFinds(draft.details, (find, name) => findsOf(gone[name] ?? "").includes(find));
  return stay({ ...draft, what, details });
}

/** The longest run of words that both have, of which some tell something. */
function quoted(clause: string, text: string): number {
  const [told, said] = [wordsOf(clause), wordsOf(text)];
  let longest = 0;
  for (let i = 0; i < told.length; i += 1)
    for (let j = 0; j < said.length; j += 1) {
      let length = 0;
      while (told[i + length] !== undefined && told[i + length] === said[j + length]) length += 1;
      const isTelling = tellingWords(told.slice(i, i + length).join(" "), CORRECTING).length >= QUOTE;
      if (isTelling && length > longest) longest = length;
    }
  return longest;
}
