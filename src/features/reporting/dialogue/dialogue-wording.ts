import { type Block, type Button, list, type Reply, strong, text } from "../../../messaging/reply.ts";
import type { IncidentId } from "../../../reader/names/incident.ts";
import { filesInWords, lostInWords } from "../media/files-in-words.ts";
import { decided, undecided } from "../media/telling-files.ts";
import { FILE_LIMITS, type LostMedia, type Place } from "../report.ts";
import { choiceButtons, findingBlocks } from "./choice-wording.ts";
import { describeWhen } from "./describe-when.ts";
import { DETAIL_QUESTIONS, detailLabel } from "./details.ts";
import type { Note } from "./dialogue.ts";
import type { Draft } from "./draft.ts";
import { INTENT_WORDS, type Intent } from "./intents.ts";
import { screenDraft } from "./screen-draft.ts";

const button = (label: string, intent: Intent): Button => ({
  label,
  payload: INTENT_WORDS[intent][0] ?? label,
});

const SEND = button("Gửi", "send");
const CANCEL = button("Huỷ", "cancel");
const SKIP = button("Bỏ qua", "skip");
const FORGOT: Button = { label: "Không nhớ", payload: "không nhớ" };
const KEEP = button("Giữ lại", "keep");

const URGENT = "Đang nguy hiểm: gọi ngay 113 (cháy: 114, cấp cứu: 115), đừng chờ trả lời ở đây.";

const LOST: Readonly<Record<LostMedia["why"], string>> = {
  too_large: `quá lớn (giới hạn ${FILE_LIMITS.megabytes} MB)`,
  not_fetched: "không tải được",
  not_allowed: "không mở được",
  too_many: `quá ${FILE_LIMITS.files} tệp`,
  busy: "chưa kịp tải vì đang có nhiều tệp, một phút nữa anh/chị gửi lại giúp",
  day_full: "quá số tệp nhận được trong một ngày",
  all_full: "hôm nay không nhận thêm được vì quá nhiều người gửi",
  not_agreed: "anh/chị chưa đồng ý gửi kèm",
};

/** What of the citizen's files isn't there, and why; empty where nothing is missing. */
export const lostForCitizen = (lost: readonly LostMedia[]): string => lostInWords(lost, LOST);

const NOTES: Readonly<Record<Note, string>> = {
  secret_hidden:
    "Tôi đã che mật khẩu hoặc mã OTP. Đừng đưa những mã này cho bất kỳ ai, kể cả người xưng là công an.",
  too_long: "Tin dài hơn 10.000 chữ: tôi chỉ giữ được phần đầu.",
  files_full: `Một tin giữ được ${FILE_LIMITS.files} tệp: các tệp sau không được giữ.`,
  told: "Tôi đã ghi thêm vào phần kể.",
  put_right: "Tôi sửa rồi.",
  identity_hidden:
    "Tên, số điện thoại và tài khoản của anh/chị không đi cùng tin. Chỗ nào trong lời kể là của anh/chị, tôi che.",
  no_files: "Tin này chưa có ảnh hay tệp nào.",
  no_photos: "Không có ảnh cũng được.",
  on_hold: "Vâng, chưa gửi. Tin vẫn giữ ở đây, anh/chị sửa hay thêm gì cứ nhắn.",
  outside_vietnam: "Vị trí này có vẻ nằm ngoài Việt Nam: anh/chị xem lại giúp, hoặc viết tên nơi xảy ra.",
};

export const noteBlocks = (notes: readonly Note[]): Block[] =>
  [...new Set(notes)].map((note) => text(NOTES[note]));

