import { readReportCode, withoutReportCodes } from "../../../language/report-code.ts";
import { readUtterance } from "../../../language/utterance.ts";
import { wordsOf } from "../../../messaging/words.ts";
import { KEPT_FOR } from "../../../platform/retention.ts";
import type { IncidentId } from "../../../reader/names/incident.ts";
import type { Feature, FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { merged, PAUSE_AT } from "../../../turn/session.ts";
import { areApart } from "../../incidents/incident-kin.ts";
import { besidesIn, givesUpReport, isHold, isOnlyGivenUp, wantsBack } from "../dialogue/besides.ts";
import { oneByOne } from "../dialogue/choice-wording.ts";
import { readChoice } from "../dialogue/choose.ts";
import { answer, applyIntent, beginDraft, choose, type Progress, withBesides } from "../dialogue/dialogue.ts";
import { EXPIRED, NOTHING_KEPT, SEND_NOW, STILL_THERE } from "../dialogue/dialogue-wording.ts";
import { type Draft, EMPTY_DRAFT } from "../dialogue/draft.ts";
import { isPlainYes, readIntent } from "../dialogue/intents.ts";
import { putsRight } from "../dialogue/plain-correction.ts";
import { screenDraft } from "../dialogue/screen-draft.ts";
import { isPlainSlot } from "../dialogue/slots.ts";
import { canSubmit } from "../dialogue/steps.ts";
import { FILE_LIMITS } from "../report.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { readBegin } from "./begin.ts";
import { caseSkills } from "./case-skills.ts";
import { nothingToCancel } from "./case-wording.ts";
import { filedLately, GATHERED, NO_REPORT, PARKED, REPORT } from "./citizen-session.ts";
import { does, questionIn } from "./draft-questions.ts";
import { applyRequest, putRight, show } from "./draft-requests.ts";
import { addTold } from "./draft-skills.ts";
import { erase, FOLLOW_UPS, followUpFor } from "./follow-up.ts";
import { gather, park, toldLately } from "./gather.ts";
import { joinDrafts } from "./join-drafts.ts";
import { keep, refuse } from "./keep-report.ts";
import { notTaken } from "./not-taken.ts";
import { addToReport } from "./open-report.ts";
import { readReportWish } from "./report-wish.ts";
import { asksWhetherSent, saysWithdraw } from "./reporter-asks.ts";
import { keepDraft, openDraft } from "./sealed-draft.ts";
import { takeShown } from "./take-shown.ts";
import { answerToDuty } from "./talk.ts";
import { decideTalkFiles } from "./talk-files.ts";
import { tellsPlainly } from "./tells-plainly.ts";
import { asReport, doWithTold, dropOldTold, nothingToSend } from "./told.ts";
import { readToldWish } from "./told-words.ts";

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
        return draft === null ? dropOldTold(reporting, context) : afterPause(reporting, context, draft);
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

/** "/baocao …", its words and buttons. Continues an open report; with new words a new one begins. */
async function begin(
  reporting: ReportingServices,
  context: TurnContext,
  draft: Draft | null,
): Promise<FeatureResult | null> {
  const { inbound, utterance, reading, now } = context;
  if (inbound.content.kind !== "text" && inbound.content.kind !== "media") return null;
  const isText = inbound.content.kind === "text";
  const wish = isText ? readToldWish(utterance) : null;
  // "Gửi tin này" means what waits for its tap, else the report that is open.
  if (wish === "report" && draft !== null && !isTold(context) && readIntent(utterance) === "send")
    return applyRequest(reporting, context, draft, "send");
  if (wish !== null && (wish === "report" || wish === "before" || isTold(context)))
    return doWithTold(reporting, context, wish, draft);
  const words = readBegin(wordsOf(inbound.content), utterance);
  if (words === null) return draft === null && isText ? wished(reporting, context) : null;
  if (words === "" && isText && isTold(context)) return doWithTold(reporting, context, "report", draft);
  // "Gửi tin" begins one, and sends the one that is open.
  if (draft !== null && words === "" && isText)
    return readIntent(utterance) === "send"
      ? applyRequest(reporting, context, draft, "send")
      : keep(reporting, context, { draft, notes: [] });
  const refusal = words === "" ? null : notTaken(reading);
  if (refusal !== null) return draft === null ? { replies: [refusal] } : refuse(draft, refusal);
  const begun = beginDraft(words, now, inbound.messageId);
  await reporting.media.drop(draft?.media ?? [], now);
  const progress = isText ? begun : await withFiles(reporting, context, begun);
  const told = draft === null ? await toldLately(reporting, context) : null;
  if (told !== null && !areApart(told.category as IncidentId, progress.draft.category as IncidentId))
    return keep(reporting, context, { ...progress, draft: asReport(joinDrafts(told, progress.draft)) });
  const { session: aside } = await park(reporting, context);
  const kept = await keep(reporting, context, progress);
  return { ...kept, session: { ...aside, ...kept.session } };
}

/** The wish to report in words that aren't a command: what they tell besides joins what was told. */
async function wished(reporting: ReportingServices, context: TurnContext): Promise<FeatureResult | null> {
  const wish = readReportWish(wordsOf(context.inbound.content));
  if (wish === null || context.reading.danger !== null || context.asked !== undefined) return null;
  const { rest } = wish;
  if (!isTold(context))
    return rest === "" ? keep(reporting, context, { draft: EMPTY_DRAFT, notes: [] }) : null;
  const told = rest === "" ? {} : (await gather(reporting, context, { kind: "text", text: rest })).session;
  const report = await doWithTold(
    reporting,
    { ...context, session: merged(context.session, told) },
    "report",
  );
  return { ...report, session: { ...told, ...report.session } };
}

/** True where something told waits for its tap. */
const isTold = ({ session }: TurnContext): boolean =>
  (GATHERED.of(session) ?? PARKED.of(session)) !== undefined;

async function withFiles(
  reporting: ReportingServices,
  { inbound, now }: TurnContext,
  { draft, notes }: Progress,
): Promise<Progress> {
  const files = await reporting.media.keepAll(inbound, { by: "citizen", now, room: FILE_LIMITS.files });
  const shown = answer(draft, { kind: "media", ...files }, now);
  return { draft: shown.draft, notes: [...notes, ...shown.notes] };
}

async function followUp(reporting: ReportingServices, context: TurnContext): Promise<FeatureResult | null> {
  const { utterance, inbound } = context;
  if (inbound.content.kind !== "text") return null;
  const typed = inbound.content.text.trim();
  // A typed number stands for the command that was offered under it.
  const meant = typed.startsWith("/") ? typed : utterance.clean;
  const [, command = "", argument = ""] = COMMAND.exec(meant) ?? [];
  const known = command === "" ? followUpFor(utterance) : FOLLOW_UPS[command.toLowerCase()];
  if (known !== undefined) return known(reporting, context, argument);
  const reading = readReportCode(utterance.clean);
  const isOnlyCode =
    reading.kind !== "none" && command === "" && !/\p{L}/u.test(withoutReportCodes(utterance.clean));
  return isOnlyCode ? (FOLLOW_UPS["/tracuu"]?.(reporting, context, utterance.clean) ?? null) : null;
}

/** What needs no reading: the words of our own buttons, files and places. All other words are the policy's. */
async function continueReport(
  reporting: ReportingServices,
  context: TurnContext,
  draft: Draft | null,
): Promise<FeatureResult | null> {
  const { inbound, utterance, session } = context;
  const { content } = inbound;
  const intent = content.kind === "text" ? readIntent(utterance) : null;
  if (draft === null) {
    if (REPORT.of(session) !== undefined) return { replies: [EXPIRED], session: NO_REPORT };
    if (intent === "send" && isTold(context)) return plainly(doWithTold(reporting, context, "send"));
    if (intent === "send" && utterance.clean.length < 20) return nothingToSend(context);
    // It is shown as it would go: nothing is sent, and nothing deleted.
    if (isTold(context) && (isHold(utterance) || wantsBack(utterance)))
      return doWithTold(reporting, context, "send");
    const isGivenUp =
      intent === "cancel" || (content.kind === "text" && givesUpReport(content.text, "other"));
    if (isGivenUp && !isTold(context) && context.matter !== "danger" && context.reading.danger === null)
      return plainly({ replies: [nothingToCancel(filedLately(session, context.now))] });
    // "Có rút lại tin được không, em sợ lắm": whatever the reader takes it for.
    if (context.matter === "filed" && saysWithdraw(utterance) && context.reading.danger === null)
      return caseSkills(reporting).caseWithdraw(context);
    if (wantsBack(utterance) && filedLately(session, context.now) === undefined)
      return { replies: [NOTHING_KEPT] };
    return takeShown(reporting, context);
  }
  if (content.kind !== "text") return addToReport(reporting, context, draft);
  const chosen = await takeChoice(reporting, context, draft, content.text);
  if (chosen !== null) return chosen;
  if (intent !== null) return plainly(applyRequest(reporting, context, draft, intent));
  const besides = content.tapped === true ? null : await takeBesides(reporting, context, draft, content.text);
  if (besides !== null) return besides;
  if (context.matter === "draft" && content.tapped !== true) {
    // What is plain by its form, whatever else the reader takes it for.
    if (draft.step === "summary" && questionIn(session) === undefined && isPlainYes(utterance))
      return applyRequest(reporting, context, draft, "send");
    if (draft.pending === undefined && isPlainSlot(draft, content.text, context.now))
      return addToReport(reporting, context, draft);
    if (putsRight(draft, content.text, context.now)) return putRight(reporting, context, draft, null);
    if (tellsPlainly(context, draft, content.text)) return addTold(reporting, context, draft);
  }
  // A danger is open, and what was asked is whether to send what is told of it.
  const isAskedNow = context.matter === "danger" && draft.nudged === true && questionIn(session) === "resume";
  return isAskedNow && does(context, "yes", "send") ? applyRequest(reporting, context, draft, "send") : null;
}

/** The message is one of our own wishes and nothing else: nobody is in danger by it. */
const plainly = async (result: FeatureResult | Promise<FeatureResult>): Promise<FeatureResult> => ({
  ...(await result),
  unmistaken: true,
});

/** "Khoan", "xem lại", "không có ảnh", "đừng nêu tên em": none of it tells what happened. */
async function takeBesides(
  reporting: ReportingServices,
  context: TurnContext,
  draft: Draft,
  typed: string,
): Promise<FeatureResult | null> {
  const { utterance, matter } = context;
  if (matter !== "draft") return null;
  if (isHold(utterance) || asksWhetherSent(utterance)) return show(reporting, context, draft, ["on_hold"]);
  if (wantsBack(utterance)) return show(reporting, context, draft);
  if (givesUpReport(typed, draft.category)) {
    const ended = applyRequest(reporting, context, draft, "cancel");
    return isOnlyGivenUp(utterance) ? plainly(ended) : ended;
  }
  const besides = besidesIn(typed);
  if (besides.rest === typed) return null;
  const { draft: next, notes } = withBesides(draft, besides);
  if (besides.sends === true) return applyRequest(reporting, context, next, "send");
  if (besides.rest === "") {
    // Whoever has no photos at the last question has no more to tell.
    const on = next.step === "details" ? applyIntent(next, "skip", context.now) : next;
    return keep(reporting, context, { draft: on, notes }, draft);
  }
  const intent = readIntent(readUtterance(besides.rest));
  return intent === null
    ? addTold(reporting, context, draft)
    : applyRequest(reporting, context, next, intent);
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

/** The first pause reminds, the second deletes. */
async function afterPause(
  { ring, media }: ReportingServices,
  { inbound, session, now }: TurnContext,
  draft: Draft,
): Promise<FeatureResult> {
  const began = REPORT.of(session)?.at ?? 0;
  if (now >= began + KEPT_FOR.halfToldReport) {
    await media.drop(draft.media, now);
    return { replies: [EXPIRED], session: NO_REPORT };
  }
  const pause = PAUSE_AT.with(began + KEPT_FOR.halfToldReport);
  if (!draft.danger || draft.nudged === true || !canSubmit(draft))
    return { replies: [STILL_THERE], session: pause };
  const nudged = await keepDraft(ring, inbound, { ...draft, nudged: true }, began);
  return { replies: [SEND_NOW], session: { ...REPORT.with(nudged), ...pause } };
}
