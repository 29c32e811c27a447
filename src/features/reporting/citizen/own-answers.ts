import { type Reply, strong, text } from "../../../messaging/reply.ts";
import { NOT_KNOWN_EVENT } from "../../../turn/events.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { stepFor } from "../../incidents/step-for.ts";
import type { ReportStatus } from "../case.ts";
import { LANES } from "../deadlines/deadlines.ts";
import type { Draft } from "../dialogue/draft.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { askHandlers, CASE_COMMANDS, deadlineLine, whenTheyAnswer } from "./case-wording.ts";
import { filedLately } from "./citizen-session.ts";
import { ownReports, statusReply } from "./citizen-wording.ts";
import { type ReporterAsk, readReporterAsk, speaksOfOwnReports } from "./reporter-asks.ts";

/** What we can say ourselves to whoever reports, where the knowledge has nothing. */
const SAYS: Readonly<Record<ReporterAsk, Reply>> = {
  secret: {
    blocks: [
      strong("Cán bộ trực không thấy tên, số điện thoại hay tài khoản của anh/chị."),
      text(
        "Nơi nhận tin phải giữ kín người báo là ai; anh/chị cũng đừng kể với người ngoài. Bị dọa, bị trả thù: gọi ngay 113, rồi nhắn ở đây. Những ai đọc được tin: /quyenriengtu.",
      ),
    ],
  },
  when: {
    blocks: [
      strong("Gửi tin xong, tôi đưa mã và cho biết thời hạn trả lời."),
      text("Tôi không hẹn được giờ có người đến. Việc gấp, nguy hiểm thì gọi ngay 113."),
    ],
  },
  withdraw: {
    blocks: [
      strong("Xin rút được: anh/chị nhắn “rút tin”, tôi hỏi lại một lần rồi báo cán bộ."),
      text(
        "Việc có dấu hiệu tội phạm thì cơ quan chức năng vẫn có thể làm tiếp. Có người hứa trả tiền hoặc dọa để anh/chị rút: đừng vội tin, nhắn ở đây cho cán bộ biết.",
      ),
    ],
  },
  files: {
    blocks: [
      strong("Được. Gửi ảnh, video, ghi âm, vị trí ngay ở đây, tôi kèm vào tin."),
      text("Chụp, quay từ chỗ an toàn; không lại gần chỉ để có ảnh."),
    ],
  },
  sign: {
    blocks: [
      strong("Gửi tin ở đây không phải ký giấy tờ gì, không phải nêu tên."),
      text("Cán bộ trực cần hỏi thêm thì nhắn qua tôi, ở ngay đây."),
    ],
  },
  beat: {
    blocks: [
      strong("Không đánh. Gọi ngay 113, giao người đó cho công an gần nhất."),
      text("Người đánh gây thương tích cũng có thể bị xử lý. Giữ khoảng cách nếu họ có hung khí."),
    ],
  },
};

/** The same beside other words, for whoever is afraid. */
export const SECRET = SAYS.secret.blocks;

/** The question whether to delete, for whoever asks it out of fear: one line says who learns of them. */
export const withSecrecy = (reply: Reply): Reply => ({
  ...reply,
  blocks: [...SECRET.slice(0, 1), ...reply.blocks],
});

/** A question about what is told that nothing surely answers: the step of the advice that speaks of it, else one line. */
export const besideTold = ({ category }: Pick<Draft, "category">, question: string): Reply => {
  const step = stepFor(category, question, "asked");
  return step === undefined ? NOT_KNOWN_HERE : { blocks: [strong(step)] };
};

const NOT_KNOWN_HERE: Reply = {
  blocks: [text("Câu này tôi chưa có thông tin; anh/chị cứ gửi tin rồi hỏi cán bộ ngay ở đây.")],
};

const OPEN: ReadonlySet<string> = new Set(["incident", "draft", "filed"]);
/** Under the numbers of a danger only these: when somebody comes, the danger's own steps say. */
const IN_DANGER: ReadonlySet<ReporterAsk> = new Set(["secret", "beat"]);

