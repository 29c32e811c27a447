import type { Inbound } from "../../../messaging/inbound.ts";
import { type Block, text } from "../../../messaging/reply.ts";
import { KEPT_FOR } from "../../../platform/retention.ts";
import { MINUTE } from "../../../platform/time.ts";
import type { Feature, FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { PAUSE_AT } from "../../../turn/session.ts";
import { readReportCode } from "../../../language/report-code.ts";
import { oneByOne } from "../dialogue/choice-wording.ts";
import { readChoice } from "../dialogue/choose.ts";
import {
  answer,
  applyIntent,
  beginDraft,
  canSubmit,
  choose,
  type Input,
  type Progress,
} from "../dialogue/dialogue.ts";
import {
  ask,
  CANCELLED,
  EDIT_WHAT,
  EXPIRED,
  filesTaken,
  lostForCitizen,
  NO_IDENTITY_PAPERS,
  NOTHING_TO_SEND,
  NOTHING_TOLD,
  noteBlocks,
  STILL_THERE,
} from "../dialogue/dialogue-wording.ts";
import { type Draft, EMPTY_DRAFT } from "../dialogue/draft.ts";
import { consentQuestion } from "../dialogue/file-consent.ts";
import { type Intent, readIntent } from "../dialogue/intents.ts";
import { offersIdentityPaper } from "../dialogue/protect.ts";
import { screenDraft } from "../dialogue/screen-draft.ts";
import { undecided } from "../media/telling-files.ts";
import { beforeReport } from "../readers/readers-wording.ts";
import { FILE_LIMITS } from "../report.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { readBegin } from "./begin.ts";
import { NO_REPORT, REPORT, TOLD_WORDS } from "./citizen-session.ts";
import { REPORT_THIS } from "./citizen-wording.ts";
import { erase, FOLLOW_UPS, followUpFor } from "./follow-up.ts";
import { keepDraft, openDraft, openWords } from "./sealed-draft.ts";
import { submit } from "./submit-report.ts";
import { answerToDuty } from "./talk.ts";
import { decideTalkFiles } from "./talk-files.ts";

/** The citizen is reminded of an unfinished report once; after a day it is deleted. */
const REMIND_AFTER = 20 * MINUTE;

const COMMAND = /^(\/[a-z_]+)(?:@\w+)?(?:\s+([\s\S]*))?$/iu;

/** The citizen's side: begin a report, send it, follow it, talk with the handlers. Private chats only. */
export function citizenReports(reporting: ReportingServices): Feature {
  return {
    name: "citizenReports",
    async take(context) {
      const { inbound } = context;
      if (!inbound.isPrivate) return null;
      const draft = await openDraft(reporting.ring, inbound, REPORT.of(context.session));
      if (inbound.content.kind === "withdrawn") return erase(reporting, context, "withdrawal");
      if (inbound.content.kind === "pause")
        return draft === null ? null : afterPause(reporting, context, draft);
      return (
        (await begin(reporting, context, draft)) ??
        (await followUp(reporting, context)) ??
        (draft === null ? await decideTalkFiles(reporting, context) : null) ??
        (draft === null ? await answerToDuty(reporting, context) : null) ??
        (await continueReport(reporting, context, draft))
      );
    },
  };
}

const typedOf = ({ content }: Inbound): string =>
  content.kind === "text" ? content.text : content.kind === "media" ? (content.caption ?? "") : "";

/** "/baocao …", its words and buttons. Continues an open report; with new words a new one begins. */
async function begin(
  reporting: ReportingServices,
  context: TurnContext,
  draft: Draft | null,
): Promise<FeatureResult | null> {
  const { inbound, utterance, session, now } = context;
  if (inbound.content.kind !== "text" && inbound.content.kind !== "media") return null;
  const told = utterance.clean.toLowerCase() === REPORT_THIS.payload;
  const words = told
    ? ((await openWords(reporting.ring, inbound, TOLD_WORDS.of(session)))?.text ?? null)
    : readBegin(typedOf(inbound), utterance);
  if (words === null) return told ? { replies: [NOTHING_TO_SEND] } : null;
  if (draft !== null && words === "" && !told && inbound.content.kind === "text")
    return keep(reporting, context, { draft, notes: [] });
  const begun = beginDraft(words, now);
  await reporting.media.drop(draft?.media ?? [], now);
  if (inbound.content.kind !== "media") return keep(reporting, context, begun);
  const files = await reporting.media.keepAll(inbound, { by: "citizen", now, room: FILE_LIMITS.files });
  const { draft: withFiles, notes } = answer(begun.draft, { kind: "media", ...files }, now);
  return keep(reporting, context, { draft: withFiles, notes: [...begun.notes, ...notes] });
}

async function followUp(reporting: ReportingServices, context: TurnContext): Promise<FeatureResult | null> {
  const { utterance, inbound } = context;
  if (inbound.content.kind !== "text") return null;
  const [, command = "", argument = ""] = COMMAND.exec(inbound.content.text.trim()) ?? [];
  const known = command === "" ? followUpFor(utterance) : FOLLOW_UPS[command.toLowerCase()];
  if (known !== undefined) return known(reporting, context, argument);
  const reading = readReportCode(utterance.clean);
  const isOnlyCode = reading.kind !== "none" && utterance.words.length <= 8 && command === "";
  return isOnlyCode ? (FOLLOW_UPS["/tracuu"]?.(reporting, context, utterance.clean) ?? null) : null;
}

/** The message belongs to the open report, unless it is another command. */
async function continueReport(
  reporting: ReportingServices,
  context: TurnContext,
  draft: Draft | null,
): Promise<FeatureResult | null> {
  const { inbound, utterance, now, session } = context;
  const { content } = inbound;
  const intent = content.kind === "text" ? readIntent(utterance) : null;
  if (draft === null) {
    if (REPORT.of(session) !== undefined) return { replies: [EXPIRED], session: NO_REPORT };
    if (intent === "send" && utterance.clean.length < 20) return { replies: [NOTHING_TO_SEND] };
    return showsSomething(context) ? continueReport(reporting, context, EMPTY_DRAFT) : null;
  }
  const chosen = content.kind === "text" ? await takeChoice(reporting, context, draft, content.text) : null;
  if (chosen !== null) return chosen;
  if (intent !== null) return applyRequest(reporting, context, draft, intent);
  if (content.kind === "text" && (content.text.trim().startsWith("/") || content.tapped === true))
    return null;
  const input = await inputOf(reporting, context, draft);
  if (input === null) return null;
  if (input === "identity_paper") return { replies: [NO_IDENTITY_PAPERS, ask(draft)] };
  const progress = answer(draft, input, now);
  if (input.kind !== "media") return keep(reporting, context, progress, draft);
  return takeFiles(reporting, context, draft, progress);
}

/** "Che", "Của người bị báo": what the citizen says of what may point to them. Only the summary asks. */
async function takeChoice(
  reporting: ReportingServices,
  context: TurnContext,
  draft: Draft,
  typed: string,
): Promise<FeatureResult | null> {
  if (draft.step !== "summary") return null;
  const { findings } = screenDraft(draft);
  const said = readChoice(typed, findings);
  if (said === null) return null;
  if (said.say === "which") return { replies: [oneByOne(findings)] };
  return keep(reporting, context, { draft: choose(draft, said.say, said.about), notes: [] });
}

/** A photo or a place without words begins a report. */
const showsSomething = ({ inbound: { content }, utterance, about }: TurnContext): boolean =>
  about === undefined &&
  (content.kind === "location" || (content.kind === "media" && utterance.words.length === 0));

async function applyRequest(
  reporting: ReportingServices,
  context: TurnContext,
  draft: Draft,
  intent: Intent,
): Promise<FeatureResult> {
  switch (intent) {
    case "send":
      if (canSubmit(draft)) return submit(reporting, context, draft);
      return { replies: [draft.media.length > 0 ? consentQuestion(draft.media) : NOTHING_TOLD] };
    case "cancel":
      await reporting.media.drop(draft.media, context.now);
      return { replies: [CANCELLED], session: NO_REPORT };
    case "edit":
      return { replies: [EDIT_WHAT] };
    case "drop_media":
      await reporting.media.drop(draft.media, context.now);
      break;
    case "leave_out":
      await reporting.media.drop(undecided(draft.media), context.now);
      break;
    default:
  }
  return keep(reporting, context, { draft: applyIntent(draft, intent, context.now), notes: [] }, draft);
}

async function inputOf(
  reporting: ReportingServices,
  { inbound, utterance, now }: TurnContext,
  draft: Draft,
): Promise<Input | "identity_paper" | null> {
  const { content } = inbound;
  switch (content.kind) {
    case "text":
      return utterance.words.length === 0 ? null : { kind: "text", text: content.text };
    // The original stays; the correction is added.
    case "edited":
      return { kind: "text", text: `(sửa lại) ${content.text}` };
    case "location":
      return content;
    case "media": {
      if (offersIdentityPaper(content.caption ?? "")) return "identity_paper";
      const { caption } = content;
      const room = FILE_LIMITS.files - draft.media.length;
      return {
        kind: "media",
        ...(await reporting.media.keepAll(inbound, { by: "citizen", now, room })),
        ...(caption !== undefined && { caption }),
      };
    }
    default:
      return null;
  }
}

/** The photos of an album come one by one: only the first gets an answer. */
async function takeFiles(
  reporting: ReportingServices,
  context: TurnContext,
  before: Draft,
  { draft, notes }: Progress,
): Promise<FeatureResult> {
  const { content } = context.inbound;
  const album = content.kind === "media" ? content.album : undefined;
  const isSameAlbum = album !== undefined && album === before.album && notes.length === 0;
  const next = { ...draft, ...(album !== undefined && { album }) };
  const kept = await keep(reporting, context, { draft: next, notes }, before);
  const wasAsked = undecided(before.media).length > 0;
  if (hasNewQuestion(next, before) && !(isSameAlbum && wasAsked)) return kept;
  if (isSameAlbum) return { ...kept, replies: [] };
  const taken = filesTaken(next, notes);
  return { ...kept, replies: [{ ...taken, blocks: [...taken.blocks, ...readersOnce(context, next)] }] };
}

/** Told with the first answer of a report; whoever is in danger has no time for it. */
const readersOnce = ({ inbound, session }: TurnContext, { danger }: Draft): readonly Block[] =>
  REPORT.of(session) === undefined && !danger ? [beforeReport(inbound.channel)] : [];

/** A file came that may tell of its maker: whether it goes is asked before anything else. */
const hasNewQuestion = (draft: Draft, before: Draft): boolean =>
  undecided(draft.media).length > undecided(before.media).length;

/** Stores the draft and asks the next question. */
async function keep(
  { ring, media }: ReportingServices,
  context: TurnContext,
  { draft, notes }: Progress,
  before: Draft = EMPTY_DRAFT,
): Promise<FeatureResult> {
  const { inbound, now } = context;
  const report = await keepDraft(ring, inbound, draft, now);
  await media.hold(draft.media, now);
  const question = hasNewQuestion(draft, before) ? consentQuestion(undecided(draft.media)) : null;
  const reply =
    question === null
      ? ask(draft, notes)
      : { ...question, blocks: [...noteBlocks(notes), ...question.blocks] };
  const lost = lostForCitizen(draft.lostMedia.slice(before.lostMedia.length));
  // The summary, and the question after files alone, say it themselves.
  const isSaid = question === null && (draft.step === "summary" || draft.step === "what");
  const missing = lost === "" || isSaid ? [] : [text(`Không giữ được: ${lost}.`)];
  return {
    replies: [{ ...reply, blocks: [...reply.blocks, ...missing, ...readersOnce(context, draft)] }],
    session: { ...REPORT.with(report), ...TOLD_WORDS.with(undefined), ...PAUSE_AT.with(now + REMIND_AFTER) },
  };
}

/** The first pause reminds, the second deletes. */
async function afterPause(
  reporting: ReportingServices,
  { session, now }: TurnContext,
  draft: Draft,
): Promise<FeatureResult> {
  const began = REPORT.of(session)?.at ?? 0;
  if (now < began + KEPT_FOR.halfToldReport)
    return { replies: [STILL_THERE], session: PAUSE_AT.with(began + KEPT_FOR.halfToldReport) };
  await reporting.media.drop(draft.media, now);
  return { replies: [EXPIRED], session: NO_REPORT };
}
