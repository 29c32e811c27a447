import { type Reply, text } from "../../../messaging/reply.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { fileInWords } from "../media/files-in-words.ts";
import { offered } from "../media/telling-files.ts";
import { messageKey } from "../message-key.ts";
import type { ReportMedia } from "../report.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { handlerOf } from "./actor.ts";
import { type Admission, admit, refusalOf } from "./admission.ts";
import { noteCaseAct } from "./case-log.ts";
import { type FileWish, fileWarning, readFileWish } from "./offered-files.ts";

const line = (words: string): Reply => ({ blocks: [text(words)] });

const OPEN_WORDS = {
  noRole: "Chỉ cán bộ có vai trò trực ban hoặc giám sát mở được tệp này.",
  gone: (code: string): string => `Tệp này của ${code} không còn.`,
  sentThere: (label: string): string =>
    `Đã gửi lời nhắc và nút mở vào cuộc trò chuyện riêng của ${label} với tôi. Chưa thấy thì mở cuộc trò chuyện đó, bấm Start.`,
  opened: (file: string): string => `mở ${file} chưa được làm sạch`,
  here: (code: string, file: string): string => `${code}: ${file}`,
} as const;

/**
 * "Xem tệp", for a file that couldn't be cleaned: a handler with a role asks in the group or in private, is warned in their
 * own chat, and only there, after a second tap, gets the file. Each opening is in the case's history and in the audit.
 * @returns null where the message is something else
 */
export async function openFile(
  reporting: ReportingServices,
  context: TurnContext,
): Promise<FeatureResult | null> {
  const { inbound, now } = context;
  if (inbound.content.kind !== "text") return null;
  const wish = readFileWish(inbound.content.text.trim());
  if (wish === null) return null;
  const isGroup = reporting.routes?.isGroup(inbound.chat) ?? inbound.chat === reporting.dutyChat;
  const { handler, refused } = isGroup
    ? await admit(reporting, context, "press")
    : await admitElsewhere(reporting, context);
  if (handler === undefined) return refused;
  const { code } = wish;
  const file = await find(reporting, wish);
  if (file === null) return { replies: [line(OPEN_WORDS.gone(code))] };
  if (isGroup) {
    const key = `file:${code}:${wish.beginning}:${inbound.key}`;
    await reporting.tell(inbound.sender, key, fileWarning(code, file));
    return { replies: [{ ...line(OPEN_WORDS.sentThere(handler.label)), about: code }] };
  }
  if (!wish.isSure) return { replies: [fileWarning(code, file)] };
  const what = fileInWords(file);
  await noteCaseAct(reporting, context, "file_opened", code);
  await reporting.book.note({
    code,
    text: OPEN_WORDS.opened(what),
    media: [],
    at: now,
    key: messageKey(inbound),
    actor: handler,
  });
  // As a document: Telegram would make a picture of it with a preview.
  const attachments = [{ key: file.key, kind: "file" as const }];
  return { replies: [{ ...line(OPEN_WORDS.here(code, what)), attachments, protect: true }] };
}

/** In a handler's own chat; anywhere else nobody may. */
async function admitElsewhere(reporting: ReportingServices, { inbound }: TurnContext): Promise<Admission> {
  const mayHere = inbound.channel === "telegram" && inbound.isPrivate && refusalOf(inbound) === null;
  const handler = mayHere ? await handlerOf(reporting, inbound.sender) : null;
  return handler === null ? { refused: { replies: [line(OPEN_WORDS.noRole)] } } : { handler };
}

/** The file of a case that isn't posted, from the report or from a later message of the reporter. */
async function find(
  { book, media }: ReportingServices,
  { code, beginning }: FileWish,
): Promise<ReportMedia | null> {
  const key = await media.nameIn(code, beginning);
  const report = key === null ? null : await book.get(code);
  if (key === null || report === null || report.erased === true) return null;
  const later = (await book.history(code)).flatMap(({ action, media: files = [] }) =>
    action === "told_duty" ? files : [],
  );
  return offered([...report.content.media, ...later]).find((file) => file.key === key) ?? null;
}