/** The next question, or the summary. `notes` are remarks on the last input. */
export function ask(draft: Draft, notes: readonly Note[] = []): Reply {
  const said = noteBlocks(notes);
  if (draft.fixing === true && draft.step !== "summary") return anew(draft, draft.step, said);
  const once = draft.again?.includes(draft.step) === true ? [text(ONCE_MORE)] : [];
  switch (draft.step) {
    case "what":
      return draft.media.length > 0 ? shown(draft, said) : first(draft, said);
    case "where":
      return {
        blocks: [
          ...said,
          strong(isKnown(draft.where) ? QUESTIONS.whereExactly : QUESTIONS.where),
          ...(isKnown(draft.where) ? [text(`Đang ghi: ${placeOf(draft.where)}.`)] : []),
          text("Thôn, đường, xã hoặc mốc gần nhất; hoặc gửi vị trí từ điện thoại."),
          ...once,
        ],
        buttons: [FORGOT, SEND, CANCEL],
      };
    case "when":
      return {
        blocks: [
          ...said,
          strong(QUESTIONS.when),
          text("Ví dụ: tối qua khoảng 9 giờ; 10 phút trước."),
          ...once,
        ],
        buttons: [button("Đang diễn ra", "ongoing"), button("Vừa xong", "just_now"), FORGOT, SEND, CANCEL],
      };
    case "details":
      return {
        blocks: [...said, strong(detailQuestion(draft))],
        buttons: [SKIP, SEND, CANCEL],
      };
    case "summary":
      return summary(draft, said);
  }
}

const QUESTIONS = {
  where: "Xảy ra ở đâu?",
  whereExactly: "Chỗ đó cụ thể là ở đâu?",
  when: "Xảy ra lúc nào?",
} as const;
const ONCE_MORE = "Không rõ thì bấm Không nhớ, tôi không hỏi nữa.";

const detailQuestion = ({ category }: Draft): string =>
  DETAIL_QUESTIONS[category as IncidentId] ?? "Còn chi tiết gì thêm không?";

/** Asks for one part again. What was told of it stays until something else is told. */
function anew(draft: Draft, step: Exclude<Draft["step"], "summary">, said: readonly Block[]): Reply {
  const { what = "", when } = draft;
  const [question, before] = {
    what: ["Anh/chị viết lại chuyện gì xảy ra:", cut(what)],
    where: [QUESTIONS.where, draft.where === undefined ? "" : placeOf(draft.where)],
    when: [QUESTIONS.when, when?.words ?? ""],
    details: [detailQuestion(draft), draft.details.told ?? ""],
  }[step] as [string, string];
  const old = before === "" ? [] : [text(`Đang ghi: ${before}. Lời mới sẽ thay vào.`)];
  const unknown = step === "where" || step === "when" ? [FORGOT] : [];
  return { blocks: [...said, strong(question), ...old], buttons: [KEEP, ...unknown, SEND, CANCEL] };
}

const MISSING: Readonly<Record<Draft["step"], string>> = {
  what: "còn thiếu chuyện gì xảy ra",
  where: "còn hỏi nơi xảy ra",
  when: "còn hỏi lúc xảy ra",
  details: "còn một câu hỏi",
  summary: "chỉ chờ bấm Gửi",
};

/** Below an answer to something else: the report is still there, and what it waits for. */
export const whereWeAre = ({ step, where, when }: Draft): Reply => ({
  blocks: [
    text(
      `(Tin báo đang viết vẫn giữ, ${step === "summary" && where && when ? "đã đủ, " : ""}${MISSING[step]}. Nhắn tiếp ở đây.)`,
    ),
  ],
  buttons: step === "what" ? [CANCEL] : [SEND, CANCEL],
});

function first(draft: Draft, said: readonly Block[]): Reply {
  const known = [
    ...(isKnown(draft.where) ? [placeOf(draft.where)] : []),
    ...(draft.when ? [draft.when.words] : []),
  ];
  return {
    blocks: [
      strong(URGENT),
      ...said,
      ...(known.length === 0 ? [] : [text(`Tôi đã ghi: ${known.join("; ")}.`)]),
      text("Anh/chị kể giúp: chuyện gì xảy ra, ở đâu, lúc nào? Gửi được cả ảnh, video, vị trí."),
      text("Không cần tên, số điện thoại, giấy tờ."),
    ],
    buttons: [CANCEL],
  };
}

