import { displayDate, localDay } from "../../language/dates.ts";
import { withLaws } from "../../language/laws.ts";
import { type Block, type Button, list, type Reply, source, strong, text } from "../../messaging/reply.ts";
import { MINUTE } from "../../platform/time.ts";
import { type CuratedAnswer, type CuratedBody, DRAFT_LIFE } from "./curated-answers.ts";
import type { QuestionGroup } from "./groups.ts";
import type { Notice, Obstacle } from "./publication-guard.ts";
import { REVIEW_BUTTONS } from "./review-wording.ts";
import { LISTED_DAYS, type Unanswered } from "./unanswered.ts";

const say = (...paragraphs: readonly string[]): Reply => ({ blocks: paragraphs.map(text) });

/** The name of a supervisor from the settings: nobody gave them one. */
export const NAMELESS_AUTHOR = "cán bộ giám sát";

const FORM_FOR_GROUP = "/traloi 2 <nội dung> | nguồn: <số văn bản hoặc tên cơ quan>";
const FORM_FOR_QUESTION = "/traloi <câu hỏi> | <nội dung> | nguồn: <số văn bản hoặc tên cơ quan>";

export const WORDING = {
  notAllowed: say(
    "Lệnh này dành cho cán bộ được phân quyền. Anh/chị gõ /help để xem những việc tôi làm được.",
  ),
  privateOnly: say(
    "Câu trả lời đã duyệt chỉ soạn trong cuộc trò chuyện riêng với tôi, không làm trong nhóm.",
  ),
  how: {
    blocks: [
      strong("Soạn câu trả lời đã duyệt"),
      text(`Cho nhóm câu hỏi số 2 trong /cauhoi:\n${FORM_FOR_GROUP}`),
      text(`Cho câu hỏi bất kỳ (nhiều cách hỏi thì cách nhau bằng dấu chấm phẩy):\n${FORM_FOR_QUESTION}`),
      text("Thêm “| nội bộ” nếu chỉ cho cán bộ xem. Tôi cho xem trước; chưa bấm Đăng thì chưa ai thấy."),
      text("/traloi ds: danh sách. /traloi xem 3: xem câu số 3. /traloi go 3: gỡ câu số 3."),
    ],
  },
  noSuchGroup: say("Không có nhóm câu hỏi mang số đó. Gõ /cauhoi để xem danh sách mới."),
  noSuchAnswer: say("Không có câu trả lời nào đang dùng mang số đó. Gõ /traloi ds để xem danh sách."),
  noQuestions: {
    ...say(`Trong ${LISTED_DAYS} ngày qua không còn câu hỏi nào chưa có trả lời.`),
    buttons: [REVIEW_BUTTONS.due, REVIEW_BUTTONS.unconfirmed],
  },
  noAnswers: say("Chưa có câu trả lời đã duyệt nào. Gõ /traloi để xem cách soạn."),
  dropped: say("Đã huỷ. Chưa có gì được đăng."),
  nothingToDecide: say("Không có bản xem trước nào của anh/chị đang chờ. Anh/chị soạn lại giúp tôi."),
  expired: say(`Bản xem trước đã quá ${DRAFT_LIFE / MINUTE} phút nên không đăng. Anh/chị gửi lại giúp tôi.`),
} as const;

const OBSTACLES: Readonly<Record<Obstacle, string>> = {
  no_source:
    "Chưa có nguồn. Viết thêm “| nguồn: …” với số văn bản, địa chỉ trang, hoặc cơ quan chịu trách nhiệm, ví dụ “Công an xã …”.",
  unknown_source: withLaws(
    "Nguồn chưa rõ. Nguồn phải là số văn bản (ví dụ {securityStandard}), địa chỉ trang, hoặc tên cơ quan (ví dụ “Công an xã …”).",
  ),
  too_long: "Nội dung dài quá 1.500 ký tự. Anh/chị rút gọn giúp: trước hết là việc phải làm.",
  empty: "Chưa có nội dung trả lời.",
  question_too_long: "Câu hỏi dài quá 300 ký tự. Anh/chị viết lại câu hỏi ngắn hơn.",
};

export const obstructed = (why: Obstacle): Reply => say(OBSTACLES[why], "Chưa có gì được lưu.");

