import type { IncidentId } from "../../../reader/names/incident.ts";
import { chanceOf } from "../../../reader/names/likely.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { areApart } from "../../incidents/incident-kin.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { asksPlainly, hasQuestion } from "./asks.ts";
import { addUnsent, offerWords } from "./case-offer.ts";
import { passedBefore, whenTheyAnswer } from "./case-wording.ts";
import { CANT_PASS_ON, ownReports, statusReply } from "./citizen-wording.ts";
import { lookUp } from "./follow-up.ts";
import { readReporterAsk } from "./reporter-asks.ts";
import { type Said, sayToCase } from "./say-to-case.ts";
import { nothingToSend } from "./told.ts";
import { goesAlong, openUnsent } from "./unsent.ts";
import { namedCase, namesCase, type WhichCase, whichCase } from "./which-case.ts";
import { askToWithdraw } from "./withdraw-case.ts";

type Skill = (context: TurnContext) => Promise<FeatureResult | null>;

/** What the policy can do with a report that was sent. */
export type CaseSkills = Readonly<
  Record<
    | "caseAdd"
    | "caseSent"
    | "caseOffer"
    | "caseCorrect"
    | "caseWithdraw"
    | "caseStatus"
    | "caseOfficer"
    | "caseSettled",
    Skill
  >
>;

/** What sounds like a new story and may as well be more of the last one is. */
const WELL_MORE = 0.2;

/** So sure the reader must be that words are more of a report before they go to it without a tap. */
const SURELY_MORE = 0.8;

const isSurely = ({ reading }: TurnContext): boolean =>
  chanceOf(reading.learned.acts, "more", "edit", "tell", "danger", "aid") >= SURELY_MORE;

/** A question is answered by the others. Its words are kept for a tap, where they may be more of the report too. */
async function thenAnswer(
  reporting: ReportingServices,
  context: TurnContext,
  which: Extract<WhichCase, { kind: "own" | "several" }>,
): Promise<FeatureResult | null> {
  const { content } = context.inbound;
  if (content.kind !== "text" || isShort(context)) return null;
  const codes = which.kind === "own" ? [which.code] : which.own.map(({ code }) => code);
  const { session } = await offerWords(reporting, context, { codes, words: content.text, lead: "" });
  return { replies: [], goesOn: true, ...(session !== undefined && { session }) };
}
/** With fewer words a question tells nothing. */
const TELLS = 6;
const isShort = ({ utterance }: TurnContext): boolean => utterance.words.length < TELLS;

/** True where the wrong that is told can't well be more of the report. */
async function isOfAnotherKind(
  { book }: Pick<ReportingServices, "book">,
  { reading: { incident, learned } }: TurnContext,
  which: WhichCase,
): Promise<boolean> {
  if (which.kind !== "own" || incident === null || chanceOf(learned.acts, "tell") < MOSTLY) return false;
  const report = await book.get(which.code);
  return report !== null && areApart(incident, report.category as IncidentId);
}
const MOSTLY = 0.5;

/** What the handlers read before the citizen's own words. */
const LEADS = {
  caseAdd: "",
  caseCorrect: "Người báo sửa lại: ",
  caseOfficer: "Người báo muốn nói chuyện với cán bộ: ",
  caseSettled: "Người báo cho biết việc đã yên: ",
} as const;

/** The policy's moves on the report that a message names, or that was spoken of last; null where there is none. */
export function caseSkills(reporting: ReportingServices): CaseSkills {
  const say =
    (lead: string, more?: (now: number) => Said["more"]): Skill =>
    async (context) => {
      const { content } = context.inbound;
      if (content.kind !== "text") return null;
      const which = await whichCase(reporting, context);
      if (which.kind === "none") return null;
      if (which.kind === "refused") return which.result;
      const isNamed = namesCase(context);
      if (!isNamed && asksPlainly(context.utterance)) {
        const isDone = lead === LEADS.caseCorrect && which.kind === "own" && isShort(context);
        return isDone ? { replies: [passedBefore(which.code)] } : thenAnswer(reporting, context, which);
      }
      if (which.kind === "several")
        return offerWords(reporting, context, {
          codes: which.own.map(({ code }) => code),
          words: content.text,
          lead,
        });
      if (!isNamed && lead === "" && !isSurely(context))
        return offerWords(reporting, context, { codes: [which.code], words: content.text, lead });
      const along = await goesAlong(reporting, context, which.code);
      const said = await sayToCase(reporting, context, {
        ...along.said,
        code: which.code,
        text: [along.said.text, content.text].filter((words) => words !== "").join("\n"),
        more: (status) => [...along.names, ...(more?.(context.now)?.(status) ?? [])],
        ...(lead !== "" && { lead }),
      });
      if (said === null) return { replies: [CANT_PASS_ON] };
      return { ...said, session: { ...said.session, ...along.session } };
    };
  const caseAdd = say(LEADS.caseAdd);
  const settled = say(LEADS.caseSettled);
  return {
    caseAdd,
    caseOffer: async (context) => {
      const { reading, inbound } = context;
      if (inbound.content.kind !== "text") return null;
      const which = await whichCase(reporting, context);
      const isMore = chanceOf(reading.learned.acts, "more", "edit") >= WELL_MORE;
      if (isMore && !(await isOfAnotherKind(reporting, context, which))) return caseAdd(context);
      if (reading.incident !== null || which.kind === "none") return null;
      if (which.kind === "refused") return which.result;
      const codes = which.kind === "own" ? [which.code] : which.own.map(({ code }) => code);
      return offerWords(reporting, context, { codes, words: inbound.content.text, lead: "" });
    },
    caseCorrect: say(LEADS.caseCorrect),
    caseOfficer: say(LEADS.caseOfficer, (now) => (status) => whenTheyAnswer(status, now)),
    caseSettled: async (context) => (hasQuestion(context.utterance) ? null : settled(context)),
    caseSent: async (context) => {
      const unsent = await openUnsent(reporting, context);
      const [code, ...others] = unsent?.codes ?? [];
      return code !== undefined && others.length === 0
        ? addUnsent(reporting, context, code)
        : nothingToSend(context);
    },
    caseWithdraw: async (context) => {
      const { content } = context.inbound;
      if (content.kind !== "text") return null;
      const which = await whichCase(reporting, context);
      if (which.kind === "none") return null;
      if (which.kind === "refused") return which.result;
      const topic = namesCase(context) ? null : readReporterAsk(context.utterance);
      if (topic !== null && topic !== "withdraw") return null;
      const codes = which.kind === "own" ? [which.code] : which.own.map(({ code }) => code);
      return askToWithdraw(reporting, context, codes, content.text);
    },
    caseStatus: async (context) => {
      if (!namesCase(context) && readReporterAsk(context.utterance) !== null) return null;
      const { inbound, now } = context;
      const named = namedCase(context);
      if (named !== undefined) return lookUp(reporting, context, named);
      const which = await whichCase(reporting, context);
      if (which.kind === "refused") return which.result;
      const own = which.kind === "several" ? which.own : await reporting.book.reportsOf(inbound);
      const code = which.kind === "own" ? which.code : own.length === 1 ? own[0]?.code : undefined;
      const status = code === undefined ? null : await reporting.book.statusFor(code);
      if (status !== null) return { replies: [statusReply(status, now)] };
      return own.length === 0 ? null : { replies: [ownReports(own)] };
    },
  };
}
