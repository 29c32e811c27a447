import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { nextStep } from "../../emergency/next-step.ts";
import { OPEN_DANGER, type OpenDanger, openDanger } from "../../emergency/open-danger.ts";
import { FILED, REPORT } from "../citizen/citizen-session.ts";
import { gather, toldLately } from "../citizen/gather.ts";
import { openDraft } from "../citizen/sealed-draft.ts";
import { submit } from "../citizen/submit-report.ts";
import { wordsToDuty } from "../citizen/to-duty.ts";
import type { Draft } from "../dialogue/draft.ts";
import { messageKey } from "../message-key.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { DONT_PASS, ENDED, HELD, PASS_ON, passed } from "./danger-wording.ts";

type Skill = (context: TurnContext) => Promise<FeatureResult | null>;

/** What the policy can do in an open danger. */
export type DangerSkills = Readonly<Record<"dangerNext" | "dangerPass" | "dangerHold" | "dangerEnd", Skill>>;

/** Points at which what was told goes to the desk at once, unless the person holds it back. */
const PASSES_AT: ReadonlySet<string> = new Set(["cantCall", "pass"]);
/** Less sure than this nobody's point is taken for what it seems. */
const LEAST = 0.4;

/**
 * The policy's moves in an open danger.
 * @param reporting absent where no reports are taken: then only words
 */
export function dangerSkills(reporting: ReportingServices | undefined): DangerSkills {
  return {
    dangerNext: async (context) => {
      const danger = openDanger(context.session, context.now);
      if (danger === undefined) return null;
      const [point] = context.reading.learned.points;
      const about = point !== undefined && point.p >= LEAST ? point.is : "details";
      const reply = { blocks: nextStep(danger, about) };
      const session = OPEN_DANGER.with({ ...danger, at: context.now });
      if (reporting === undefined) return { replies: [reply], session };
      const kept = await keepWords(reporting, context, danger);
      const next = { ...context, session: { ...context.session, ...kept } };
      const isPassed = danger.code !== undefined || danger.held === true;
      if (!isPassed && PASSES_AT.has(about)) return passOn(reporting, next, danger);
      return {
        replies: [isPassed ? reply : { ...reply, buttons: [PASS_ON] }],
        session: { ...kept, ...session },
      };
    },
    dangerPass: async (context) => {
      const danger = openDanger(context.session, context.now);
      if (danger === undefined || reporting === undefined) return null;
      return passOn(reporting, context, danger);
    },
    dangerHold: async (context) => {
      const danger = openDanger(context.session, context.now);
      if (danger === undefined) return null;
      if (reporting !== undefined && danger.code !== undefined)
        await withdraw(reporting, context, danger.code);
      return {
        replies: [{ ...HELD, blocks: [...HELD.blocks] }],
        session: OPEN_DANGER.with({ ...danger, at: context.now, held: true }),
      };
    },
    dangerEnd: async ({ session }) => ({
      replies: [ENDED],
      session: { ...OPEN_DANGER.with(undefined), ...(REPORT.of(session) === undefined ? {} : {}) },
    }),
  };
}

/** What was told of the danger: the open report, or what was told without one. */
async function wordsOf(reporting: ReportingServices, context: TurnContext): Promise<Draft | null> {
  const draft = await openDraft(reporting.ring, context.inbound, REPORT.of(context.session));
  return draft ?? toldLately(reporting, context);
}

/** The words of this message join what was told, or the case that was made of it. */
async function keepWords(reporting: ReportingServices, context: TurnContext, { code }: OpenDanger) {
  const { inbound, now } = context;
  const { content } = inbound;
  if (content.kind !== "text") return {};
  if (code === undefined)
    return (await gather(reporting, context, { kind: "text", text: content.text })).session;
  await wordsToDuty(
    reporting.book,
    { text: content.text, asked: new Set(), danger: true },
    { code, reporter: inbound, media: [], at: now, key: messageKey(inbound) },
  );
  await reporting.carry();
  return {};
}

async function passOn(
  reporting: ReportingServices,
  context: TurnContext,
  danger: OpenDanger,
): Promise<FeatureResult> {
  const told = await wordsOf(reporting, context);
  if (danger.code !== undefined || told === null)
    return { replies: [{ blocks: nextStep(danger, "details") }] };
  const done = await submit(reporting, context, { ...told, danger: true });
  const code = FILED.of({ ...done.session })?.code;
  if (code === undefined) return done;
  return {
    ...done,
    replies: [passed(danger, code)],
    session: { ...done.session, ...OPEN_DANGER.with({ ...danger, at: context.now, code }) },
  };
}

async function withdraw({ book, carry }: ReportingServices, { inbound, now }: TurnContext, code: string) {
  await wordsToDuty(
    book,
    { text: "", asked: new Set(), danger: true, lead: DONT_PASS.note },
    { code, reporter: inbound, media: [], at: now, key: messageKey(inbound) },
  );
  await carry();
}
