import { displayDate, displayMoment } from "../../language/dates.ts";
import { type LedgerLine, type LedgerTotal, totalOf } from "../../ledger/day-book.ts";
import type { Outgoing } from "../../ledger/operations-state.ts";
import type { ParkedEntry } from "../../ledger/parked-book.ts";
import type { ChannelName } from "../../messaging/inbound.ts";
import { type Block, list, type Reply, strong, text } from "../../messaging/reply.ts";
import { MINUTE } from "../../platform/time.ts";
import type { RetryOutcome } from "./operations-services.ts";
import { reasonInWords } from "./reasons.ts";

const say = (...paragraphs: string[]): Reply => ({ blocks: paragraphs.map(text) });
const CHANNEL_NAMES: Readonly<Record<ChannelName, string>> = { zalo: "Zalo", telegram: "Telegram" };
const LISTED_AT_MOST = 10;

export const WORDING = {
  notAllowed: say("Lệnh này dành cho người giám sát. Anh/chị gõ /help để xem những việc tôi làm được."),
  privateOnly: say("Sổ tin chỉ xem trong cuộc trò chuyện riêng với tôi, không xem trong nhóm."),
  help: {
    blocks: [
      text("Anh/chị gõ một trong các lệnh sau:"),
      list(
        "/sotin: sổ tin hôm nay",
        "/sotin 22/11: sổ tin của một ngày",
        "/sotin thulai 3: gửi lại tin số 3",
        "/sotin boqua 3 lý do: đóng tin số 3, phải ghi lý do",
      ),
    ],
  },
  noSuch: (number: number) => say(`Không có tin số ${number}. Gõ /sotin để xem danh sách.`),
  isClosed: (number: number) => say(`Tin số ${number} không còn nằm chờ: đã gửi được hoặc đã đóng.`),
  dismissed: (number: number) => say(`Đã đóng tin số ${number}. Lý do được ghi vào nhật ký.`),
  unreachable: (number: number) =>
    say(`Chưa thực hiện được với tin số ${number}. Anh/chị thử lại sau ít phút.`),
} as const;

export function retried(number: number, outcome: RetryOutcome): Reply {
  switch (outcome.kind) {
    case "sent":
      return say(`Tin số ${number} đã gửi xong.`);
    case "queued":
      return say(`Tin số ${number} đã vào hàng chờ, tôi đang gửi. Gõ /sotin để xem lại sau ít phút.`);
    case "still":
      return say(`Tin số ${number} vẫn chưa gửi được: ${reasonInWords(outcome.reason)}.`);
    case "gone":
      return WORDING.isClosed(number);
    case "unreachable":
      return WORDING.unreachable(number);
  }
}

export interface LedgerPage {
  readonly day: string;
  readonly lines: readonly LedgerLine[];
  readonly parked: readonly ParkedEntry[];
  readonly now: number;
  /** Null where the conversations have just counted. */
  readonly asOf: number | null;
  readonly isRefreshed: boolean;
  readonly outgoing: Outgoing;
}

/** A message to the duty group that waits this long is named first. */
const DUTY_LATE_AFTER = 2 * MINUTE;

/** The page of one day: what to do first, the table, whether it adds up, what is parked. */
export function ledgerPage(page: LedgerPage): Reply {
  const { day, lines, parked, now, asOf, isRefreshed, outgoing } = page;
  const gap = lines.reduce((sum, line) => sum + line.gap, 0);
  const unsigned = lines.reduce((sum, line) => sum + line.unsigned, 0);
  const blocks: Block[] = [
    strong(`Sổ tin ngày ${displayDate(day)}: ${verdict(gap, outgoing, now)}.`),
    {
      kind: "table",
      header: ["Kênh", "Nhận", "Đã trả lời", "Bỏ qua", "Từ chối", "Đang chờ", "Chưa giao được"],
      rows: [...lines.map((line) => rowOf(CHANNEL_NAMES[line.channel], line)), rowOf("Cộng", totalOf(lines))],
    },
  ];
  if (unsigned > 0)
    blocks.push(text(`Ngoài sổ: ${unsigned} lượt gọi không đúng chữ ký, không phải tin của người dân.`));
  if (!isRefreshed)
    blocks.push(
      text(
        asOf === null ? "Chưa có lần đếm định kỳ nào." : `Số liệu của lần đếm lúc ${displayMoment(asOf)}.`,
      ),
    );
  if (outgoing.since !== null)
    blocks.push(
      text(
        `Đang chờ gửi: ${outgoing.n} tin, lâu nhất ${minutesOf(outgoing.since, now)} phút. Tôi vẫn đang gửi lại.`,
      ),
    );
  blocks.push(...parkedBlocks(parked, now));
  return { blocks };
}

/** The books may add up while the duty group waits: then that goes first. */
function verdict(gap: number, { duty }: Outgoing, now: number): string {
  const late =
    duty.since !== null && now - duty.since > DUTY_LATE_AFTER
      ? [`nhóm trực còn ${duty.n} tin chờ gửi, lâu nhất ${minutesOf(duty.since, now)} phút`]
      : [];
  const sum = gap !== 0 ? [`Lệch ${gap}`] : late.length === 0 ? ["Khớp"] : [];
  return [...late, ...sum].join("; ");
}

const minutesOf = (since: number, now: number): number => Math.max(0, Math.floor((now - since) / MINUTE));

function rowOf(name: string, line: LedgerTotal): readonly string[] {
  const { received, answered, ignored, refused, pending, parked } = line;
  return [name, ...[received, answered, ignored, refused, pending, parked].map(String)];
}

function parkedBlocks(parked: readonly ParkedEntry[], now: number): readonly Block[] {
  if (parked.length === 0) return [text("Không có tin nào chưa giao được.")];
  const shown = parked.slice(0, LISTED_AT_MOST);
  const rest = parked.length - shown.length;
  return [
    strong(`Chưa giao được, mọi ngày (${parked.length}):`),
    list(
      ...shown.map(
        ({ number, channel, reason, at }) =>
          `Số ${number} – ${CHANNEL_NAMES[channel]} – ${reasonInWords(reason)} – ${ago(now - at)}`,
      ),
    ),
    ...(rest > 0 ? [text(`Còn ${rest} tin nữa, hiện ra khi các tin trên được giải quyết.`)] : []),
    text("Gửi lại: /sotin thulai và số. Đóng: /sotin boqua, số và lý do."),
  ];
}

/** How long ago, in the largest unit that fits. */
function ago(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / MINUTE));
  if (minutes < 1) return "vừa xong";
  if (minutes < 60) return `${minutes} phút trước`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} giờ trước` : `${Math.floor(hours / 24)} ngày trước`;
}
