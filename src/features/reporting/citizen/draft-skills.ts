import { asksPlainly, opensAsking } from "../../../language/asks.ts";
import { partsOf } from "../../../language/pattern-book.ts";
import { readUtterance } from "../../../language/utterance.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { saysHold } from "../dialogue/besides.ts";
import { answer } from "../dialogue/dialogue.ts";
import { ask, EXPIRED } from "../dialogue/dialogue-wording.ts";
import { type Draft, EMPTY_DRAFT } from "../dialogue/draft.ts";
import { appended } from "../dialogue/fill.ts";
import { isPlainYes, readIntent, saysSend } from "../dialogue/intents.ts";
import { isEmpty } from "../dialogue/steps.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { asksSomething } from "./begin.ts";
import { NO_REPORT, REPORT } from "./citizen-session.ts";
import { aboutOf, isAsked, mayAsk, questionIn } from "./draft-questions.ts";
import { applyRequest, putRight, show } from "./draft-requests.ts";
import { keep, refuse } from "./keep-report.ts";
import { notTaken } from "./not-taken.ts";
import { addToReport } from "./open-report.ts";
import { askWhose, isOtherWrong } from "./other-wrong.ts";
import { openDraft } from "./sealed-draft.ts";

type DraftSkill = (context: TurnContext) => Promise<FeatureResult | null>;
type OnDraft = (context: TurnContext, draft: Draft) => Promise<FeatureResult | null>;

/** What the policy can do with an open report. */
export type DraftSkills = Readonly<
  Record<
    "draftAdd" | "draftSend" | "draftCancel" | "draftEdit" | "draftYes" | "draftNo" | "draftRefuse",
    DraftSkill
  >
>;

/** The policy's moves on the open report; null where none is open after all. */
export function draftSkills(reporting: ReportingServices): DraftSkills {
  const onDraft =
    (work: OnDraft): DraftSkill =>
    async (context) => {
      const kept = REPORT.of(context.session);
      if (kept === undefined) return null;
      const draft = await openDraft(reporting.ring, context.inbound, kept);
      return draft === null ? { replies: [EXPIRED], session: NO_REPORT } : work(context, draft);
    };
  return {
    draftAdd: onDraft((context, draft) => addTold(reporting, context, draft)),
    draftSend: onDraft((context, draft) => sendOrYes(reporting, context, draft)),
    draftCancel: onDraft((context, draft) => applyRequest(reporting, context, draft, "cancel")),
    draftEdit: onDraft(async (context, draft) => {
      if (asksAndSends(context)) return show(reporting, context, draft);
      // "Mình không phải người nhà thì báo có được không?" puts nothing right.
      return context.utterance.clean.endsWith("?") && isAsked(context)
        ? null
        : putRight(reporting, context, draft);
    }),
    draftYes: onDraft((context, draft) => yes(reporting, context, draft)),
    draftNo: onDraft((context, draft) => no(reporting, context, draft)),
    // What is refused for another reason than that it is told here, the boundary's own words refuse.
    draftRefuse: onDraft(async ({ reading }, draft) => {
      const refusal = notTaken(reading);
      return refusal === null ? null : refuse(draft, refusal);
    }),
  };
}

/** Takes what is told: refused at once where it can't be taken, asked about where it may be another wrong. */
export async function addTold(
  reporting: ReportingServices,
  context: TurnContext,
  draft: Draft,
): Promise<FeatureResult | null> {
  const { content } = context.inbound;
  if (content.kind !== "text" || context.reading.danger !== null)
    return addToReport(reporting, context, draft);
  // As likely a question as a piece: whoever asks wants an answer, and their words aren't the report's.
  if ((asksSomething(content.text) && mayAsk(context)) || opensAsking(context.utterance)) return null;
  // "Bấm nút này phải không, gửi nhé": who wants it sent and isn't sure sees what will go, and how.
  if (asksAndSends(context)) return show(reporting, context, draft);
  const refusal = notTaken(context.reading);
  if (refusal !== null) return refuse(draft, refusal);
  // Whoever begins to tell it again has answered.
  if (questionIn(context.session) === "restart") {
    await reporting.media.drop(draft.media, context.now);
    const { text } = content;
    return keep(reporting, context, answer(EMPTY_DRAFT, { kind: "text", text }, context.now));
  }
  // What was asked about isn't answered yet, and is told on.
  if (draft.pending !== undefined)
    return askWhose(reporting, context, draft, appended(draft.pending, content.text));
  if (isOtherWrong(context, draft)) return askWhose(reporting, context, draft, content.text);
  return addToReport(reporting, context, draft);
}

/** Nothing but a question and a plain "gửi". */
function asksAndSends({ inbound: { content } }: TurnContext): boolean {
  const parts = partsOf(content.kind === "text" ? content.text : "")
    .map(readUtterance)
    .filter(({ words }) => words.length > 0);
  const rest = parts.filter((part) => readIntent(part) !== "send");
  return rest.length > 0 && rest.length < parts.length && rest.every(asksPlainly);
}

/** With fewer words nothing is told by "tôi muốn trình báo …". */
const TELLS = 4;

/** "Ok" at a question sends nothing, "tôi muốn trình báo mất đồ" at the first one tells, and nothing goes by a guess. */
async function sendOrYes(
  reporting: ReportingServices,
  context: TurnContext,
  draft: Draft,
): Promise<FeatureResult | null> {
  const { utterance, session } = context;
  if (saysHold(utterance)) return show(reporting, context, draft, ["on_hold"]);
  if (asksAndSends(context)) return show(reporting, context, draft);
  if (isEmpty(draft) && utterance.words.length >= TELLS) return addTold(reporting, context, draft);
  if (!saysSend(utterance) && (draft.step !== "summary" || questionIn(session) !== undefined))
    return yes(reporting, context, draft);
  if (!saysSend(utterance) && !isPlainYes(utterance)) return { replies: [ask(draft)] };
  return applyRequest(reporting, context, draft, "send");
}

/** A yes to what was asked last. At a question for place or time it answers nothing. */
async function yes(
  reporting: ReportingServices,
  context: TurnContext,
  draft: Draft,
): Promise<FeatureResult | null> {
  const question = questionIn(context.session);
  if (question === "resume" && draft.nudged === true) return applyRequest(reporting, context, draft, "send");
  if (question !== undefined) return applyRequest(reporting, context, draft, question);
  switch (draft.step) {
    case "summary":
      return applyRequest(reporting, context, draft, "send");
    // "Có" answers whether anybody is hurt; "ok" doesn't.
    case "details":
      return context.utterance.folded.includes("co")
        ? addToReport(reporting, context, draft)
        : { replies: [ask(draft)] };
    default:
      return { replies: [ask(draft)] };
  }
}

async function no(
  reporting: ReportingServices,
  context: TurnContext,
  draft: Draft,
): Promise<FeatureResult | null> {
  switch (questionIn(context.session)) {
    case "delete":
    case "restart":
      return applyRequest(reporting, context, draft, "keep");
    case "join":
      return applyRequest(reporting, context, draft, "apart");
    case "resume":
      return applyRequest(reporting, context, draft, "cancel");
    case undefined:
      if (draft.step !== "summary") return applyRequest(reporting, context, draft, "skip");
      return aboutOf(context) === undefined
        ? applyRequest(reporting, context, draft, "edit")
        : putRight(reporting, context, draft);
  }
}
