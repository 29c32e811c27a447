import { displayMoment } from "../../../language/dates.ts";
import { type Block, type Button, type Reply, strong, text } from "../../../messaging/reply.ts";
import { DAY } from "../../../platform/time.ts";
import type { ReportStatus } from "../case.ts";
import { LANES } from "../deadlines/deadlines.ts";
import { findMove, isClosed, REOPEN_DAYS } from "../workflow/workflow.ts";
import { STATE_NAMES } from "../workflow/workflow-wording.ts";

/** Said with the code: how to go on after the report was sent. */
export const howToGoOn = (code: string): Block =>
  text(
    `Nhớ thêm, muốn sửa, hỏi, rút hay gặp cán bộ: cứ nhắn, gửi ảnh hay vị trí ở đây, tôi chuyển vào tin ${code}.`,
  );

/** Under what nothing answers. */
export const askHandlers = (code: string): Block =>
  text(`Muốn hỏi cán bộ đang giữ tin: gửi lại câu này kèm mã ${code}.`);

/** Behind each of these: the code. */
export const CASE_COMMANDS = {
  add: "/them",
  fresh: "/tinmoi",
  drop: "/bothem",
  withdraw: "/ruttin",
  keep: "/giutin",
} as const;

const button = (label: string, command: keyof typeof CASE_COMMANDS, code?: string): Button => ({
  label,
  payload: code === undefined ? CASE_COMMANDS[command] : `${CASE_COMMANDS[command]} ${code}`,
});

/** The citizen's own word on where something goes: the labels with their codes, one tap each. */
const addButtons = (codes: readonly string[]): Button[] => [
  ...codes.map((code) => button(`Thêm vào tin ${code}`, "add", code)),
  button("Tin mới", "fresh"),
  button("Bỏ", "drop"),
];

/**
 * @param what "1 ảnh", "vị trí", "lời nhắn": what was kept and hasn't gone
 * @param hasPlace a place on the map is among it: it goes as it is
 */
export const whereTo = (what: string, codes: readonly string[], hasPlace: boolean): Reply => ({
  blocks: [
    strong(
      codes.length > 1
        ? `Tôi giữ ${what}, chưa chuyển. Thêm vào tin nào?`
        : `Tôi giữ ${what}, chưa chuyển. Thêm vào tin ${codes.join("")}, hay là việc mới?`,
    ),
    ...(hasPlace
      ? [
          text(
            "Thêm thì cán bộ thấy đúng vị trí này; nếu đó là nhà anh/chị mà không muốn cho biết thì bấm Bỏ.",
          ),
        ]
      : []),
  ],
  buttons: addButtons(codes),
});

/** A reminder under another answer. */
export const stillKept = (what: string, codes: readonly string[]): Reply => ({
  blocks: [text(`Còn ${what} vừa gửi, tôi chưa chuyển. Anh/chị bấm để tôi chuyển.`)],
  buttons: addButtons(codes),
});

/** After a day without the tap. */
export const waitedInVain = (what: string): Reply => ({
  blocks: [
    text(
      `Hôm qua anh/chị gửi thêm ${what} mà chưa bấm chuyển, nên tôi đã xoá. Cán bộ vẫn cần thì anh/chị gửi lại ở đây.`,
    ),
  ],
});

/** To words that say it goes on, after closing: they open the report again. */
export const reopened = (code: string): Block => strong(`Đã mở lại tin ${code}: cán bộ biết việc chưa xong.`);

/** What the card shows from now on. */
export const setRight = (right: readonly string[]): Block =>
  text(`Thẻ của cán bộ nay ghi ${right.join("; ")}.`);

/** To a wish to withdraw that waits for its tap. */
export const stillToWithdraw = (codes: readonly string[]): Reply => {
  const { buttons = [] } = askWithdraw(codes);
  const [only = ""] = codes;
  return {
    blocks: [text(`${codes.length < 2 ? `Tin ${only}` : "Tin"} chưa rút: anh/chị chưa bấm Rút.`)],
    buttons,
  };
};

/** Beside the words that took it along. */
export const wentAlong = (files: string): Block => text(`Kèm ${files} anh/chị gửi lúc trước.`);

/** To "gửi" or "báo tin này", where it has gone. @param waits of it something was hidden and still waits for a word */
export const alreadySent = (code: string, waits: boolean): Reply => ({
  blocks: [
    strong(`Tin ${code} đã gửi rồi, không cần gửi lại.`),
    text(
      waits
        ? "Còn chỗ tôi đang che, chưa chuyển: anh/chị bấm nút ở tin trên, hoặc nhắn đúng chữ trên nút."
        : "Muốn thêm gì thì cứ nhắn, gửi ảnh ở đây. Việc khác thì bấm Báo tin mới.",
    ),
  ],
  buttons: [
    { label: "Xem tình trạng", payload: `/tracuu ${code}` },
    ...(waits ? [] : [{ label: "Báo tin mới", payload: "/baocao" }]),
  ],
  about: code,
});

/** To "huỷ", where nothing is being written. */
export const nothingToCancel = (code: string | undefined): Reply =>
  code === undefined
    ? { blocks: [text("Không có tin nào đang viết, tôi không gửi gì. Muốn báo tin thì gõ /baocao.")] }
    : {
        blocks: [text(`Không có tin nào đang viết. Tin ${code} đã gửi rồi; muốn rút thì bấm Rút tin.`)],
        buttons: [button("Rút tin", "withdraw", code)],
        about: code,
      };

