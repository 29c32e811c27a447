import { type Block, type Button, list, type Reply, strong, text } from "../../messaging/reply.ts";
import { AUDIENCE_NAMES, COLUMN_TITLES } from "../figure-files/figure-files-wording.ts";
import type { Fact } from "../figures/fact.ts";
import { COLUMNS, type RefusedRow } from "../figures/read-figures.ts";
import type { Change, Preview } from "./diff.ts";
import type { Question } from "./drafts.ts";
import { aboutOf, jumpOf, numbersOf, shareBehind } from "./figure-lines.ts";
import { NOTHING_CHANGED, say, stateOf } from "./outcome-wording.ts";

/** Rows of one part named in a preview; the others are counted. */
const NAMED = 5;
/** Reasons for refusals that are named. */
const REFUSALS = 15;

/** What else a preview tells, of an office's own table. */
export interface PreviewNotes {
  readonly source?: string | undefined;
  /** Hidden sheets that were left out; absent where nothing was sent as a file. */
  readonly hidden?: readonly string[];
  readonly blank?: number;
}

/** Lines of a preview that go into one message. */
const PAGE = 12;

/**
 * The first page of what a file would do, with every refusal that fits.
 * @param draft null where nothing would change
 */
export function previewReply(
  { fresh, changed, unchanged, refused }: Preview,
  draft: { readonly id: string; readonly questions: number } | null,
  notes: PreviewNotes = {},
): Reply {
  const rows = Map.groupBy(refused, ({ file, line }) => `${file}|${line}`);
  const lines = changeLines([...fresh.map((after): Change => ({ before: null, after })), ...changed]);
  const head: Block[] = [
    strong(
      `Xem trước: ${fresh.length} dòng mới, ${changed.length} thay đổi, ${unchanged} giữ nguyên, ${rows.size} bị từ chối.`,
    ),
    ...(lines.length === 0 ? [] : [list(...lines.slice(0, PAGE))]),
    ...part("Từ chối:", refusedLines([...rows.values()]), REFUSALS),
    ...notesOf(notes, [...fresh, ...changed.map(({ after }) => after)]),
  ];
  if (draft === null) return { blocks: [...head, text(NOTHING_CHANGED)] };
  const pages = pagesOf(lines.length);
  const next =
    pages > 1 ? [{ label: `Xem tiếp (trang 2/${pages})`, payload: `/capnhat xem ${draft.id} x2` }] : [];
  if (draft.questions > 0)
    return { blocks: head, buttons: [...next, { label: "Huỷ", payload: `/capnhat huy ${draft.id}` }] };
  return {
    blocks: [...head, text("Bấm Xác nhận để áp dụng (trong 30 phút). Dòng bị từ chối không được đưa vào.")],
    buttons: [...confirmation(draft.id), ...next],
  };
}

const pagesOf = (lines: number): number => Math.max(1, Math.ceil(lines / PAGE));

/** A later page of the same; `page` is counted from 1. */
export function pageReply(changes: readonly Change[], page: number, draft: string, questions: number): Reply {
  const lines = changeLines(changes);
  const pages = pagesOf(lines.length);
  const at = Math.min(Math.max(1, page), pages);
  const to = (n: number, label: string) => ({
    label: `${label} (trang ${n}/${pages})`,
    payload: `/capnhat xem ${draft} x${n}`,
  });
  return {
    blocks: [
      strong(`Thay đổi, trang ${at}/${pages} (${lines.length} dòng).`),
      list(...lines.slice((at - 1) * PAGE, at * PAGE)),
    ],
    buttons: [
      ...(at < pages ? [to(at + 1, "Xem tiếp")] : []),
      ...(at > 1 ? [to(at - 1, "Xem lại")] : []),
      ...(questions > 0
        ? [{ label: "Trả lời câu hỏi", payload: `/capnhat hoi ${draft}` }]
        : confirmation(draft)),
    ],
  };
}

/** One question of several; the row that it is about can be left out. */
export function questionReply(question: Question, left: number, draft: string): Reply {
  return {
    blocks: [
      strong(
        left === 1
          ? "Còn một điều cần anh/chị xem lại:"
          : `Còn ${left} điều cần anh/chị xem lại, từng điều một:`,
      ),
      text(question.text),
    ],
    buttons: [
      { label: "Đúng, giữ nguyên", payload: `/capnhat dung ${draft} x${left}` },
      ...(question.id === undefined
        ? []
        : [{ label: "Bỏ dòng này", payload: `/capnhat bo ${draft} x${left}` }]),
      ...(left > MANY
        ? [{ label: `Đúng cả ${left} điều`, payload: `/capnhat dunghet ${draft} x${left}` }]
        : []),
      { label: "Huỷ tất cả", payload: `/capnhat huy ${draft}` },
    ],
  };
}

/** From so many questions on they can be answered at once. */
const MANY = 3;

/** All questions are answered: what is left is confirmed. */
export const answeredReply = (changes: number, draft: string): Reply =>
  changes === 0
    ? say("Đã bỏ hết các dòng.", NOTHING_CHANGED)
    : {
        blocks: [
          strong(`Đã xem hết. Còn ${changes} thay đổi chờ áp dụng.`),
          text("Bấm Xác nhận để áp dụng."),
        ],
        buttons: [...confirmation(draft), { label: "Xem lại", payload: `/capnhat xem ${draft} x1` }],
      };

