import { KNOWLEDGE_THREAD } from "../features/answering/knowledge-thread.ts";
import { GATHERED, REPORT } from "../features/reporting/citizen/citizen-session.ts";
import { REPORT_THIS } from "../features/reporting/citizen/citizen-wording.ts";
import { asksSurely } from "../features/reporting/citizen/draft-questions.ts";
import { addTold } from "../features/reporting/citizen/draft-skills.ts";
import { toldLately } from "../features/reporting/citizen/gather.ts";
import { besideTold, isUnsure, orOwnAnswer, ownDeadline } from "../features/reporting/citizen/own-answers.ts";
import { openDraft } from "../features/reporting/citizen/sealed-draft.ts";
import { remindOnce } from "../features/reporting/citizen/still-waiting.ts";
import { tellOn } from "../features/reporting/citizen/tell-on.ts";
import { toldStays } from "../features/reporting/citizen/told-wording.ts";
import { besideDanger } from "../features/reporting/danger/beside-danger.ts";
import { whereWeAre } from "../features/reporting/dialogue/dialogue-wording.ts";
import type { Draft } from "../features/reporting/dialogue/draft.ts";
import type { ReportingServices } from "../features/reporting/reporting-services.ts";
import { MOST_BUTTONS, type Reply } from "../messaging/reply.ts";
import { DETECTORS, readMessage } from "../reading/read-message.ts";
import type { Feature, FeatureResult, TurnContext } from "../turn/feature.ts";
import { toldBetween } from "./told-between.ts";
import { toldWith } from "./told-with.ts";

/**
 * A feature that knows nothing of what is open: where it answers in between, one line says where we are. In a danger the
 * number stands first, in a report what is still missing stands last, and so does the offer to report what was told.
 */
export function aside(feature: Feature, reporting: ReportingServices | undefined): Feature {
  return {
    name: feature.name,
    async take(context) {
      const taken = await feature.take(context);
      const { kind } = context.inbound.content;
      const result =
        taken === null || reporting === undefined
          ? taken
          : await remindOnce(reporting, context, await orOwnAnswer(reporting, context, taken));
      if (result === null || result.replies.length === 0 || (kind !== "text" && kind !== "media"))
        return result;
      const { session } = result;
      const told = reporting === undefined ? null : await toldWith(reporting, context, result);
      if (told !== null) return told;
      if (context.matter === "danger") return besideDanger(reporting, context, result);
      if (context.matter === "filed" && reporting !== undefined)
        return afterOwn(await ownDeadline(reporting, context), result);
      if (reporting === undefined || REPORT.of({ ...session }) !== undefined) return result;
      const inDraft = context.matter === "draft";
      const draft = inDraft
        ? await openDraft(reporting.ring, context.inbound, REPORT.of(context.session))
        : await toldLately(reporting, context);
      if (draft === null) return result;
      const isLost = isUnsure(result) && !isNearest(result) && isOpen(context);
      // What nothing answers and asks nothing is told, whatever the reader takes it for; of an answered message its parts that tell.
      const piece = isLost && !asksSurely(context) ? context.utterance.clean : toldBetween(context);
      const isKept = GATHERED.of({ ...session }) !== undefined;
      const added = piece === null || isKept ? null : await addedTo(reporting, saying(context, piece), draft);
      const isAll = isLost && piece === context.utterance.clean;
      if (added !== null && isAll) return added;
      const replies = isLost ? [besideTold(draft, context.utterance.clean)] : result.replies;
      if (added !== null)
        return {
          ...result,
          replies: [...replies, ...added.replies],
          session: { ...session, ...added.session },
        };
      return { ...result, replies: inDraft ? above(replies, whereWeAre(draft)) : withOffer(replies, draft) };
    },
  };
}

/** The message as if only these of its words had been sent. */
const saying = (context: TurnContext, words: string): TurnContext => {
  const { inbound, matter, utterance } = context;
  if (words === utterance.clean || inbound.content.kind !== "text") return context;
  const reading = readMessage(words, DETECTORS, matter);
  const content = { ...inbound.content, text: words };
  return { ...context, inbound: { ...inbound, content }, utterance: reading.utterance, reading };
};

/** What belongs to what is open, though nothing could make anything of it. */
const addedTo = (
  reporting: ReportingServices,
  context: TurnContext,
  draft: Draft,
): Promise<FeatureResult | null> | null => {
  if (context.matter === "draft") return addTold(reporting, context, draft);
  const { content } = context.inbound;
  return content.kind === "text" ? tellOn(reporting, context, { kind: "text", text: content.text }) : null;
};

/** Whoever waits for a report of their own wants to know of that one; what holds for all stands below. */
function afterOwn(own: Reply | null, result: FeatureResult): FeatureResult {
  const [first, ...others] = result.replies;
  // It is what was answered already.
  if (own === null || first === undefined || first.about === own.about) return result;
  return { ...result, replies: [{ ...first, blocks: [...own.blocks, ...first.blocks] }, ...others] };
}

const isOpen = ({ matter }: TurnContext): boolean => matter === "draft" || matter === "incident";

/** The nearest that the knowledge has is said as such: better than nothing, beside a report too. */
function isNearest({ session = {} }: FeatureResult): boolean {
  const thread = KNOWLEDGE_THREAD.of(session);
  return thread !== undefined && thread.isOffered !== true;
}

/** What was told, or came with this very question, waits for its tap: the words and the button stay together. */
const withOffer = (replies: readonly Reply[], told: Draft): readonly Reply[] =>
  replies.some(({ buttons = [] }) => buttons.includes(REPORT_THIS))
    ? replies
    : above(replies, toldStays(told));

function above(replies: readonly Reply[], { blocks, buttons = [] }: Reply): readonly Reply[] {
  const last = replies.at(-1);
  if (last === undefined) return replies;
  const all = [...buttons, ...(last.buttons ?? [])].slice(0, MOST_BUTTONS);
  return [...replies.slice(0, -1), { ...last, blocks: [...last.blocks, ...blocks], buttons: all }];
}
