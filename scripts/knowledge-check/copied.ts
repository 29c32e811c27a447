import { at, type Checked, type Finding, type Section } from "./checked.ts";
import { foldedWords } from "./content-words.ts";

/** So many words in a row are somebody else's sentence. */
const RUN = 9;

/** Words in a row that stand in a source too. Names (of laws, of documents, of sources) are nobody's sentence. */
export function copied({ sections, sources }: Checked): Finding[] {
  if (sources.length === 0) return [];
  const origin = new Map(
    sources.flatMap(({ name, text }) => runsOf(text).map((run) => [run, name] as const)),
  );
  const names = new Set(sections.flatMap(namesIn).flatMap(runsOf));
  return sections.flatMap((section) => {
    const words = foldedWords(section.passage.text);
    const isCopied = runsOf(section.passage.text).map((run) => origin.has(run) && !names.has(run));
    return isCopied.flatMap((is, from) => {
      if (!is || isCopied[from - 1] === true) return [];
      const end = isCopied.indexOf(false, from);
      const length = (end === -1 ? isCopied.length : end) - from + RUN - 1;
      const source = origin.get(words.slice(from, from + RUN).join(" ")) ?? "";
      return [
        at(
          section,
          `${length} chữ liền nhau chép từ ${source}: “${words.slice(from, from + RUN).join(" ")}…”`,
        ),
      ];
    });
  });
}

const namesIn = ({ passage: { citation, document } }: Section): string[] =>
  [citation, document.title, document.issuer ?? ""].filter(Boolean);

function runsOf(text: string): string[] {
  const words = foldedWords(text);
  return words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, i) => words.slice(i, i + RUN).join(" "));
}
