import { displayMoment, localDay } from "../../language/dates.ts";
import { type Block, type Button, list, type Reply, strong, text } from "../../messaging/reply.ts";
import type { Fact } from "../figures/fact.ts";
import { formatApproximate, formatNumber, formatRatio } from "../figures/numbers.ts";
import { parseRational } from "../figures/rational.ts";
import { COLUMNS, type RefusedRow } from "../figures/read-figures.ts";
import type { Change, Columns, Preview } from "./diff.ts";
import { type FileProblem, MAX_FILE, MAX_ROWS } from "./read-file.ts";
import type { FigureVersion } from "./updates.ts";
import { MAX_UNPACKED } from "./zip.ts";

const say = (...paragraphs: readonly string[]): Reply => ({ blocks: paragraphs.map(text) });
/** Rows of one part named in a preview; the others are counted. */
const NAMED = 5;
const mebibytes = (bytes: number): string => `${bytes / 1024 / 1024} MB`;

/** @param now milliseconds since the epoch: the example of a date is today */
export const how = (now: number): Reply => ({
  blocks: [
    strong(`Gửi tệp số liệu (CSV hoặc XLSX, tối đa ${mebibytes(MAX_FILE)}) vào đây trong 30 phút.`),
    text(`Dòng đầu là tên cột: ${COLUMNS.map(([column]) => column).join(", ")}.`),
    text(
      `Ngày viết ${localDay(now)}. Số lẻ viết 97,63. Số đạt và tổng số viết 1686 hoặc 1.686. Tôi cho xem trước những gì thay đổi; chưa xác nhận thì chưa có gì đổi.`,
    ),
    text("Xem các lần cập nhật: /capnhat lichsu. Lùi lại một lần: /capnhat hoantac."),
  ],
});

const PROBLEMS: Readonly<Record<FileProblem | "not_fetched" | "too_many_changes", string>> = {
  too_large: `Tệp quá lớn: giới hạn ${mebibytes(MAX_FILE)} (XLSX bung ra tối đa ${mebibytes(MAX_UNPACKED)}).`,
  empty: "Tệp trống.",
  not_utf8: "Tệp không phải UTF-8: mở lại và lưu dạng “CSV UTF-8”, hoặc gửi XLSX.",
  not_a_table: "Đây không phải bảng CSV hay XLSX.",
  old_excel: "Đây là tệp Excel kiểu cũ (.xls) hoặc có mật khẩu: lưu lại dạng XLSX không mật khẩu.",
  unreadable: "Không đọc được tệp này: gửi lại CSV (UTF-8) hoặc XLSX.",
  too_many_rows: `Tệp có hơn ${formatNumber(parseRational(String(MAX_ROWS)))} dòng hoặc có ô nằm quá xa: xoá phần thừa, hoặc chia nhỏ.`,
  too_many_changes: "Tệp có quá nhiều thay đổi cho một lần: chia nhỏ rồi gửi lại.",
  several_sheets: "Tệp có nhiều trang tính, tôi không biết lấy trang nào: để lại một trang rồi gửi lại.",
  merged_cells: "Tệp có ô gộp: bỏ gộp, mỗi ô một giá trị, rồi gửi lại.",
  not_fetched: "Không tải được tệp từ Telegram: gửi lại giúp tôi.",
};

const NOTHING_CHANGED = "Chưa có gì thay đổi.";

/** @param where a line or a range of cells in the file */
export const problem = (what: keyof typeof PROBLEMS, where?: string): Reply =>
  say(
    ...(where === undefined ? [PROBLEMS[what]] : [PROBLEMS[what], `Chỗ vướng: ${where}.`]),
    NOTHING_CHANGED,
  );

export function wrongColumns({ missing, unknown, unnamed }: Extract<Columns, { kind: "wrong" }>): Reply {
  return say(
    ...(missing.length > 0 ? [`Thiếu cột: ${missing.join(", ")}.`] : []),
    ...(unknown.length > 0 ? [`Cột lạ hoặc lặp: ${unknown.slice(0, 8).map(short).join(", ")}.`] : []),
    ...(unnamed.length > 0
      ? [`Cột thứ ${unnamed.slice(0, 8).join(", ")} không có tên (ô gộp hoặc ô trống): mỗi cột một tên.`]
      : []),
    NOTHING_CHANGED,
  );
}

export function previewReply({ fresh, changed, unchanged, refused }: Preview, draft: string | null): Reply {
  const lines = Map.groupBy(refused, ({ line }) => line);
  const parts: Block[] = [
    strong(
      `Xem trước: ${fresh.length} dòng mới, ${changed.length} thay đổi, ${unchanged} giữ nguyên, ${lines.size} bị từ chối.`,
    ),
    ...part("Mới:", fresh.map(freshLine)),
    ...part("Thay đổi:", changed.map(changedLine)),
    ...part("Từ chối:", [...lines.values()].map(refusedLine)),
  ];
  if (draft === null) return { blocks: [...parts, text(NOTHING_CHANGED)] };
  return {
    blocks: [...parts, text("Bấm Xác nhận để áp dụng (trong 30 phút). Dòng bị từ chối không được đưa vào.")],
    buttons: confirmation(draft),
  };
}

