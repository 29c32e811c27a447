import { type Block, list, type Reply, strong, text } from "../../../messaging/reply.ts";
import { DAY, HOUR, MINUTE } from "../../../platform/time.ts";
import type { Sheet } from "../../../platform/xlsx.ts";
import { LANES } from "../deadlines/deadlines.ts";
import type { Lane, ReportState } from "../report.ts";
import { STATE_NAMES } from "../workflow/workflow-wording.ts";
import { FEWEST, type Group, type Handling, type HandlingReport, type Share } from "./handling.ts";
import { monthInWords, type Period, periodInWords, periodTyped } from "./period.ts";

const line = (words: string): Reply => ({ blocks: [text(words)] });
/** The longest list of communes in a message; the file has all. */
const SHOWN_COMMUNES = 10;

export const HANDLING = {
  nothing: (period: Period): Reply => line(`Chưa có tin nào nhận trong ${periodInWords(period)}.`),
  unclear: (examples: readonly Period[]): Reply =>
    line(["Gõ /baocaothang", ...examples.map((one) => `/baocaothang ${periodTyped(one)}`)].join(", hoặc ")),
  noRoom: line("Chưa tạo được tệp. Anh/chị thử lại sau ít phút."),
  fileName: (period: Period): string => `xu-ly-tin-bao-${periodTyped(period).replace("/", "-")}.xlsx`,
  file: (period: Period): Reply => line(`Số liệu xử lý tin báo ${periodInWords(period)}, tệp Excel.`),
  asFile: "Tệp Excel",
  year: "Cả năm",
} as const;

const NOTES = [
  "Tính theo tháng nhận tin. Đúng hạn: theo hạn của từng loại tin, không tính thời gian chờ người báo trả lời. Tin gộp được tính xử lý theo tin chính.",
  `Xã, phường có dưới ${FEWEST} tin được gộp chung, trung vị của dưới ${FEWEST} tin không hiện, để không ai đoán được người báo. Tin đã xóa nội dung theo hạn lưu giữ vẫn được đếm.`,
] as const;

const HEAD = [
  "Nhận",
  "Đang mở",
  "Tiếp nhận đúng hạn",
  "Đã tiếp nhận",
  "Xử lý đúng hạn",
  "Đã xử lý",
  "Trung vị (giờ)",
];

/** The figures of a period in a message. */
export function handlingReply(report: HandlingReport, period: Period): Reply {
  const { all, byMonth, byLane, byCommune, byOutcome } = report;
  const more = byCommune.length - SHOWN_COMMUNES;
  return {
    blocks: [
      strong(`Xử lý tin báo ${periodInWords(period)}: nhận ${all.received} tin`),
      list(...linesOf(all)),
      ...part(
        "Theo loại tin",
        byLane.map((group) => inShort({ ...group, name: laneName(group.name) })),
      ),
      ...(byMonth.length < 2
        ? []
        : part(
            "Theo tháng",
            byMonth.map((group) => inShort({ ...group, name: monthInWords(group.name) })),
          )),
      ...part("Theo xã, phường", [
        ...byCommune.slice(0, SHOWN_COMMUNES).map(inShort),
        ...(more > 0 ? [`… và ${more} dòng nữa trong tệp Excel`] : []),
      ]),
      ...part(
        "Kết quả",
        byOutcome.map(({ outcome, n }) => `${outcomeName(outcome)}: ${n}`),
      ),
      ...NOTES.map(text),
    ],
    buttons: [
      { label: HANDLING.asFile, payload: `/baocaothang ${periodTyped(period)} xlsx` },
      ...(period.from === period.to
        ? [{ label: HANDLING.year, payload: `/baocaothang ${period.from.slice(0, 4)}` }]
        : []),
    ],
  };
}

const part = (title: string, lines: readonly string[]): Block[] =>
  lines.length === 0 ? [] : [strong(title), list(...lines)];

const linesOf = ({ open, accepted, handled, median }: Handling): string[] => [
  `Tiếp nhận đúng hạn: ${share(accepted)}`,
  `Xử lý đúng hạn: ${share(handled)}`,
  ...(median === null ? [] : [`Một nửa số tin xử lý xong trong ${spanInWords(median)}`]),
  `Đang mở: ${open}`,
];

const inShort = ({ name, received, accepted, handled, median }: Group): string =>
  [
    `${name}: nhận ${received}`,
    `tiếp nhận đúng hạn ${share(accepted)}`,
    `xử lý đúng hạn ${share(handled)}`,
    ...(median === null ? [] : [`trung vị ${spanInWords(median)}`]),
  ].join("; ");

/** "9/12 (75%)" */
function share({ n, of }: Share): string {
  if (of === 0) return "chưa có";
  return `${n}/${of} (${String(Math.round((n / of) * 1_000) / 10).replace(".", ",")}%)`;
}

function spanInWords(minutes: number): string {
  const span = minutes * MINUTE;
  const [size, unit] = span < HOUR ? [MINUTE, "phút"] : span < 2 * DAY ? [HOUR, "giờ"] : [DAY, "ngày"];
  return `${String(Math.round((span / Number(size)) * 10) / 10).replace(".", ",")} ${unit}`;
}

const laneName = (lane: string): string => LANES[lane as Lane].label;
const outcomeName = (outcome: ReportState | "open"): string =>
  outcome === "open" ? "Đang mở" : STATE_NAMES[outcome];

/** The same figures, all of them, as sheets. */
export function handlingSheets(report: HandlingReport, period: Period): Sheet[] {
  const table = (name: string, first: string, groups: readonly Group[]): Sheet => ({
    name,
    rows: [[first, ...HEAD], ...groups.map((group) => [group.name, ...cells(group)])],
  });
  return [
    table("Tổng hợp", "Kỳ", [{ name: periodInWords(period), ...report.all }]),
    table(
      "Theo tháng",
      "Tháng nhận",
      report.byMonth.map((one) => ({ ...one, name: monthInWords(one.name) })),
    ),
    table(
      "Theo loại tin",
      "Loại tin",
      report.byLane.map((one) => ({ ...one, name: laneName(one.name) })),
    ),
    table("Theo xã, phường", "Xã, phường", report.byCommune),
    {
      name: "Kết quả",
      rows: [["Kết quả", "Số tin"], ...report.byOutcome.map(({ outcome, n }) => [outcomeName(outcome), n])],
    },
    { name: "Cách tính", rows: [["Cách tính"], ...NOTES.map((note) => [note])] },
  ];
}

const cells = ({ received, open, accepted, handled, median }: Handling) => [
  received,
  open,
  accepted.n,
  accepted.of,
  handled.n,
  handled.of,
  median === null ? null : Math.round((median / 60) * 100) / 100,
];