export const ASKED = say("Còn điều chưa trả lời nên chưa áp dụng được.", NOTHING_CHANGED);

export const confirmation = (draft: string): readonly Button[] => [
  { label: "Xác nhận", payload: `/capnhat xacnhan ${draft}` },
  { label: "Huỷ", payload: `/capnhat huy ${draft}` },
];

function part(title: string, lines: readonly string[], most = NAMED): Block[] {
  if (lines.length === 0) return [];
  const rest = lines.length - most;
  return [text(title), list(...lines.slice(0, most), ...(rest > 0 ? [`… và ${rest} dòng nữa`] : []))];
}

function notesOf({ source, hidden, blank = 0 }: PreviewNotes, facts: readonly Fact[]): Block[] {
  const audiences = new Set(facts.map(({ audience }) => AUDIENCE_NAMES[audience]));
  return [
    ...(source === undefined || facts.length === 0
      ? []
      : [text(`Nguồn sẽ ghi: ${source}.${hidden === undefined ? "" : " Muốn ghi khác: thêm cột “Nguồn”."}`)]),
    ...(facts.length === 0 ? [] : [text(`Ai được xem: ${[...audiences].join(", ")}.`)]),
    ...(blank === 0 ? [] : [text(`Bỏ qua ${blank} dòng chưa điền số.`)]),
    ...(hidden === undefined || hidden.length === 0
      ? []
      : [text(`Bỏ qua trang ẩn: ${hidden.slice(0, 5).map(short).join(", ")}.`)]),
  ];
}

const changeLines = (changes: readonly Change[]): readonly string[] =>
  changes.map((change) =>
    change.before === null && change.after !== null ? freshLine(change.after) : changedLine(change),
  );

const freshLine = (fact: Fact): string => `Mới: ${aboutOf(fact)}: ${numbersOf(fact)}${shareBehind(fact)}`;

function changedLine({ before, after }: Change): string {
  const known = after ?? before;
  const about = known === null ? "" : aboutOf(known);
  if (before === null || after === null)
    return `${about}: ${before === null ? "chưa có" : numbersOf(before)} → ${after === null ? "không còn" : numbersOf(after)}`;
  const columns = COLUMNS.filter(([, field]) => before[field] !== after[field]);
  const others = columns.filter(([column]) => !NUMBERS.has(column) && column !== "audience");
  const told = [
    ...(columns.some(([column]) => NUMBERS.has(column))
      ? [`${numbersOf(before)} → ${numbersOf(after)}${jumpOf(before, after)}`]
      : []),
    ...(before.audience === after.audience
      ? []
      : [`${AUDIENCE_NAMES[before.audience]} → ${AUDIENCE_NAMES[after.audience]}`]),
    ...(others.length > 0 ? [`đổi ${others.map(([, field]) => titleOf(field)).join(", ")}`] : []),
  ];
  return `Đổi: ${about}: ${told.join("; ")}`;
}

const titleOf = (field: keyof Fact): string =>
  field in COLUMN_TITLES ? COLUMN_TITLES[field as keyof typeof COLUMN_TITLES].toLocaleLowerCase("vi") : field;

const NUMBERS: ReadonlySet<string> = new Set(["numerator", "denominator", "value", "unit", "approx"]);

/** Rows that are refused for the same reason stand together, by their lines. */
function refusedLines(rows: readonly (readonly RefusedRow[])[]): readonly string[] {
  const byReason = Map.groupBy(rows, (reasons) =>
    reasons
      .slice(0, 2)
      .map(({ column, why }) => (column === undefined ? why : `cột ${short(column)}: ${why}`))
      .join("; "),
  );
  return [...byReason].map(([told, alike]) => {
    const lines = alike.flatMap(([first]) => (first === undefined ? [] : [lineOf(first)]));
    const more = lines.length - NAMED;
    return `${lines.slice(0, NAMED).join("; ")}${more > 0 ? ` và ${more} dòng nữa` : ""}, ${told}`;
  });
}

/** An office's table names its rows itself; a table of the store has only lines. */
const lineOf = ({ file, line }: RefusedRow): string =>
  /^(?:dòng|trang) /u.test(file) ? file : `dòng ${line}`;

const short = (words: string): string => (words.length > 40 ? `${words.slice(0, 40)}…` : words);

interface Undo {
  readonly undone: number;
  readonly restores: number;
  readonly changes: readonly Change[];
}

export const undoPreview = ({ undone, restores, changes }: Undo, draft: string): Reply => ({
  blocks: [
    strong(`Lùi lại phiên bản ${undone}: ${changes.length} số trở về ${stateOf(restores)}.`),
    ...part("Sẽ đổi:", changes.map(changedLine)),
    text(NOTHING_CHANGED),
  ],
  buttons: [
    ...confirmation(draft),
    ...(changes.length > NAMED ? [{ label: "Xem hết", payload: `/capnhat xem ${draft} x1` }] : []),
  ],
});
