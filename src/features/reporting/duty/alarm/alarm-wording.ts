import { type Block, list, type Reply, strong, text } from "../../../../messaging/reply.ts";
import { type Call, CHAINS, type ChainName } from "../../alarm/alarm-steps.ts";
import { calledInWords } from "../../alarm/called.ts";
import type { CaseSummary } from "../../case.ts";
import { categoryName } from "../../category-names.ts";
import { encodePress } from "../payload.ts";

/** What an alarm is about. */
type Alarmed = Pick<CaseSummary, "code" | "category">;

/** So many codes of one chat are named; the others are counted. */
const NAMED = 8;

const HEADS: Readonly<Record<ChainName, (minutes: number) => string>> = {
  accept: (minutes) => `${minutes} PHÚT CHƯA AI NHẬN`,
  begin: (minutes) => `Nhận ${minutes} phút, CHƯA BẮT TAY XỬ LÝ`,
};

const WHAT_TO_DO: Readonly<Record<ChainName, string>> = {
  accept: "Ai đang trực bấm Tiếp nhận ngay. Tôi còn gọi tiếp tới khi có người nhận.",
  begin: "Đang làm thì bấm Đang xử lý. Không làm được thì giao người khác ngay.",
};

/** The first line of an alarm: the same in the group and in private. */
export const alarmHead = (chain: ChainName, { code, category }: Alarmed, minutes: number): string =>
  `🚨 KHẨN · ${code} · ${categoryName(category)} · ${HEADS[chain](minutes)}`;

export const alarmHint = (chain: ChainName): string => WHAT_TO_DO[chain];

/** Of one chat that sends one urgent report after the other: which wait, too. Empty where there is one. */
export function alsoWaiting(others: readonly string[]): Block[] {
  if (others.length === 0) return [];
  const rest = others.length - NAMED;
  return [
    text(`Cùng một nơi gửi còn ${others.length} tin khẩn chưa ai nhận, tôi báo chung một lần:`),
    list(...others.slice(0, NAMED), ...(rest > 0 ? [`… và ${rest} tin nữa`] : [])),
  ];
}

/**
 * To one official. Nothing of the content: a phone lies on a table. Who is woken accepts it there.
 * @param others see `alsoWaiting`
 */
export function privateAlarm(
  chain: ChainName,
  about: Alarmed & Pick<CaseSummary, "version">,
  minutes: number,
  others: readonly string[] = [],
): Reply {
  const { code, version } = about;
  const accept = { label: "Tiếp nhận", payload: encodePress({ code, to: "accepted", version }) };
  return {
    blocks: [
      strong(alarmHead(chain, about, minutes)),
      ...alsoWaiting(others),
      text(
        chain === "accept"
          ? `Anh/chị nhận thì bấm Tiếp nhận ngay ở đây; xử lý trong nhóm trực. Xem: /tin ${code}`
          : `Anh/chị mở nhóm trực, bấm Đang xử lý hoặc giao người khác. Xem: /tin ${code}`,
      ),
    ],
    buttons: [...(chain === "accept" ? [accept] : []), { label: `Xem ${code}`, payload: `/tin ${code}` }],
    about: code,
    urgent: true,
    summons: true,
  };
}

/** To who accepted a case from the call in private. */
export const takenInPrivate = (code: string): Reply => ({
  blocks: [
    strong(`${code}: anh/chị đã nhận. Nhóm trực đã được báo.`),
    text(`Bắt tay vào việc thì bấm Đang xử lý trong nhóm trực. Xem: /tin ${code}`),
  ],
  buttons: [{ label: `Xem ${code}`, payload: `/tin ${code}` }],
});

const line = (words: string): Reply => ({ blocks: [text(words)] });

export const DRILL = {
  begun: (id: number): Reply => ({
    blocks: [
      strong("🚨 DIỄN TẬP · KHẨN · không có việc thật"),
      text("Đây là buổi diễn tập báo động. Ai đang trực bấm Nhận diễn tập, như khi có tin khẩn thật."),
      list(...CHAINS.accept.steps.map(({ after, calls }) => `Sau ${after} phút: ${calledIn(calls)}`)),
    ],
    buttons: drillButtons(id),
    slot: slotOf(id),
  }),
  called: (id: number, minutes: number): Reply => ({
    blocks: [
      strong(`🚨 DIỄN TẬP · KHẨN · ${HEADS.accept(minutes)}`),
      text("Không có việc thật. Ai đang trực bấm Nhận diễn tập ngay."),
    ],
    buttons: drillButtons(id),
    urgent: true,
  }),
  calledInPrivate: (minutes: number): Reply => ({
    blocks: [
      strong(`🚨 DIỄN TẬP · KHẨN · ${HEADS.accept(minutes)}`),
      text("Không có việc thật. Anh/chị mở nhóm trực, bấm Nhận diễn tập."),
    ],
    urgent: true,
  }),
  taken: (id: number, by: string, minutes: number, steps: number): Reply => ({
    blocks: [
      strong(`DIỄN TẬP xong: ${by} nhận sau ${minutes} phút.`),
      text(steps === 0 ? "Chưa phải gọi lần nào." : `Đã phải gọi ${steps} lần.`),
    ],
    slot: slotOf(id),
  }),
  stopped: (id: number): Reply => ({ ...line("DIỄN TẬP đã dừng, chưa ai nhận."), slot: slotOf(id) }),
  started: line("Đã bắt đầu diễn tập trong nhóm trực. Dừng: /dientap dung. Kết quả tôi báo ở đây."),
  underWay: line("Đang có một buổi diễn tập. Dừng: /dientap dung."),
  none: line("Không có buổi diễn tập nào đang chạy."),
  supervisorsOnly: line("Chỉ người giám sát bắt đầu hoặc dừng diễn tập được."),
} as const;

const slotOf = (id: number): string => `drill:${id}`;
const drillButtons = (id: number) => [{ label: "Nhận diễn tập", payload: `/dientap nhan ${id}` }];
const calledIn = (calls: readonly Call[]): string =>
  calledInWords(calls.filter((call) => call !== "reporter"));

/** A shift: who is called first. */
export const SHIFT = {
  taken: (name: string, until: string): Reply =>
    line(`${name} nhận ca tới ${until}: tin khẩn chưa ai nhận thì tôi gọi ${name} trước. Thôi ca: /ca thoi.`),
  left: (name: string): Reply => line(`${name} đã thôi ca.`),
  order: (names: readonly string[], onShift: number): Reply => ({
    blocks: [
      text(
        onShift === 0
          ? "Chưa ai nhận ca. Tin khẩn chưa ai nhận, tôi gọi riêng theo thứ tự:"
          : "Tin khẩn chưa ai nhận, tôi gọi riêng theo thứ tự:",
      ),
      list(...(names.length === 0 ? ["mọi người giám sát"] : names)),
      text("Nhận ca: /ca nhan, hoặc /ca nhan 8 (số giờ). Thôi ca: /ca thoi."),
    ],
  }),
} as const;
