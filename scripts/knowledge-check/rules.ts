import { aheadAsPresent } from "./ahead-as-present.ts";
import { nearAsks, sharedAsks } from "./asks.ts";
import type { Checked, Finding, Rule } from "./checked.ts";
import { contradictions } from "./contradictions.ts";
import { copied } from "./copied.ts";
import { lawDates, lawKinds } from "./law-facts.ts";
import { replacedLaws } from "./replaced-laws.ts";
import { longSource, noAddress, noDay, pastDay, refused } from "./single-sections.ts";

/** A fault makes the exit code 1, a reminder only with `--strict`, a remark never. */
export type Level = "fault" | "reminder" | "remark";

/** Every rule, in the order in which its findings are printed; `attracts.ts` is asked for apart, because it takes time. */
export const RULES: readonly (readonly [level: Level, find: Rule])[] = [
  ["fault", refused], // what an ingest refuses
  ["reminder", pastDay], // check_after is over: by the calendar, never a fault of itself
  ["reminder", noDay], // no check_after
  ["fault", noAddress], // no address of a source, and not said to be unknown
  ["reminder", longSource], // names more sources than a phone shows
  ["fault", sharedAsks], // two sections are asked by the same words
  ["reminder", nearAsks], // two sections are asked by nearly the same words
  ["fault", replacedLaws], // a law that another section says is replaced, told as if in force
  ["fault", lawKinds], // "Thông tư 1/2025/NĐ-CP"
  ["reminder", lawDates], // one law, two days of coming into force
  ["reminder", contradictions], // alike in what is asked, or of the same clause, and other amounts of money
  ["reminder", aheadAsPresent], // valid_from is to come, and the words don't say so
  ["fault", copied], // nine words in a row of a source; only with --sources
];

export type Judged = Finding & { readonly level: Level };

/** What the rules find, by file and line. */
export async function check(checked: Checked): Promise<readonly Judged[]> {
  const found = await Promise.all(
    RULES.map(async ([level, find]) => (await find(checked)).map((finding) => ({ ...finding, level }))),
  );
  return found.flat().sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

const MARKS: Readonly<Record<Level, string>> = { fault: "[lỗi]", reminder: "[nhắc]", remark: "[xem]" };

/** @example describe(finding) // "documents/phao.md:12: [lỗi] mục không có địa chỉ nguồn" */
export const describe = ({ file, line, level, why }: Judged): string =>
  `${file}:${line}: ${MARKS[level]} ${why}`;