const NOTICES: Readonly<Record<Notice, string>> = {
  phone: "Nội dung có số điện thoại: kiểm tra lại từng số.",
  personal:
    "Nội dung giống có dữ liệu cá nhân (họ tên, số giấy tờ, tài khoản, biển số): bỏ nếu không bắt buộc.",
  long: "Nội dung dài hơn một màn hình điện thoại: nên rút gọn.",
  emergency_words:
    "Nội dung có lời giống báo nguy hiểm: nếu khuyên gọi khẩn cấp, viết rõ gọi số nào ngay câu đầu.",
  danger_first: "Câu hỏi giống báo nguy hiểm: người hỏi sẽ nhận số khẩn cấp trước, không phải câu này.",
  boundary_first: "Câu hỏi thuộc loại tôi từ chối trả lời: người hỏi sẽ không nhận câu này.",
  incident_first: "Câu hỏi giống kể một vụ việc: người hỏi sẽ nhận hướng dẫn báo tin trước câu này.",
  replaces: "Câu hỏi này đang có câu trả lời đã duyệt: câu mới sẽ được dùng thay.",
};

/** The most questions that are shown of one group. */
const SHOWN = 12;

const ADDRESS = /https?:\/\/\S+/iu;

/** An approved answer as the person sees it: the text, who is responsible and since when, the source last. */
export function approvedReply(
  { question, answer, source: from, author }: CuratedBody,
  approvedAt: number,
): Reply {
  const [url] = ADDRESS.exec(from) ?? [];
  const named = from.replace(ADDRESS, "").replace(/^[\s,;()-]+|[\s,;()-]+$/gu, "");
  return {
    blocks: [
      ...answer.split(/\n{2,}/u).map((paragraph) => text(paragraph.trim())),
      text(`Trả lời đã duyệt, ${author}, ${displayDate(localDay(approvedAt))}. Câu hỏi: “${question}”.`),
      named === "" || url === undefined ? source(named === "" ? from : named) : source(named, url),
    ],
  };
}

/** The preview of an answer before it is published. */
export function previewReply(
  draft: string,
  body: CuratedBody,
  {
    notices,
    earlier,
    at,
  }: {
    readonly notices: readonly Notice[];
    readonly earlier: readonly Unanswered[];
    readonly at: number;
  },
): Reply {
  const asked = earlier.reduce((sum, { n }) => sum + n, 0);
  const readers = body.audience === "public" ? "Người dân sẽ thấy:" : "Chỉ cán bộ thấy (nội bộ):";
  return {
    blocks: [
      strong("Xem trước. Chưa đăng."),
      ...(notices.length > 0
        ? [text("Anh/chị xem lại:"), list(...notices.map((notice) => NOTICES[notice]))]
        : []),
      ...(earlier.length > 0
        ? [
            text(`Sẽ trả lời ${earlier.length} cách hỏi đã ghi nhận (${asked} lượt):`),
            shortened(earlier.map(({ words }) => words)),
          ]
        : []),
      ...(body.asks.length > 0 && earlier.length === 0
        ? [text("Các cách hỏi khác:"), shortened(body.asks)]
        : []),
      strong(readers),
      ...approvedReply(body, at).blocks,
      text("Bấm Đăng (hoặc gõ: đăng) để dùng ngay, Huỷ (hoặc gõ: huỷ) để bỏ. Chờ trong 30 phút."),
    ],
    buttons: decisionOn(draft),
  };
}

const decisionOn = (draft: string): readonly Button[] => [
  { label: "Đăng", payload: `/traloi dang ${draft}` },
  { label: "Huỷ", payload: `/traloi huy ${draft}` },
];

function shortened(lines: readonly string[]): Block {
  const rest = lines.length - SHOWN;
  return list(...lines.slice(0, SHOWN), ...(rest > 0 ? [`… và ${rest} cách hỏi nữa`] : []));
}

export const published = ({ number, question, audience }: CuratedAnswer, again: boolean): Reply =>
  say(
    `${again ? "Đã đăng từ trước" : "Đã đăng"}: câu trả lời số ${number}${audience === "internal" ? " (nội bộ)" : ""}, cho câu “${question}”.`,
    `Có hiệu lực ngay. Gỡ: gõ /traloi go ${number}.`,
  );

