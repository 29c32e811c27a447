import { calendarDay } from "../../../knowledge/ageing.ts";
import { displayDate } from "../../../language/dates.ts";
import { DOCUMENT_KINDS } from "../../../language/document-kinds.ts";
import { fold } from "../../../language/fold.ts";
import { syllables } from "../../../language/syllables.ts";
import { type Line, tidy } from "../reading/line.ts";
import { OPENS } from "../reading/openings.ts";
import titles from "./document-titles.json" with { type: "json" };

/** What a document says of itself at its head. */
export interface Front {
  /** "Chỉ thị"; absent where no such word stands there. */
  readonly kind?: string;
  readonly title: string;
  /** As written: "12/CT-UBND". */
  readonly number?: string;
  /** ISO: YYYY-MM-DD. */
  readonly issued?: string;
  readonly issuer?: string;
  /** The first line of the text. */
  readonly body: number;
}

const KINDS = [...DOCUMENT_KINDS.map(({ name }) => name), ...titles];
/** The head of a document is among its first lines. */
const HEAD = 40;
const MAX_TITLE = 200;
const NUMBER = /(?:^|\s)số\s*[:.]?\s*(\d{1,6}\s*\/\s*[\p{Lu}\d][\p{Lu}\d/-]*)/iu;
const DAY = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu;
const MOTTO = /cộng hòa xã hội|cộng hoà xã hội|độc lập\s*[-–]|đảng cộng sản việt nam/iu;
const SUBJECT = /^(?:về việc|v\/v|về)\s/iu;

/** @param fileName what it is called where the text doesn't say */
export function frontOf(lines: readonly Line[], fileName: string): Front {
  const head = lines.slice(0, HEAD);
  const titleAt = head.findIndex(({ text, cells }) => cells === undefined && kindOf(text) !== undefined);
  const letterhead = titleAt === -1 ? head : head.slice(0, titleAt);
  const cells = letterhead.flatMap((line) => line.cells ?? [line.text]);
  const number = first(cells, NUMBER)?.[1]?.replace(/\s+/gu, "").toUpperCase();
  const issued = dayOf(first(cells, DAY));
  const issuer = issuerOf(letterhead, lines);
  const told = { ...(number && { number }), ...(issued && { issued }), ...(issuer && { issuer }) };
  if (titleAt === -1) {
    const subject = cells.map((cell) => /(?:^|\s)v\/v\s*:?\s*(.+)$/iu.exec(cell)?.[1]).find(Boolean);
    const at = head.findIndex(({ isEmphasised, isRow }) => isEmphasised && !isRow);
    const title = subject ?? (at === -1 ? fileName : (head[at]?.text ?? fileName));
    const letter = letterhead.findLastIndex((line) => MOTTO.test(line.text) || NUMBER.test(line.text));
    return { ...told, title: short(title), body: subject === undefined ? at + 1 : letter + 1 };
  }
  const { subject, next } = subjectAfter(head, titleAt);
  const kind = sentenceCase(kindOf(head[titleAt]?.text ?? "") ?? "");
  const rest = tidy((head[titleAt]?.text ?? "").slice(kind.length));
  const about = asWrittenIn(lines, tidy(`${rest} ${subject}`));
  const joint = SUBJECT.test(about)
    ? ` ${about.charAt(0).toLowerCase()}${about.slice(1)}`
    : about && `: ${about}`;
  return { ...told, kind, title: short(`${kind}${joint}`), body: next };
}

/** How a document is cited: "Chỉ thị số 12/CT-UBND ngày 05/03/2026 của Ủy ban nhân dân tỉnh …". */
export function nameOf({ kind, title, number, issued, issuer }: Omit<Front, "body">): string {
  const what = number === undefined ? title : `${kind ?? "Văn bản"} số ${number}`;
  return [
    what,
    ...(issued === undefined ? [] : [`ngày ${displayDate(issued)}`]),
    ...(issuer === undefined ? [] : [`của ${issuer}`]),
  ].join(" ");
}

/** The kind of document that a line in capitals names at its beginning. */
function kindOf(text: string): string | undefined {
  if (text !== text.toUpperCase()) return undefined;
  const words = text.toLowerCase().normalize("NFC");
  return KINDS.find((kind) => words === kind || words.startsWith(`${kind} `));
}

/** What the lines below a document's kind say it is about. */
function subjectAfter(head: readonly Line[], at: number): { subject: string; next: number } {
  let next = at + 1;
  let subject = "";
  for (; next < head.length; next += 1) {
    const line = head[next];
    if (line === undefined || line.isRow || OPENS.test(line.text)) break;
    const isTitle = line.isEmphasised || SUBJECT.test(line.text) || isCapitals(line.text);
    if (!isTitle || subject.length + line.text.length > MAX_TITLE) break;
    subject = tidy(`${subject} ${line.text}`);
  }
  return { subject, next };
}

/** Who issued it: the left column of the letterhead, above the number. */
function issuerOf(letterhead: readonly Line[], lines: readonly Line[]): string | undefined {
  const left: string[] = [];
  for (const { text, cells } of letterhead) {
    const [cell = text] = cells ?? [];
    const before = cell.split(/(?:^|\s)số\s*:/iu)[0] ?? "";
    if (isCapitals(before) && !MOTTO.test(before)) left.push(before);
    if (before !== cell) break;
  }
  const written = tidy(left.join(" "));
  return written === "" || written.length > MAX_TITLE ? undefined : asWrittenIn(lines, written);
}

/** Words in capitals as the text writes them elsewhere: only it knows which of them are names. */
function asWrittenIn(lines: readonly Line[], capitals: string): string {
  if (!isCapitals(capitals)) return capitals;
  const wanted = capitals.toLowerCase();
  for (const { text } of lines) {
    const at = text.toLowerCase().indexOf(wanted);
    const written = text.slice(at, at + wanted.length);
    if (at !== -1 && !isCapitals(written)) return sentenceCase(written);
  }
  return capitals;
}

export const isCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && text === text.toUpperCase();

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const first = (texts: readonly string[], form: RegExp): RegExpExecArray | undefined =>
  texts.map((text) => form.exec(text)).find((found) => found !== null) ?? undefined;

function dayOf(found: RegExpExecArray | undefined): string | undefined {
  if (found === undefined) return undefined;
  const [, day = "", month = "", year = ""] = found;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return calendarDay.safeParse(iso).success ? iso : undefined;
}

const short = (title: string): string =>
  title.length <= MAX_TITLE ? title : `${title.slice(0, MAX_TITLE - 1)}…`;

/** What a later version of the same document has too: its number and issuer, or its title. */
export const keyOf = ({ number, issuer, title }: Omit<Front, "body">): string =>
  syllables(fold(number === undefined ? title : `${number} ${issuer ?? ""}`))
    .join("-")
    .slice(0, 120);