/** The own answer to a reporter's question that the knowledge doesn't answer; null where it isn't one. */
export async function ownAnswer(
  { book }: Pick<ReportingServices, "book">,
  { matter, utterance, session, now }: Pick<TurnContext, "matter" | "utterance" | "session" | "now">,
): Promise<Reply | null> {
  const topic = readReporterAsk(utterance);
  if (topic === null) return null;
  if (!OPEN.has(matter) && !(matter === "danger" && IN_DANGER.has(topic))) return null;
  const code = filedLately(session, now);
  const status = matter === "filed" && code !== undefined ? await book.statusFor(code) : null;
  return status === null ? SAYS[topic] : ofCase(topic, status, now);
}

function ofCase(topic: ReporterAsk, status: ReportStatus, now: number): Reply {
  const { code, lane } = status;
  const reply = { ...SAYS[topic], about: code };
  if (topic === "when")
    return { blocks: [text(LANES[lane].promise), ...whenTheyAnswer(status, now)], about: code };
  const tap = { label: "Rút tin", payload: `${CASE_COMMANDS.withdraw} ${code}` };
  return topic === "withdraw" ? { ...reply, buttons: [tap] } : reply;
}

/** One line with the deadline of the report that was spoken of last, where somebody asks when it is done; null else. */
export async function ownDeadline(
  { book }: Pick<ReportingServices, "book">,
  { utterance, session, now }: Pick<TurnContext, "utterance" | "session" | "now">,
): Promise<Reply | null> {
  const code = readReporterAsk(utterance) === "when" ? filedLately(session, now) : undefined;
  const status = code === undefined ? null : await book.statusFor(code);
  return status === null ? null : deadlineLine(status, now);
}

/** Whoever asks of what they reported, in whatever words, gets the list of it; null where there is none. */
async function ownList(
  { book }: Pick<ReportingServices, "book">,
  { inbound, utterance, now }: TurnContext,
): Promise<Reply | null> {
  if (!inbound.isPrivate || !speaksOfOwnReports(utterance)) return null;
  const own = await book.reportsOf(inbound);
  const [only, ...others] = own;
  if (only === undefined) return null;
  return others.length === 0 ? statusReply(only, now) : ownReports(own);
}

/** The knowledge had no answer, or none that surely is one. */
const UNANSWERED: ReadonlySet<string> = new Set([NOT_KNOWN_EVENT, "answer_unsure"]);

/** True where the knowledge had no answer, or none that surely is one. */
export const isUnsure = ({ events = [] }: FeatureResult): boolean =>
  events.some((event) => UNANSWERED.has(event));

/** What the knowledge can only say of other ways to report: here nothing is signed. */
const OF_CHAT: ReporterAsk = "sign";

/** The result with the own answer, where the knowledge had none, or can't know. */
export async function orOwnAnswer(
  reporting: ReportingServices,
  context: TurnContext,
  result: FeatureResult,
): Promise<FeatureResult> {
  if (!isUnsure(result) && readReporterAsk(context.utterance) !== OF_CHAT) return result;
  const own = (await ownAnswer(reporting, context)) ?? (await ownList(reporting, context));
  // It is answered after all.
  const events = result.events?.filter((event) => !UNANSWERED.has(event)) ?? [];
  if (own !== null) return { ...result, replies: [own], events };
  return withHandlers(context, result);
}

/** What nothing answers may be for those who have the report: said how it reaches them. */
function withHandlers({ matter, session, now }: TurnContext, result: FeatureResult): FeatureResult {
  const code = matter === "filed" ? filedLately(session, now) : undefined;
  const [first, ...others] = result.replies;
  if (code === undefined || first === undefined) return result;
  return { ...result, replies: [{ ...first, blocks: [...first.blocks, askHandlers(code)] }, ...others] };
}