export const retired = (number: number): Reply =>
  say(`Đã gỡ câu trả lời số ${number}. Từ giờ không ai nhận câu này nữa; nhật ký vẫn giữ.`);

export function answersReply(answers: readonly CuratedAnswer[]): Reply {
  return {
    blocks: [
      strong(`Câu trả lời đã duyệt đang dùng (${answers.length}):`),
      text(answers.slice(0, LIST_LENGTH).map(answerLine).join("\n")),
      ...(answers.length > LIST_LENGTH
        ? [text(`Còn ${answers.length - LIST_LENGTH} câu cũ hơn: xem theo số.`)]
        : []),
      text("Xem: /traloi xem <số>. Gỡ: /traloi go <số>."),
    ],
  };
}

const LIST_LENGTH = 30;

const answerLine = ({ number, question, author, approvedAt, audience }: CuratedAnswer): string =>
  `${number}. ${question} (${author}, ${displayDate(localDay(approvedAt))}${audience === "internal" ? ", nội bộ" : ""})`;

export function answerShown(answer: CuratedAnswer): Reply {
  const { number, asks, approvedAt, audience } = answer;
  return {
    blocks: [
      strong(`Câu trả lời số ${number}${audience === "internal" ? " (nội bộ)" : ""}`),
      ...(asks.length > 0 ? [text("Các cách hỏi khác:"), shortened(asks)] : []),
      ...approvedReply(answer, approvedAt).blocks,
    ],
  };
}

export function groupsReply(groups: readonly QuestionGroup[], total: number): Reply {
  const rest = total - groups.length;
  return {
    blocks: [
      strong(`Câu hỏi chưa có trả lời, ${LISTED_DAYS} ngày qua (${total} nhóm):`),
      text(groups.map(groupLine).join("\n")),
      ...(rest > 0 ? [text(`Còn ${rest} nhóm ít được hỏi hơn: hiện ra khi các nhóm trên đã xong.`)] : []),
      text(`Trả lời: ${FORM_FOR_GROUP}\nXem các cách hỏi: /cauhoi 2. Bỏ qua: /cauhoi boqua 2.`),
    ],
    buttons: [REVIEW_BUTTONS.due, REVIEW_BUTTONS.unconfirmed],
  };
}

const groupLine = ({ variants: [first, ...others], n, lastDay }: QuestionGroup, i: number): string =>
  `${i + 1}. ${first.words} (${n} lượt${others.length > 0 ? `, ${others.length + 1} cách hỏi` : ""}, gần nhất ${displayDate(lastDay)})`;

export function groupShown(number: number, { variants, n, lastDay }: QuestionGroup): Reply {
  return {
    blocks: [
      strong(`Nhóm ${number}: ${n} lượt hỏi, gần nhất ${displayDate(lastDay)}`),
      shortened(variants.map(({ words, n: times }) => `${words} (${times} lượt)`)),
      text(
        `Trả lời: /traloi ${number} <nội dung> | nguồn: <số văn bản hoặc tên cơ quan>\nBỏ qua: /cauhoi boqua ${number}`,
      ),
    ],
  };
}

export const skipped = (number: number, { variants: [first] }: QuestionGroup): Reply =>
  say(`Đã bỏ qua nhóm ${number}: “${first.words}”.`);

/** The payload of an offered question; it can also be typed. */
export const offerPayload = (number: number): string => `Câu đã duyệt ${number}`;
export const OFFER = /^\s*(?:câu đã duyệt|cau da duyet)\s+(\d{1,6})\s*$/iu;

/** Said where similar questions have approved answers; numbering continues after `before` other choices. */
export function offerText(offers: readonly CuratedAnswer[], before: number): string {
  const lead =
    before === 0 ? "Tôi chưa chắc hiểu đúng câu hỏi. Có phải anh/chị muốn hỏi:" : "Hoặc câu đã được duyệt:";
  return [lead, ...offers.map(({ question }, i) => `${before + i + 1}. ${question}`)].join("\n");
}

/** A button's label: the visible part of the question. */
export function offerLabel({ question }: CuratedAnswer): string {
  return question.length <= 60 ? question : `${question.slice(0, 57).toWellFormed()}…`;
}
