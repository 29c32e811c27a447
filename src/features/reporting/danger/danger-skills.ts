import { PatternBook } from "../../../language/pattern-book.ts";
import { type Block, beforeSources, strong, text } from "../../../messaging/reply.ts";
import type { Act } from "../../../reader/names/act.ts";
import { chanceOf } from "../../../reader/names/likely.ts";
import type { FeatureResult, Skill, TurnContext } from "../../../turn/feature.ts";
import { callLine, groupOf, isHeld, nextStep } from "../../emergency/next/next-step.ts";
import { OPEN_DANGER, type OpenDanger, openDanger } from "../../emergency/open-danger.ts";
import { GATHERED, REPORT } from "../citizen/citizen-session.ts";
import { REPORT_THIS } from "../citizen/citizen-wording.ts";
import { openDraft } from "../citizen/sealed-draft.ts";
import { whereWeAre } from "../dialogue/dialogue-wording.ts";
import type { ReportingServices } from "../reporting-services.ts";
import {
  endedOf,
  HAS_IT,
  HELD_AFTER,
  HELD_BEFORE,
  IS_IT_OVER,
  NOT_SENT,
  NOTES,
  PASS_ON,
} from "./danger-wording.ts";
import { goOn } from "./go-on.ts";
import { asksOn, type Heard, hear } from "./hear.ts";
import { goesOn, namesEnd } from "./over.ts";
import { passOn, tellDesk } from "./pass-on.ts";
import SHORT_WORDS from "./short-words.json" with { type: "json" };

/** From here on something ends, is held back or goes to the desk; less sure, the danger goes on. */
const SURELY = 0.6;

const REFUSES = new PatternBook(SHORT_WORDS.refuses);

/** What the policy can do in an open danger. */
export type DangerSkills = Readonly<Record<"dangerNext" | "dangerPass" | "dangerHold" | "dangerEnd", Skill>>;

/**
 * The policy's moves in an open danger. The number stands in the first line of each answer, whatever becomes of the rest.
 * @param reporting absent where no reports are taken: then only words
 */
export function dangerSkills(reporting: ReportingServices | undefined): DangerSkills {
  const inDanger =
    (work: (context: TurnContext, danger: OpenDanger) => Promise<FeatureResult>): Skill =>
    async (context) => {
      const danger = openDanger(context.session, context.now);
      if (danger === undefined) return null;
      return work(context, danger).catch(() => ({ replies: [{ blocks: nextStep(danger, "details") }] }));
    };
  const next = (change: (heard: Heard, isSure: (...acts: Act[]) => boolean) => Heard) =>
    inDanger((context, danger) => {
      const heard = hear(context, danger);
      if (heard.answer === "no" && danger.asked === "pass") return hold(reporting, context, danger);
      const isSure = (...acts: Act[]) => chanceOf(context.reading.learned.acts, ...acts) >= SURELY;
      return goOn(reporting, context, danger, change(heard, isSure));
    });
  return {
    dangerNext: next((heard) => heard),
    // Asked in words: they are kept and go with the rest.
    dangerPass: next((heard, isSure) => (isSure("send", "human") ? asked(heard) : heard)),
    // "Báo lại cho biết thôi" may be read as giving up: only words of refusal hold it.
    dangerHold: inDanger((context, danger) => {
      const { utterance, reading } = context;
      const isSure = chanceOf(reading.learned.acts, "cancel") >= SURELY && REFUSES.has(utterance);
      return isSure && !asksOn(utterance)
        ? hold(reporting, context, danger)
        : goOn(reporting, context, danger, hear(context, danger));
    }),
    // "Tìm thấy bé rồi" and "nó về rồi" read like an end and may be the worst news: only its words end it, which are asked for.
    dangerEnd: inDanger(async (context, danger) => {
      const heard = hear(context, danger);
      if (heard.isOver && namesEnd(context.utterance) && !asksOn(context.utterance))
        return end(reporting, context, danger);
      // What was told has a step of its own, with the words that end it where it is over for now.
      if (heard.events.length > 0) return goOn(reporting, context, danger, heard);
      // Helpers are there, or who hid has come out: a step of before would send them back into it. The words that end it are no
      // button: a digit, or an old one, may be meant for something else.
      const isLeft = isSettled(context) && (danger.silent === true || heard.isSilent || !heard.isOver);
      if (isLeft) {
        const blocks = [strong(callLine(danger, "still")), IS_IT_OVER];
        return goOn(reporting, context, danger, { ...heard, isSilent: false }, { blocks });
      }
      const result = await goOn(reporting, context, danger, heard);
      return heard.isOver && danger.silent !== true && !tellsOn(context, danger) ? asking(result) : result;
    }),
  };
}