export const NOTHING_KEPT: Reply = {
  blocks: [
    text(
      "Không có gì đang chờ chuyển. Anh/chị nhắn hoặc gửi lại điều muốn thêm, kèm mã tin nếu có nhiều tin.",
    ),
  ],
};

export const DROPPED: Reply = { blocks: [text("Vâng, tôi đã bỏ và xoá, không chuyển.")] };

/** Asked once. What a withdrawal does is said before, not after. */
export function askWithdraw(codes: readonly string[]): Reply {
  const [only = ""] = codes;
  const isOne = codes.length < 2;
  return {
    blocks: [
      strong(isOne ? `Rút tin ${only}?` : "Rút tin nào?"),
      text(
        "Tôi báo cán bộ là anh/chị xin rút. Nếu việc có dấu hiệu tội phạm thì cơ quan chức năng vẫn có thể làm tiếp. Nội dung đã gửi vẫn còn; muốn xoá thì gõ /xoadulieu.",
      ),
    ],
    buttons: [
      ...codes.map((code) => button(isOne ? "Rút" : `Rút ${code}`, "withdraw", code)),
      button("Thôi", "keep"),
    ],
    ...(isOne && { about: only }),
  };
}

/** What the desk reads. */
export const WITHDRAWS = "Người báo xin rút tin.";

export const withdrawn = (code: string): Reply => ({
  blocks: [
    strong(`Đã báo cán bộ trực: anh/chị xin rút tin ${code}.`),
    text(
      "Họ quyết định đóng tin hay làm tiếp, và kết quả báo ở đây. Tin chưa bị xoá: muốn xoá thì gõ /xoadulieu.",
    ),
  ],
  about: code,
});

export const KEPT: Reply = { blocks: [text("Vâng, tin vẫn giữ như cũ, cán bộ tiếp tục xem.")] };

/** Nothing is left to withdraw. */
export const closedAlready = ({ code, state }: ReportStatus): Reply => ({
  blocks: [
    strong(`Tin ${code}: ${STATE_NAMES[state]}.`),
    text("Tin đã đóng nên không cần rút. Muốn xoá nội dung và thông tin của anh/chị thì gõ /xoadulieu."),
  ],
  about: code,
});

/** "Hạn tiếp nhận: …"; null where no deadline runs. */
export function deadlineOf({ state, lane, dueAt }: ReportStatus, now: number): string | null {
  if (isClosed(state)) return null;
  const isToBegin = state === "accepted" && LANES[lane].begin !== undefined;
  const what = state === "received" ? "Hạn tiếp nhận" : isToBegin ? "Hạn bắt tay xử lý" : "Hạn xử lý";
  const isCalled = lane === "urgent" && (state === "received" || isToBegin);
  const late =
    dueAt < now ? ` (đã quá hạn, ${isCalled ? "tôi đang gọi cán bộ" : "người giám sát đã được báo"})` : "";
  return `${what}: ${displayMoment(dueAt)}${late}`;
}

/** To whoever wants to talk: no hour is promised. */
export function whenTheyAnswer(status: ReportStatus, now: number): Block[] {
  const deadline = deadlineOf(status, now);
  return [
    text(
      `Cán bộ đọc rồi trả lời ngay ở đây; tôi không hẹn được giờ.${deadline === null ? "" : ` ${deadline}.`} Việc gấp, nguy hiểm thì gọi 113.`,
    ),
  ];
}

/** "TB-…: Đã tiếp nhận. Hạn xử lý: …"; null where no deadline runs. */
export function deadlineLine(status: ReportStatus, now: number): Reply | null {
  const deadline = deadlineOf(status, now);
  if (deadline === null) return null;
  const { code, state } = status;
  return { blocks: [strong(`${code}: ${STATE_NAMES[state]}. ${deadline}.`)], about: code };
}

/** A closed report: what can still be done. Empty where it is open. @param isEnded the citizen answers its result */
export function afterClosing(
  status: ReportStatus,
  now: number,
  isEnded = false,
): { readonly blocks: readonly Block[]; readonly buttons: readonly Button[] } {
  const { code, state, changedAt } = status;
  const reopen: Button = { label: "Chưa xong", payload: `/chuaxong ${code}` };
  // One of several reports of an event: the event goes on, until its result is told.
  if (state === "duplicate" && isEnded)
    return { blocks: [text("Việc chưa xong thì bấm Chưa xong.")], buttons: [reopen] };
  if (!isClosed(state) || state === "duplicate") return { blocks: [], buttons: [] };
  const until = changedAt + REOPEN_DAYS * DAY;
  const canReopen = findMove(state, "in_progress", { kind: "reporter" }) !== null && now < until;
  const fresh: Button = { label: "Báo tin mới", payload: "/baocao" };
  return {
    blocks: [
      text(
        canReopen
          ? `Tin này đã đóng (${STATE_NAMES[state]}). Việc chưa xong thì bấm Chưa xong, trước ${displayMoment(until)}; việc khác thì báo tin mới.`
          : `Tin này đã đóng (${STATE_NAMES[state]}), không mở lại được nữa. Có việc mới thì báo tin mới.`,
      ),
    ],
    buttons: [...(canReopen ? [reopen] : []), fresh],
  };
}
