import type { Block, Reply } from "../../../messaging/reply.ts";
import { text } from "../../../messaging/reply.ts";
import { MINUTE } from "../../../platform/time.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { PAUSE_AT } from "../../../turn/session.ts";
import { answer, type Input, type Progress } from "../dialogue/dialogue.ts";
import {
  ask,
  filesTaken,
  lostForCitizen,
  NO_IDENTITY_PAPERS,
  noteBlocks,
  whereWeAre,
} from "../dialogue/dialogue-wording.ts";
import { type Draft, EMPTY_DRAFT } from "../dialogue/draft.ts";
import { takeEdit } from "../dialogue/edited.ts";
import { consentQuestion } from "../dialogue/file-consent.ts";
import { readIntent } from "../dialogue/intents.ts";
import { offersIdentityPaper } from "../dialogue/protect.ts";
import { isEmpty } from "../dialogue/steps.ts";
import { undecided } from "../media/telling-files.ts";
import { beforeReport } from "../readers/readers-wording.ts";
import { FILE_LIMITS } from "../report.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { readBegin } from "./begin.ts";
import { GATHERED, NO_REPORT, REPORT } from "./citizen-session.ts";
import { addedPart } from "./draft-questions.ts";
import { notTaken } from "./not-taken.ts";
import { joined } from "./other-wrong.ts";
import { keepDraft } from "./sealed-draft.ts";

/** The citizen is reminded of an unfinished report once; after a day it is deleted. */
const REMIND_AFTER = 20 * MINUTE;

/** An urgent one is asked about before two minutes are over. */
const SEND_NOW_AFTER = 1.5 * MINUTE;

/** When somebody falls silent over this report, they are reminded after so long. */
const reminderOf = ({ danger, nudged }: Draft): number =>
  danger && nudged !== true ? SEND_NOW_AFTER : REMIND_AFTER;

/** Adds what a message tells or shows to the open report, and asks the next question; null where it says nothing. */
export async function addToReport(
  reporting: ReportingServices,
  context: TurnContext,
  before: Draft,
): Promise<FeatureResult | null> {
  if (context.inbound.content.kind === "edited") return takeEdited(reporting, context, before);
  const input = await inputOf(reporting, context, before.media.length);
  if (input === null) return null;
  if (input === "identity_paper") return { replies: [NO_IDENTITY_PAPERS, ask(before)] };
  // Whoever goes on telling has answered that it belongs here.
  const draft = joined(before, context.now);
  const { messageId } = context.inbound;
  const named = input.kind === "text" && messageId !== undefined ? { ...input, id: messageId } : input;
  const progress = answer(draft, named, context.now, addedPart(context));
  if (input.kind !== "media") return keep(reporting, context, progress, draft);
  return takeFiles(reporting, context, draft, progress);
}

/** An edit: read anew. One that changes nothing, and one of a command or a button's words, is none. */
async function takeEdited(
  reporting: ReportingServices,
  context: TurnContext,
  draft: Draft,
): Promise<FeatureResult> {
  const { inbound, utterance, reading, now } = context;
  const { text: typed } = inbound.content as { readonly text: string };
  const nothing: FeatureResult = { replies: [], outcome: "ignored" };
  const words = readBegin(typed, utterance) ?? typed;
  if (words.trim() === "" || words.trim().startsWith("/") || readIntent(utterance) !== null) return nothing;
  const refusal = notTaken(reading);
  if (refusal !== null) return refuse(draft, refusal);
  const progress = takeEdit(draft, words, now, addedPart(context), inbound.messageId);
  return progress === null ? nothing : keep(reporting, context, progress, draft);
}

/** What can't be taken is said at once. What was told before stays; a report of nothing else ends. */
export function refuse(draft: Draft, refusal: Reply): FeatureResult {
  if (isEmpty(draft)) return { replies: [refusal], session: NO_REPORT };
  const { blocks, buttons = [] } = whereWeAre(draft);
  return { replies: [{ ...refusal, blocks: [...refusal.blocks, ...blocks], buttons }] };
}

/** What a message tells or shows; its files are fetched. Null where it says nothing. */
export async function inputOf(
  reporting: Pick<ReportingServices, "media">,
  { inbound, utterance, now }: TurnContext,
  filesBefore: number,
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
      const room = FILE_LIMITS.files - filesBefore;
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
export async function keep(
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
    session: {
      ...REPORT.with(report),
      ...GATHERED.with(undefined),
      ...PAUSE_AT.with(now + reminderOf(draft)),
    },
  };
}