/** So surely it speaks of the harm itself, whatever it sounds like: "cãi nhau xong anh ấy uống nửa chai". */
const OF_HARM = 0.8;

const tellsOn = ({ reading: { learned } }: TurnContext, { kind }: OpenDanger): boolean =>
  // "Nó về rồi": whoever holds them is back.
  isHeld(kind) ||
  (groupOf(kind) === "body" && learned.kinds[0]?.is === kind && learned.kinds[0].p >= OF_HARM);

/** So surely it ends, though helpers' coming alone is none. */
const SETTLED = 0.9;

const isSettled = ({ utterance, reading: { learned } }: TurnContext): boolean =>
  chanceOf(learned.acts, "settled") >= SETTLED &&
  !goesOn(utterance) &&
  !asksOn(utterance) &&
  learned.points[0]?.is !== "people";

/** Below the step: the words that end it. */
function asking({ replies: [first, ...others], ...result }: FeatureResult): FeatureResult {
  if (first === undefined) return { ...result, replies: [] };
  const blocks = beforeSources(first.blocks, IS_IT_OVER);
  return { ...result, replies: [{ ...first, blocks }, ...others] };
}

/** Who asks for a person, or says "chuyển đi". */
const asked = ({ answer: _, ...heard }: Heard): Heard => ({
  ...heard,
  row: "pass",
  isEmpty: false,
  asksToPass: true,
});

/** By the button: nothing was told with it. @param asSeen see `passOn` */
export async function passNow(
  reporting: ReportingServices | undefined,
  context: TurnContext,
  danger: OpenDanger,
  asSeen = false,
): Promise<FeatureResult> {
  if (reporting === undefined || (danger.code !== undefined && danger.held !== true)) {
    const [lead, ...others] = nextStep(danger, "pass");
    const has = danger.code === undefined ? [] : [HAS_IT(danger.code)];
    return {
      replies: [{ blocks: [...(lead === undefined ? [] : [lead]), ...has, ...others] }],
      session: OPEN_DANGER.with({ ...danger, at: context.now }),
    };
  }
  return passOn(reporting, context, { ...danger, at: context.now }, { asSeen });
}

/** Nothing is passed on any more; the desk hears it where something was. */
export async function hold(
  reporting: ReportingServices | undefined,
  context: TurnContext,
  danger: OpenDanger,
): Promise<FeatureResult> {
  const { asked: _, code, held, ...rest } = danger;
  const wasPassed = code !== undefined;
  if (reporting !== undefined && wasPassed && held !== true)
    await tellDesk(reporting, context, code, NOTES.takenBack);
  const words = reporting === undefined ? [] : [wasPassed ? HELD_AFTER : HELD_BEFORE];
  return {
    replies: [
      {
        blocks: [strong(callLine(danger)), ...(words.length === 0 ? afterLead(danger) : words)],
        ...(reporting !== undefined && { buttons: [PASS_ON] }),
      },
    ],
    session: OPEN_DANGER.with({ ...rest, ...(wasPassed && { code }), at: context.now, held: true }),
  };
}

const afterLead = (danger: OpenDanger): Block[] => nextStep(danger, "details").slice(1);

/** All is well: the desk hears it where it has a case; what is still unsent is said. @param answer what was asked with it */
export async function end(
  reporting: ReportingServices | undefined,
  context: TurnContext,
  danger: OpenDanger,
  answer?: string,
): Promise<FeatureResult> {
  const { inbound, session } = context;
  const answered = answer === undefined ? [] : [text(answer)];
  const blocks: Block[] = [strong(callLine(danger, "still")), endedOf(danger.kind), ...answered];
  const closed = OPEN_DANGER.with(undefined);
  if (reporting === undefined) return { replies: [{ blocks }], session: closed };
  if (danger.code !== undefined && danger.held !== true && inbound.content.kind === "text")
    await tellDesk(reporting, context, danger.code, NOTES.ended, inbound.content.text);
  const draft = await openDraft(reporting.ring, inbound, REPORT.of(session));
  if (draft !== null) {
    const { blocks: where, buttons = [] } = whereWeAre(draft);
    return { replies: [{ blocks: [...blocks, ...where], buttons }], session: closed };
  }
  if (GATHERED.of(session) === undefined) return { replies: [{ blocks }], session: closed };
  return { replies: [{ blocks: [...blocks, NOT_SENT], buttons: [REPORT_THIS] }], session: closed };
}