const confirmation = (draft: string): readonly Button[] => [
  { label: "Xác nhận", payload: `/capnhat xacnhan ${draft}` },
  { label: "Huỷ", payload: `/capnhat huy ${draft}` },
];

function part(title: string, lines: readonly string[]): Block[] {
  if (lines.length === 0) return [];
  const rest = lines.length - NAMED;
  return [text(title), list(...lines.slice(0, NAMED), ...(rest > 0 ? [`… và ${rest} dòng nữa`] : []))];
}

const AUDIENCES: Readonly<Record<Fact["audience"], string>> = { public: "công khai", internal: "nội bộ" };

const freshLine = (fact: Fact): string =>
  `${fact.id}: ${numbersOf(fact)} (${fact.area}, ${short(fact.period)}, ${AUDIENCES[fact.audience]})`;

function changedLine({ before, after }: Change): string {
  const id = (after ?? before)?.id ?? "";
  if (before === null || after === null)
    return `${id}: ${before === null ? "chưa có" : numbersOf(before)} → ${after === null ? "không còn" : numbersOf(after)}`;
  const columns = COLUMNS.filter(([, field]) => before[field] !== after[field]).map(([column]) => column);
  const others = columns.filter((column) => !NUMBERS.has(column) && column !== "audience");
  const told = [
    ...(columns.some((column) => NUMBERS.has(column)) ? [`${numbersOf(before)} → ${numbersOf(after)}`] : []),
    ...(before.audience === after.audience
      ? []
      : [`${AUDIENCES[before.audience]} → ${AUDIENCES[after.audience]}`]),
    ...(others.length > 0 ? [`đổi cột ${others.join(", ")}`] : []),
  ];
  return `${id}: ${told.join("; ")}`;
}

const NUMBERS: ReadonlySet<string> = new Set(["numerator", "denominator", "value", "unit", "approx"]);

function refusedLine(reasons: readonly RefusedRow[]): string {
  const told = reasons
    .slice(0, 2)
    .map(({ column, why }) => (column === undefined ? why : `cột ${column}: ${why}`));
  return `dòng ${reasons[0]?.line}, ${told.join("; ")}`;
}

function numbersOf({ numerator, denominator, value, unit, approx }: Fact): string {
  if (numerator !== undefined && denominator !== undefined)
    return `${formatRatio(parseRational(numerator), parseRational(denominator))} ${short(unit)}`;
  const number = numerator ?? value;
  return number === undefined
    ? "không nêu số"
    : `${formatApproximate(parseRational(number), approx)} ${short(unit)}`;
}

const short = (words: string): string => (words.length > 40 ? `${words.slice(0, 40)}…` : words);

export const applied = (version: FigureVersion): Reply => ({
  blocks: [
    strong(`Đã áp dụng phiên bản ${version.version}: ${summary(version)}.`),
    text("Câu trả lời từ bây giờ dùng số này."),
  ],
  buttons: [{ label: "Hoàn tác", payload: "/capnhat hoantac" }],
});

/** For a second tap, perhaps much later, when there may be newer versions. */
export const alreadyApplied = (version: FigureVersion): Reply =>
  say(
    `Đã áp dụng rồi, lúc ${displayMoment(version.at)}: phiên bản ${version.version}, ${summary(version)}.`,
    "Lần bấm này không đổi gì thêm.",
  );

function summary({ kind, fresh, changed, restores }: FigureVersion): string {
  if (kind === "upload") return `${fresh} mới, ${changed} thay đổi`;
  return `lùi lại, ${changed} số trở về ${stateOf(restores ?? 0)}`;
}

const stateOf = (version: number): string => (version === 0 ? "kho số liệu gốc" : `phiên bản ${version}`);

export const CANCELLED = say("Đã huỷ bản xem trước.", NOTHING_CHANGED);
export const UNKNOWN_DRAFT = say(
  "Không có bản xem trước này của anh/chị, hoặc bản đó đã được xử lý. Gửi lại tệp nếu cần.",
  "Lần bấm này không đổi gì.",
);
export const EXPIRED = say("Bản xem trước đã quá 30 phút: gửi lại tệp để xem số mới nhất.", NOTHING_CHANGED);
export const STALE = say(
  "Có người vừa cập nhật số liệu sau bản xem trước này: gửi lại tệp để so với số mới nhất.",
  "Bản này chưa được áp dụng.",
);
export const NOTHING_TO_UNDO = say("Không có lần cập nhật nào để lùi lại.");

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
  buttons: confirmation(draft),
});

export function historyReply(versions: readonly FigureVersion[]): Reply {
  if (versions.length === 0) return say("Chưa có lần cập nhật nào qua tin nhắn.");
  return {
    blocks: [strong("Các lần cập nhật số liệu, mới nhất trước:"), list(...versions.map(historyLine))],
    buttons: [{ label: "Hoàn tác lần cuối", payload: "/capnhat hoantac" }],
  };
}

function historyLine(version: FigureVersion): string {
  const { fileName, fileHash, refused } = version;
  return [
    String(version.version),
    `${summary(version)}${refused > 0 ? `, ${refused} bị từ chối` : ""}`,
    displayMoment(version.at),
    `mã cán bộ ${version.sentBy}`,
    ...(fileName === "" ? [] : [`${fileName} (${fileHash.slice(0, 8)})`]),
  ].join(" · ");
}
