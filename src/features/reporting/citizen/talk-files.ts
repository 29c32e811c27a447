import { text } from "../../../messaging/reply.ts";
import { KEPT_FOR } from "../../../platform/retention.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { lostForCitizen } from "../dialogue/dialogue-wording.ts";
import { consentQuestion } from "../dialogue/file-consent.ts";
import { type Intent, readIntent } from "../dialogue/intents.ts";
import { messageKey } from "../message-key.ts";
import type { LostMedia, ReportMedia } from "../report.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { TALK_FILES } from "./citizen-session.ts";
import { CANT_PASS_ON, FILES_DROPPED, FILES_GONE, passedOn } from "./citizen-wording.ts";
import { type Words, wordsToDuty } from "./to-duty.ts";

/** Says what couldn't be kept of a message's files, and asks about those that may tell of their maker. */
export async function askForFiles(
  { media }: ReportingServices,
  { session, now }: TurnContext,
  {
    code,
    open,
    lost,
  }: { readonly code: string; readonly open: readonly ReportMedia[]; readonly lost: readonly LostMedia[] },
): Promise<FeatureResult> {
  const missing = lostForCitizen(lost);
  const said = missing === "" ? [] : [text(`Không giữ được: ${missing}.`)];
  const question = open.length === 0 ? null : consentQuestion(open);
  if (question === null) return { replies: said.length === 0 ? [] : [{ blocks: said, about: code }] };
  const before = TALK_FILES.of(session);
  const waiting = before?.code === code ? before.files : [];
  if (before !== undefined && before.code !== code) await media.drop(before.files, now);
  return {
    replies: [{ ...question, blocks: [...said, ...question.blocks], about: code }],
    session: TALK_FILES.with({ code, files: [...waiting, ...open], at: now }),
  };
}

const NO_WORDS: Words = { text: "", asked: new Set(), danger: false };
const DECISIONS: ReadonlySet<Intent> = new Set(["attach", "leave_out", "drop_media"]);

/** The citizen's word on files for the handlers of a report; null where none wait for it. */
export async function decideTalkFiles(
  reporting: ReportingServices,
  { inbound, utterance, session, now }: TurnContext,
): Promise<FeatureResult | null> {
  const waiting = TALK_FILES.of(session);
  const intent = inbound.content.kind === "text" ? readIntent(utterance) : null;
  if (waiting === undefined || intent === null || !DECISIONS.has(intent)) return null;
  const { code, files, at } = waiting;
  const done = { session: TALK_FILES.with(undefined) };
  if (intent !== "attach") {
    await reporting.media.drop(files, now);
    return { replies: [FILES_DROPPED], ...done };
  }
  if (now >= at + KEPT_FOR.halfToldReport) return { replies: [FILES_GONE], ...done };
  const { channel, chat } = inbound;
  const { outcome } = await wordsToDuty(reporting.book, NO_WORDS, {
    code,
    reporter: { channel, chat },
    media: files,
    at: now,
    key: messageKey(inbound),
  });
  if (outcome.kind !== "relayed") {
    await reporting.media.drop(files, now);
    return { replies: [CANT_PASS_ON], ...done };
  }
  await reporting.carry();
  return { replies: [passedOn(code)], ...done };
}