function shown(draft: Draft, said: readonly Block[]): Reply {
  return {
    blocks: [
      ...said,
      text(`Đã nhận ${filesOf(draft)}.`),
      strong("Chuyện gì xảy ra, ở đâu?"),
      text("Viết ngắn cũng được. Hoặc bấm Gửi luôn."),
    ],
    buttons: [SEND, CANCEL],
  };
}

const SHOWN_TEXT = 700;

const cut = (what: string): string =>
  what.length > SHOWN_TEXT ? `${what.slice(0, SHOWN_TEXT).toWellFormed()}… (giữ đủ)` : what;

function summary(draft: Draft, said: readonly Block[]): Reply {
  const { content, findings } = screenDraft(draft);
  const { what, where, when, details } = content;
  const told = cut(what);
  const extra = Object.entries(details).map(([id, value]) => `${detailLabel(id)}: ${value}`);
  return {
    blocks: [
      ...(draft.danger ? [strong(URGENT)] : []),
      ...said,
      strong("Tin báo của anh/chị, chưa gửi. Cán bộ sẽ thấy:"),
      list(
        `Việc: ${told === "" ? "(chỉ có tệp gửi kèm)" : told}`,
        `Nơi: ${placeOf(where)}`,
        `Lúc: ${when === undefined ? "chưa rõ" : describeWhen(when)}`,
        ...extra,
        ...(draft.media.length + draft.lostMedia.length > 0 ? [`Kèm: ${filesOf(draft)}`] : []),
      ),
      ...findingBlocks(findings, draft.danger && isKnown(where)),
      ...(isKnown(where)
        ? []
        : [strong("Chưa rõ nơi: nhắn thôn, đường, xã hoặc mốc gần nhất thì dễ tìm hơn.")]),
      text("Đúng rồi thì bấm Gửi (hoặc gõ: gửi). Thiếu thì nhắn thêm chữ, ảnh, vị trí."),
    ],
    buttons: [SEND, ...choiceButtons(findings), button("Sửa", "edit"), CANCEL],
  };
}

const isKnown = (where: Place | undefined): boolean => where !== undefined && where.unknown !== true;

/** A place in words, with its point on the map where it has one. */
export function placeOf(where: Place | undefined): string {
  if (where === undefined) return "chưa rõ";
  if (where.unknown === true) return "không nhớ";
  const point =
    where.lat === undefined || where.lng === undefined
      ? []
      : [`vị trí ${where.lat.toFixed(5)}, ${where.lng.toFixed(5)}`];
  return [...(where.words === undefined ? [] : [where.words]), ...point].join(" · ");
}

function filesOf({ media, lostMedia }: Draft): string {
  const lost = lostForCitizen(lostMedia);
  const open = filesInWords(undecided(media));
  const missing = lost === "" ? "" : `không giữ được: ${lost}`;
  const waiting = open === "" ? "" : `chưa gửi kèm: ${open} (muốn gửi thì bấm Gửi kèm hoặc gõ: gửi kèm)`;
  return [filesInWords(decided(media)), waiting, missing].filter((part) => part !== "").join("; ");
}

/** The answer to files that came during another question. */
export function filesTaken(draft: Draft, notes: readonly Note[]): Reply {
  const question = ask(draft, notes);
  // The question after files alone says it itself.
  if (draft.step === "what" && draft.fixing !== true && draft.media.length > 0) return question;
  return { ...question, blocks: [text(`Đã nhận ${filesOf(draft)}.`), ...question.blocks] };
}

export const EDIT_WHAT: Reply = {
  blocks: [text("Sửa phần nào? Viết luôn chỗ đúng cũng được, ví dụ: không phải tối qua, sáng nay cơ.")],
  buttons: [
    button("Việc", "edit_what"),
    button("Nơi", "edit_where"),
    button("Lúc", "edit_when"),
    button("Bỏ ảnh, tệp", "drop_media"),
    SEND,
  ],
};

