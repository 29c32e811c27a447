import type { Passage } from "../../../knowledge/knowledge-index.ts";
import { substance } from "../../../knowledge/reduced-question.ts";
import { linesOf } from "../quote.ts";
import { answerForm } from "./answer-forms.ts";
import { conditionOf, holdingFor } from "./condition.ts";
import { atDegree, degreeOf } from "./degree.ts";
import { shareOf, type ToldWords, toldWords } from "./told-words.ts";

/** The lines of a section that answer what is asked on. */
export interface ShownLines {
  readonly lines: readonly string[];
  /** The share of the question's words that the best of them has. */
  readonly share: number;
}

/** Less of the question's words in a line: the section says nothing of it. */
export const NAMES = 0.6;
/** With so much of them a line says something of it, where nothing else of the thread does. */
export const SOME = 0.4;
/** So few lines are told whatever the section's length. */
const FEW = 2;
/** So many lines say it; more would be the section once more. */
const MOST_LINES = 4;
/** Lines with so much of a section are the section once more. */
const NEARLY_ALL = 0.85;

const NONE: ShownLines = { lines: [], share: 0 };

/**
 * "Còn ô tô thì sao" after the fines for drink-driving: the lines that name what is asked on, of each only the part that does;
 * "mức cao nhất": the line with the highest sum; "13 tuổi thì sao": the lines that hold for that number. Without lines where the section would be told once more.
 */
export function shownLines(passage: Passage, question: string): ShownLines {
  const lines = linesOf(passage);
  const extreme = degreeOf(question);
  if (extreme !== null) {
    const told = toldWords(extreme.rest);
    const named = lines.filter((line) => shareOf(told, line) >= NAMES);
    return { lines: atDegree(named.length > 1 ? named : lines, extreme.degree), share: 1 };
  }
  const supposed = conditionOf(question);
  const holding = supposed === null ? [] : holdingFor(lines, supposed);
  const told = toldWords(question);
  if (holding.length > 0 && holding.length < lines.length)
    return { lines: holding, share: substance(question) <= OF_NUMBER ? 1 : shareOf(told, holding.join(" ")) };
  const shares = lines.map((line) => shareOf(told, line));
  const share = Math.max(0, ...shares);
  const names = told.some(([, weight]) => weight >= 1);
  if (!names || share < NAMES) {
    const formed = ofForm(lines, question, names ? told : []);
    if (formed.length > 0 || !names) return formed.length > 0 ? { lines: formed, share: NAMES } : NONE;
  }
  const best = lines.filter((_, at) => shares[at] === share).map((line) => partOf(line, told));
  const isWhole = (said: readonly string[]): boolean =>
    said.length > MOST_LINES || said.join("").length > NEARLY_ALL * passage.text.length;
  // A word of most lines is what all of it is about.
  if (share < 1 && best.length > Math.max(FEW, lines.length / 2)) return NONE;
  if (!isWhole(best)) return { lines: best, share };
  // "…, gồm 8 chương; thay Luật …": of a section of one line the clause that says it.
  const clauses = best.flatMap((line) => line.split(CLAUSE));
  const most = Math.max(NAMES, ...clauses.map((one) => shareOf(told, one)));
  const named = clauses.filter((one) => shareOf(told, one) >= most);
  return named.length === 0 || isWhole(named) ? { ...NONE, share } : { lines: named, share };
}

/** More words than "13 tuổi" has ask for something besides what holds for the number. */
const OF_NUMBER = 2;

/** Of so few words in common the form of the answer makes a line one. */
const IN_COMMON = 0.45;

/** "Trong mấy giờ": the lines with a span of time, of those the ones with the most words of the question. */
function ofForm(lines: readonly string[], question: string, told: ToldWords): readonly string[] {
  const form = answerForm(question);
  if (form === null) return [];
  const shares = lines.map((line) => (form(line) ? shareOf(told, line) : 0));
  const most = Math.max(IN_COMMON, ...shares);
  const said = lines.filter((_, at) => shares[at] === most);
  return said.length < lines.length && said.length <= MOST_LINES ? said : [];
}

const CLAUSE = /(?<=[.;])\s+/u;

const LABELLED = /^([^:]+: )(.+)$/u;

/** "Tới 0,25: xe máy 2–3 triệu đồng, ô tô 6–8 triệu": of parts that each have a figure, those that have the words. */
function partOf(line: string, told: ToldWords): string {
  const [, label = "", rest = line] = LABELLED.exec(line) ?? [];
  const parts = rest.replace(/\.$/u, "").split(/, (?=\p{L})/u);
  if (parts.length < 2 || label === "" || parts.some((part) => !/\d/u.test(part))) return line;
  const named = parts.filter((part) => shareOf(told, part) >= NAMES);
  return named.length === 0 ? line : `${label}${named.join(", ")}.`;
}
