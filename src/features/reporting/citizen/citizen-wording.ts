import { displayMoment } from "../../../language/dates.ts";
import { withLaws } from "../../../language/laws.ts";
import { type Block, type Button, list, type Reply, source, strong, text } from "../../../messaging/reply.ts";
import type { Submitted } from "../book/report-book.ts";
import type { ReportStatus } from "../case.ts";
import { categoryName } from "../category-names.ts";
import { LANES } from "../deadlines/deadlines.ts";
import { passing, quoted, sentBlocks, toldInDanger } from "../dialogue/choice-wording.ts";
import { CHOOSING } from "../dialogue/choose.ts";
import type { Finding } from "../dialogue/screen.ts";
import { filesInWords } from "../media/files-in-words.ts";
import type { Lane, ReportMedia } from "../report.ts";
import { isClosed, REOPEN_DAYS } from "../workflow/workflow.ts";
import { citizenWords, STATE_NAMES } from "../workflow/workflow-wording.ts";
import { afterClosing, deadlineOf, howToGoOn } from "./case-wording.ts";

/** One tap makes a report of all that was told. */
export const REPORT_THIS = { label: "Báo tin này", payload: "báo tin này" };
export const ASK_ASSISTANT = { label: "Hỏi việc khác", payload: "hỏi việc khác" };

/** Said once a report is in the book, never before. */
export function submitted(
  { code, receivedAt }: Submitted,
  lane: Lane,
  {
    findings = [],
    toldPlace = false,
  }: { readonly findings?: readonly Finding[]; readonly toldPlace?: boolean } = {},
): Reply {
  return {
    blocks: [
      strong(`Đã nhận tin lúc ${displayMoment(receivedAt)}. Mã: ${code}`),
      text(LANES[lane].promise),
      ...sentBlocks(findings, toldPlace),
      text(
        `Giữ mã để theo dõi: /tracuu ${code}. Cán bộ trực cần hỏi thêm thì nhắn ở đây, qua tôi; họ không thấy tài khoản của anh/chị. Ai đọc được tin: /quyenriengtu.`,
      ),
      howToGoOn(code),
      text("Tin gửi qua đây chưa phải là tố giác chính thức cho đến khi công an tiếp nhận."),
    ],
    buttons: [
      { label: "Xem tình trạng", payload: `/tracuu ${code}` },
      { label: "Lấy biên lai", payload: `/bienlai ${code}` },
    ],
    about: code,
  };
}

/** The same was told before: no second code. */
export const sameBefore = (code: string): Reply => ({
  blocks: [
    strong(`Việc này anh/chị đã báo rồi, mã ${code}.`),
    text("Tôi đã chuyển lời vừa gửi vào tin đó, cán bộ thấy ngay; không cần báo lại."),
    text("Nếu là việc khác, xảy ra lúc khác: bấm Báo tin mới, kể và gửi lại."),
  ],
  buttons: [
    { label: "Xem tình trạng", payload: `/tracuu ${code}` },
    { label: "Báo tin mới", payload: "/baocao" },
  ],
  about: code,
});

/** Asked once of what sounds like a joke or abuse. */
export const IS_IT_MEANT: Reply = {
  blocks: [
    strong("Tôi chưa thấy việc gì cần công an xem. Đây là việc có thật?"),
    text(
      "Có thật thì anh/chị kể thêm: việc gì, ở đâu, lúc nào; hoặc bấm Có thật, gửi. Cố ý báo tin giả có thể bị xử phạt. Đang nguy hiểm thì gọi ngay 113.",
    ),
  ],
  buttons: [
    { label: "Có thật, gửi", payload: "gửi" },
    { label: "Bỏ", payload: "huỷ" },
  ],
};

/** A file that may tell of its maker stays behind unless the citizen says otherwise. */
export const leftOut = (files: string): Block =>
  text(
    `Chưa gửi kèm ${files} vì anh/chị chưa đồng ý; tôi đã xoá. Vẫn muốn gửi thì trả lời tin này bằng tệp đó.`,
  );

