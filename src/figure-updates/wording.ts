import type { Fact } from "../figures/fact.ts";
import { COLUMNS, type RefusedRow } from "../figures/load.ts";
import { type Block, list, type Reply, strong, text } from "../messaging/reply.ts";
import { displayMoment } from "../vietnamese/dates.ts";
import type { Change, Columns, Preview } from "./diff.ts";
import type { FileProblem } from "./read-file.ts";
import type { FigureVersion } from "./updates.ts";

const say = (...paragraphs: readonly string[]): Reply => ({ blocks: paragraphs.map(text) });
/** Rows of one part named in a preview; the others are counted. */
const NAMED = 6;

export const HOW: Reply = {
  blocks: [
    strong("Gửi tệp số liệu (CSV hoặc XLSX, tối đa 2 MB) vào đây trong 30 phút."),
    text(`Dòng đầu là tên cột: ${COLUMNS.map(([column]) => column).join(", ")}.`),
    text(
      "Số viết liền, thập phân dùng dấu chấm (1686; 97.63). Ngày viết 2022-12-31. Tôi cho xem trước những gì thay đổi; chưa xác nhận thì chưa có gì đổi.",
    ),
    text("Xem các lần cập nhật: /capnhat lichsu. Lùi lại một lần: /capnhat hoantac."),
  ],
};

const PROBLEMS: Readonly<Record<FileProblem | "not_fetched", string>> = {
  too_large: "Tệp quá lớn: giới hạn 2 MB (bung ra tối đa 30 MB).",
  empty: "Tệp trống.",
  not_utf8: "Tệp không phải UTF-8: mở lại và lưu dạng “CSV UTF-8”, hoặc gửi XLSX.",
  not_a_table: "Đây không phải bảng CSV hay XLSX.",
  unreadable: "Không đọc được tệp này: gửi CSV (UTF-8) hoặc XLSX.",
  too_many_rows: "Tệp có hơn 5.000 dòng: chia nhỏ giúp tôi.",
  merged_cells: "Dòng tiêu đề có ô gộp hoặc ô trống: bỏ gộp ô, mỗi cột một tên, rồi gửi lại.",
  not_fetched: "Không tải được tệp từ Telegram: gửi lại giúp tôi.",
};

const NOTHING_CHANGED = "Chưa có gì thay đổi.";

export const problem = (what: keyof typeof PROBLEMS): Reply => say(PROBLEMS[what], NOTHING_CHANGED);

export function wrongColumns({ missing, unknown }: Extract<Columns, { kind: "wrong" }>): Reply {
  return say(
    ...(missing.length > 0 ? [`Thiếu cột: ${missing.join(", ")}.`] : []),
    ...(unknown.length > 0 ? [`Cột lạ hoặc lặp: ${unknown.slice(0, 8).join(", ")}.`] : []),
    NOTHING_CHANGED,
  );
}

export function previewReply({ fresh, changed, unchanged, refused }: Preview, draft: string | null): Reply {
  const parts: Block[] = [
    strong(
      `Xem trước: ${fresh.length} dòng mới, ${changed.length} thay đổi, ${unchanged} giữ nguyên, ${refused.length} bị từ chối.`,
    ),
    ...part("Mới:", fresh.map(freshLine)),
    ...part("Thay đổi:", changed.map(changedLine)),
    ...part("Từ chối:", refused.map(refusedLine)),
  ];
  if (draft === null) return { blocks: [...parts, text(NOTHING_CHANGED)] };
  return {
    blocks: [...parts, text("Bấm Xác nhận để áp dụng (trong 30 phút). Dòng bị từ chối không được đưa vào.")],
    buttons: [
      { label: "Xác nhận", payload: `/capnhat xacnhan ${draft}` },
      { label: "Huỷ", payload: `/capnhat huy ${draft}` },
    ],
  };
}

function part(title: string, lines: readonly string[]): Block[] {
  if (lines.length === 0) return [];
  const rest = lines.length - NAMED;
  return [text(title), list(...lines.slice(0, NAMED), ...(rest > 0 ? [`… và ${rest} dòng nữa`] : []))];
}

const freshLine = (fact: Fact): string => `${fact.id}: ${numbersOf(fact)} (${fact.area}, ${fact.period})`;
const changedLine = ({ before, after }: Change): string =>
  `${after.id}: ${before === null ? "chưa có" : numbersOf(before)} → ${numbersOf(after)}`;
const refusedLine = ({ line, column, why }: RefusedRow): string =>
  `dòng ${line}${column === undefined ? "" : `, cột ${column}`}: ${why}`;

function numbersOf({ numerator, denominator, value, unit, approx }: Fact): string {
  if (numerator !== undefined) return denominator === undefined ? numerator : `${numerator}/${denominator}`;
  return value === undefined ? "không nêu số" : `${approx ?? ""}${value} ${unit}`;
}

export const applied = (version: number, fresh: number, changed: number): Reply => ({
  blocks: [
    strong(`Đã áp dụng phiên bản ${version}: ${fresh} dòng mới, ${changed} thay đổi.`),
    text("Câu trả lời từ bây giờ dùng số này. Lùi lại: /capnhat hoantac."),
  ],
});

export const CANCELLED = say("Đã huỷ bản xem trước.", NOTHING_CHANGED);
export const UNKNOWN_DRAFT = say(
  "Không có bản xem trước này của anh/chị: gửi lại tệp giúp tôi.",
  NOTHING_CHANGED,
);
export const EXPIRED = say("Bản xem trước đã quá 30 phút: gửi lại tệp để xem số mới nhất.", NOTHING_CHANGED);
export const STALE = say(
  "Có người vừa cập nhật số liệu sau bản xem trước này: gửi lại tệp để so với số mới nhất.",
  NOTHING_CHANGED,
);
export const NOTHING_TO_UNDO = say("Chưa có lần cập nhật nào để lùi lại.");

export const undoPreview = (version: number, changes: number, draft: string): Reply => ({
  blocks: [strong(`Lùi lại phiên bản ${version}: ${changes} số trở về như trước đó.`), text(NOTHING_CHANGED)],
  buttons: [
    { label: "Xác nhận", payload: `/capnhat xacnhan ${draft}` },
    { label: "Huỷ", payload: `/capnhat huy ${draft}` },
  ],
});

export function historyReply(versions: readonly FigureVersion[]): Reply {
  if (versions.length === 0) return say("Chưa có lần cập nhật nào qua tin nhắn.");
  return {
    blocks: [
      strong("Các lần cập nhật số liệu:"),
      list(
        ...versions.map(
          ({ version, kind, sentBy, at, fresh, changed }) =>
            `${version} · ${kind === "rollback" ? "lùi lại" : `${fresh} mới, ${changed} thay đổi`} · ${displayMoment(at)} · mã cán bộ ${sentBy}`,
        ),
      ),
    ],
  };
}
