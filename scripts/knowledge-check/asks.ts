import { at, type Checked, type Finding, named, type Section, wordingsOf } from "./checked.ts";
import { askingWords, foldedWords } from "./content-words.ts";

interface Asked {
  readonly section: Section;
  readonly wording: string;
}

/** The same question, marks aside, in two sections: which one answers is chance. */
export const sharedAsks = (checked: Checked): Finding[] =>
  twice(checked, exactly).map(({ section, wording, other }) =>
    at(section, `câu hỏi “${wording}” cũng có ở ${named(other.section)}`),
  );

/** The same words in another order, or but for polite ones. */
export const nearAsks = (checked: Checked): Finding[] =>
  twice(checked, (wording) => askingWords(wording).sort().join(" "))
    .filter(({ wording, other }) => exactly(wording) !== exactly(other.wording))
    .map(({ section, wording, other }) =>
      at(section, `câu hỏi “${wording}” gần như “${other.wording}” ở ${named(other.section)}`),
    );

const exactly = (wording: string): string => foldedWords(wording).join(" ");

/** Wordings with the key of a wording of an earlier section, with that one; each pair of sections and wording once. */
function twice(
  { sections }: Checked,
  keyOf: (wording: string) => string,
): (Asked & { readonly other: Asked })[] {
  const first = new Map<string, Asked>();
  return sections.flatMap((section) =>
    wordingsOf(section).flatMap((wording) => {
      const key = keyOf(wording);
      const other = first.get(key);
      if (other === undefined) first.set(key, { section, wording });
      return key === "" || other === undefined || other.section === section
        ? []
        : [{ section, wording, other }];
    }),
  );
}