/** @param now the deadline is said with whether it has passed */
/** @param note the result, the reason or the destination: in the own chat only */
export function statusReply(status: ReportStatus, now: number, note?: string): Reply {
  const { code, state, lane, receivedAt, changedAt, erased } = status;
  const deadline = deadlineOf(status, now);
  const closed = erased ? { blocks: [], buttons: [] } : afterClosing(status, now);
  return {
    blocks: [
      strong(`${code}: ${STATE_NAMES[state]}`),
      text(citizenWords(state, note)),
      list(
        `Loại: ${LANES[lane].label}`,
        `Nhận lúc: ${displayMoment(receivedAt)}`,
        ...(changedAt > receivedAt ? [`Cập nhật: ${displayMoment(changedAt)}`] : []),
        ...(deadline === null ? [] : [deadline]),
        ...(erased ? ["Nội dung đã xoá theo thời hạn lưu giữ."] : []),
      ),
      ...closed.blocks,
    ],
    ...(closed.buttons.length > 0 && { buttons: closed.buttons }),
    about: code,
  };
}

/** What became of a report beside its state. */
export interface Told {
  /** How often the reporter wrote to the handlers since. */
  readonly words: number;
  readonly media: readonly ReportMedia[];
  readonly isCorrected: boolean;
  /** The result, the reason or the destination. */
  readonly note?: string;
}

/** The state with it, for the reporter's own chat only. */
export function withTold(reply: Reply, { words, media, isCorrected }: Told): Reply {
  const passed = [
    ...(words === 0 ? [] : [`${words} lời nhắn`]),
    ...(media.length === 0 ? [] : [filesInWords(media)]),
  ];
  if (passed.length === 0) return reply;
  const right = isCorrected ? ", có điều sửa lại" : "";
  const line = text(`Điều anh/chị nhắn thêm tôi đã chuyển cho cán bộ trực: ${passed.join(", ")}${right}.`);
  return { ...reply, blocks: [...reply.blocks.slice(0, 2), line, ...reply.blocks.slice(2)] };
}

export function ownReports(reports: readonly ReportStatus[]): Reply {
  if (reports.length === 0)
    return { blocks: [text("Chưa có tin báo nào gửi từ cuộc trò chuyện này. Muốn báo tin, gõ /baocao.")] };
  const ordered = [
    ...reports.filter(({ state }) => !isClosed(state)),
    ...reports.filter(({ state }) => isClosed(state)),
  ];
  return {
    blocks: [
      strong("Tin anh/chị đã gửi từ đây:"),
      list(
        ...ordered
          .slice(0, 10)
          .map(
            ({ code, category, state, receivedAt }) =>
              `${code} · ${categoryName(category)} · ${STATE_NAMES[state]} · gửi ${displayMoment(receivedAt)}`,
          ),
      ),
    ],
    buttons: ordered.slice(0, 3).map(({ code, state }) => ({
      label: `${isClosed(state) ? "Xem" : "Theo dõi"} ${code}`,
      payload: `/tracuu ${code}`,
    })),
  };
}

export const TYPO: Reply = {
  blocks: [text("Mã này gõ sai: anh/chị xem lại từng chữ. Mã có dạng TB-XXXX-XXXX.")],
};

export const WHICH_CODE: Reply = {
  blocks: [text("Anh/chị gõ kèm mã, ví dụ: /tracuu TB-XXXX-XXXX. Quên mã thì gõ /tincuatoi.")],
};

export const NO_SUCH_REPORT: Reply = {
  blocks: [text("Không có tin báo nào với mã này. Anh/chị xem lại mã, hoặc gõ /tincuatoi.")],
};

export const TOO_MANY_LOOKUPS: Reply = {
  blocks: [
    text("Đã tra nhiều mã không đúng, xin thử lại sau một giờ. Báo tin mới thì vẫn được: gõ /baocao."),
  ],
};

export const receipt = (words: string): Reply => ({
  blocks: [
    strong("Biên lai: chép lại hoặc chụp màn hình."),
    text(words),
    text("Kiểm tra: gõ /xacminh rồi dán biên lai. Biên lai không có nội dung tin, không có tên anh/chị."),
  ],
});

export const NO_RECEIPT: Reply = {
  blocks: [
    text(
      "Chỉ người đã gửi tin lấy được biên lai, khi nội dung còn được lưu. Anh/chị xem lại mã ở /tincuatoi.",
    ),
  ],
};

/** A denunciation of an official's conduct has its own law: it needs a name and a signature. */
export const NOT_BY_CHAT: Reply = {
  blocks: [
    strong("Tố cáo cán bộ vi phạm không nhận qua tin nhắn được."),
    text(
      "Theo Luật Tố cáo, tố cáo bằng đơn có chữ ký hoặc trình bày trực tiếp, nêu rõ người tố cáo; họ tên, địa chỉ được giữ bí mật.",
    ),
    text(
      "Nộp tại nơi có thẩm quyền: cơ quan quản lý người bị tố cáo, hoặc Công an tỉnh nếu là trưởng, phó trưởng công an cấp xã.",
    ),
    source(withLaws("{denunciation.secrecy}; {policeDenunciation}")),
  ],
};

