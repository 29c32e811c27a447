import type { Media } from "../../../messaging/inbound.ts";
import { plainText, quote, type Reply, strong, text } from "../../../messaging/reply.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import type { OfficialActor } from "../case.ts";
import { citizenNotice } from "../citizen/citizen-notices.ts";
import { filesInWords } from "../media/files-in-words.ts";
import { messageKey } from "../message-key.ts";
import { asksForIdentity } from "../personal-questions.ts";
import type { DraftContent, ReplyDraft } from "../reply-drafts.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { handlerOf } from "./actor.ts";
import { noteCaseAct } from "./case-log.ts";
import { lostForHandlers, WORDING } from "./duty-wording.ts";
import { OUTGOING } from "./outgoing-wording.ts";

/** "/nhan gui <id> <version>": send what this preview showed; "/nhan bo <id> <version>": let it be. */
const FORM = /^\/nhan (gui|bo) ([\w-]{16}) ([1-9]\d{0,3})$/u;
const COMMAND = /^\/nhan(?:\s|$)/iu;

export const isReplyPress = (typed: string): boolean => COMMAND.test(typed);

/** A handler's words or file for a reporter: shown as the reporter will read them, and sent by one more tap. */
export async function propose(
  reporting: ReportingServices,
  { inbound, now }: TurnContext,
  author: OfficialActor,
  { code, text, file }: { readonly code: string; readonly text: string; readonly file?: Media },
): Promise<{ readonly reply: Reply; readonly draft?: string }> {
  const { book, drafts } = reporting;
  if ((await book.get(code)) === null) return { reply: WORDING.unknown(code) };
  if ((await book.reporterOf(code)) === null) return { reply: WORDING.noReporter(code) };
  if (text === "" && file === undefined) return { reply: WORDING.cannotPass };
  const key = messageKey(inbound);
  const files = file === undefined ? [] : [{ key, media: file }];
  const draft = await drafts.add({ code, author: author.id, content: { text, files }, key, at: now });
  return { reply: preview(draft), draft: draft.id };
}

/** Another photo of an album joins its preview; null where that one was sent, dropped or is too old. */
export async function proposeMore(
  { drafts }: ReportingServices,
  { inbound, now }: TurnContext,
  id: string,
  file: Media,
): Promise<Reply | null> {
  const draft = await drafts.addFile(id, { key: messageKey(inbound), media: file }, now);
  return draft === null ? null : preview(draft);
}

/** The tap under a preview. Sends once, whoever of the handlers taps and however often. */
export async function settleReply(
  reporting: ReportingServices,
  context: TurnContext,
  handler: OfficialActor,
  typed: string,
): Promise<FeatureResult> {
  const [, step, id = "", version] = FORM.exec(typed) ?? [];
  if (step === undefined) return { replies: [WORDING.badButton] };
  const { drafts } = reporting;
  const draft = await drafts.read(id, context.now);
  if (typeof draft === "string") return { replies: [{ ...OUTGOING.settled[draft], slot: slotOf(id) }] };
  if (step === "bo") {
    await drafts.settle(id, "dropped");
    return { replies: [{ ...OUTGOING.dropped(draft.code), slot: slotOf(id) }] };
  }
  // A photo of the album came after the preview that was tapped: nobody has seen what would go out.
  if (String(draft.version) !== version) return { replies: [preview(draft)] };
  if ((await handlerOf(reporting, draft.author)) === null) {
    await drafts.settle(id, "dropped");
    return { replies: [{ ...OUTGOING.authorRevoked(draft.code), slot: slotOf(id) }] };
  }
  return { replies: [{ ...(await send(reporting, context, handler, draft)), slot: slotOf(id) }] };
}

async function send(
  reporting: ReportingServices,
  context: TurnContext,
  handler: OfficialActor,
  { id, code, author, content }: ReplyDraft,
): Promise<Reply> {
  const { book, drafts, carry } = reporting;
  const { media, lost } = await fetchFiles(reporting, context, content);
  const missing = lostForHandlers(lost);
  if (content.text === "" && media.length === 0) return WORDING.notPassed(code, missing);
  // Who wrote the question, and who let it go.
  if (asksForIdentity(content.text))
    for (const who of new Set([author, handler.id]))
      await noteCaseAct(reporting, context, "personal_question", code, who);
  const actor = author === handler.id ? handler : await onBehalf(reporting, handler, author);
  // The draft's own key: a second tap and a repeated turn send nothing new.
  const message = { code, text: content.text, media, at: context.now, key: `duty-reply:${id}`, actor };
  const outcome = await book.relayToReporter(message);
  await drafts.settle(id, "sent");
  await carry();
  if (outcome.kind !== "relayed") await reporting.media.drop(media, context.now);
  if (outcome.kind === "unknown") return WORDING.unknown(code);
  return outcome.kind === "no_reporter" ? WORDING.noReporter(code) : WORDING.passedOn(code, missing);
}

async function fetchFiles(
  { media }: ReportingServices,
  { inbound, now }: TurnContext,
  { files }: DraftContent,
) {
  const outcomes = await Promise.all(
    files.map((file) =>
      media.keepAll(
        { ...inbound, key: file.key, content: { kind: "media", media: [file.media] } },
        { by: "handlers", now },
      ),
    ),
  );
  return {
    media: outcomes.flatMap((one) => one.media),
    lost: outcomes.flatMap((one) => one.lost),
  };
}

/** The history names both: who wrote it, and who sent it. */
async function onBehalf(
  reporting: ReportingServices,
  handler: OfficialActor,
  author: string,
): Promise<OfficialActor> {
  const writer = await handlerOf(reporting, author);
  return { ...handler, label: OUTGOING.sentFor(handler.label, writer?.label ?? "") };
}

/** Exactly what the reporter will read, and the two ways on. */
function preview({ id, code, version, content }: ReplyDraft): Reply {
  const notice = citizenNotice(code, { kind: "duty_said", text: content.text, media: [] });
  const files = filesInWords(content.files.map(({ media }) => media));
  return {
    blocks: [
      strong(OUTGOING.willRead(code)),
      ...(notice === null ? [] : [quote(plainText(notice))]),
      ...(files === "" ? [] : [text(OUTGOING.with(files))]),
      ...(asksForIdentity(content.text) ? [text(OUTGOING.warns)] : []),
      text(OUTGOING.hint),
    ],
    buttons: [
      { label: OUTGOING.send, payload: `/nhan gui ${id} ${version}` },
      { label: OUTGOING.drop, payload: `/nhan bo ${id} ${version}` },
    ],
    about: code,
    slot: slotOf(id),
    protect: true,
  };
}

const slotOf = (id: string): string => `reply:${id}`;