/** Asked once before anything is deleted: until the answer all of it stays. */
export const DELETE_IT: Reply = {
  blocks: [strong("Xoá tin đang viết?"), text("Chưa bấm Xoá thì tin vẫn còn, anh/chị viết tiếp được.")],
  buttons: [button("Xoá", "delete"), KEEP, SEND],
};

export const START_ANEW: Reply = {
  blocks: [
    strong("Bỏ phần đã viết, kể lại từ đầu?"),
    text("Anh/chị kể lại luôn cũng được: lời mới thay cho tất cả phần cũ."),
  ],
  buttons: [button("Kể lại từ đầu", "restart"), KEEP, CANCEL],
};

/** Another wrong was told while one is being reported. */
export const WHOSE_IS_IT: Reply = {
  blocks: [
    strong("Điều anh/chị vừa kể có phải cùng việc đang báo không?"),
    text("Hai việc khác nhau thì báo riêng sẽ được xử lý nhanh hơn."),
  ],
  buttons: [button("Cùng việc này", "join"), button("Báo riêng", "apart"), CANCEL],
};

/** The other wrong waits until this report is done. */
export const APART = text("Việc vừa kể tôi để riêng, xong tin này tôi sẽ hỏi lại.");
export const OTHER_WRONG = text("Còn việc khác anh/chị kể lúc nãy: muốn báo thì bấm Báo tin này.");

/** What isn't taken, said at once: the rest of the report stays. */
export const NOT_OPINIONS: Reply = {
  blocks: [
    strong("Tôi không nhận tin về ý kiến, tín ngưỡng hay chuyện chính trị của người khác."),
    text("Câu vừa rồi tôi không ghi. Nếu có việc cụ thể như đe doạ, gây rối, lừa đảo, anh/chị kể việc ấy."),
  ],
};

export const CANCELLED: Reply = {
  blocks: [text("Đã huỷ, phần đã viết và ảnh đã xoá. Muốn báo lại, gõ /baocao.")],
};

export const NOTHING_TO_SEND: Reply = {
  blocks: [text("Chưa có tin báo nào đang viết. Muốn báo tin, gõ /baocao và kể chuyện gì xảy ra.")],
};

/** What was deleted can't be had back. */
export const NOTHING_KEPT: Reply = {
  blocks: [
    text(
      "Tiếc là phần đã xoá tôi không giữ nữa, và chưa gửi cho ai. Anh/chị kể lại ngắn thôi cũng được, tôi ghi lại ngay.",
    ),
  ],
};

export const NOTHING_TOLD: Reply = {
  blocks: [text("Tin còn trống: anh/chị viết chuyện gì xảy ra, hoặc gửi một tấm ảnh, rồi bấm Gửi.")],
  buttons: [CANCEL],
};

export const NO_IDENTITY_PAPERS: Reply = {
  blocks: [
    strong("Tôi không nhận ảnh giấy tờ tùy thân."),
    text(
      "Ảnh vừa rồi không được lưu. Báo tin ở đây không cần giấy tờ; đừng gửi giấy tờ cho ai tự xưng là cán bộ.",
    ),
  ],
};

export const STILL_THERE: Reply = {
  blocks: [text("Tin báo anh/chị đang viết vẫn chưa được gửi.")],
  buttons: [SEND, button("Viết tiếp", "resume"), CANCEL],
};

export const SEND_NOW: Reply = {
  blocks: [
    strong("Tin khẩn của anh/chị chưa được gửi. Gửi ngay cho cán bộ trực?"),
    text("Vẫn đang nguy hiểm thì gọi ngay 113 (cháy: 114, cấp cứu: 115)."),
  ],
  buttons: [{ ...SEND, label: "Gửi ngay" }, button("Viết tiếp", "resume"), CANCEL],
};

export const EXPIRED: Reply = {
  blocks: [
    text(
      "Tin báo viết dở từ hôm qua chưa được gửi và đã hết hạn: phần đã viết, ảnh đã xoá. Muốn báo lại, gõ /baocao.",
    ),
  ],
};