/** What the answer says besides that the words have gone. */
interface Passing {
  /** What was hidden in the words, or passed on because of a danger. */
  readonly findings?: readonly Finding[];
  readonly heldId?: string;
  /** A handler asked: what follows goes to them too, unless the citizen turns away. */
  readonly isAsked?: boolean;
  /** It is the first word after the result. */
  readonly isEnded?: boolean;
  readonly more?: readonly Block[];
  /** The report as it is now: of a closed one is said what can be done. */
  readonly status?: ReportStatus;
  readonly now?: number;
}

export function passedOn(
  code: string,
  { findings = [], heldId = "", isAsked = false, isEnded = false, more = [], status, now = 0 }: Passing = {},
): Reply {
  const closed = status === undefined ? { blocks: [], buttons: [] } : afterClosing(status, now, isEnded);
  const hidden = findings.filter(({ shown }) => shown === "hidden");
  return {
    blocks: [
      text(`Đã chuyển cho cán bộ trực (${code}).`),
      ...toldInDanger(findings),
      ...(hidden.length === 0
        ? []
        : [text(`Chưa chuyển, đang che: ${quoted(hidden)}. Có phải của anh/chị?`)]),
      ...more,
      ...closed.blocks,
    ],
    buttons: [
      ...(hidden.length === 0 ? closed.buttons : heldButtons(hidden, heldId)),
      ...(isAsked ? [ASK_ASSISTANT] : []),
    ],
    about: code,
  };
}

/** An answer that is nothing but what points to the citizen: nothing of it has gone. */
export function held(code: string, findings: readonly Finding[], id: string): Reply {
  const hidden = findings.filter(({ shown }) => shown === "hidden");
  return {
    blocks: [
      strong(`${quoted(hidden)} là của anh/chị?`),
      text(
        "Tôi chưa chuyển. Cán bộ không cần biết anh/chị là ai để xử lý tin; muốn hỏi gì đều hỏi được qua đây. Nếu vẫn muốn cho cán bộ biết, bấm Cứ chuyển.",
      ),
    ],
    buttons: [...heldButtons(hidden, id), ASK_ASSISTANT],
    about: code,
  };
}

function heldButtons(hidden: readonly Finding[], id: string): Button[] {
  const theirs = passing(hidden);
  return [
    { label: "Che", payload: `${CHOOSING.hide} #${id}` },
    { ...theirs, payload: `${theirs.payload} #${id}` },
    { label: "Cứ chuyển", payload: `${CHOOSING.pass} #${id}` },
  ];
}

/** Something in a tap's message is out of date: nothing was passed on by it. */
export const OLD_QUESTION: Reply = {
  blocks: [text("Câu hỏi ấy đã qua, tôi không chuyển thêm gì. Anh/chị nhắn lại điều muốn cho cán bộ biết.")],
};

export const NOT_PASSED: Reply = { blocks: [text("Vâng, tôi không chuyển chỗ đó và không giữ lại.")] };

export const BACK_TO_ASSISTANT: Reply = {
  blocks: [text("Vâng, anh/chị hỏi đi. Muốn nhắn thêm cho cán bộ thì trả lời vào tin của họ.")],
};

export const FILES_DROPPED: Reply = { blocks: [text("Đã bỏ và xoá tệp, không gửi cho cán bộ.")] };

export const FILES_GONE: Reply = {
  blocks: [text("Tệp đã để quá một ngày nên đã xoá. Vẫn muốn gửi thì anh/chị gửi lại.")],
};

export const CANT_PASS_ON: Reply = {
  blocks: [text("Tin này đã xoá nên không nhắn thêm được. Việc mới thì gõ /baocao.")],
};

export const REOPENED: Reply = {
  blocks: [
    strong("Đã mở lại tin và báo cán bộ: việc chưa xong."),
    text("Anh/chị nhắn luôn ở đây: còn điều gì chưa xong? Tôi chuyển cho họ."),
  ],
};

export const GLAD: Reply = { blocks: [text("Cảm ơn anh/chị đã báo tin và cho biết kết quả.")] };

export const NOT_CLOSED: Reply = { blocks: [text("Tin này vẫn đang được xử lý.")] };

export const REOPEN_TOO_LATE: Reply = {
  blocks: [text(`Đã quá ${REOPEN_DAYS} ngày từ khi xong: anh/chị báo tin mới bằng /baocao.`)],
};
