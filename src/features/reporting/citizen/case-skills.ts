import { chanceOf } from "../../../reader/names/likely.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { offerWords, reminder } from "./case-offer.ts";
import { whenTheyAnswer } from "./case-wording.ts";
import { CANT_PASS_ON, ownReports, statusReply } from "./citizen-wording.ts";
import { lookUp } from "./follow-up.ts";
import { type Said, sayToCase } from "./say-to-case.ts";
import { namedCase, whichCase } from "./which-case.ts";
import { askToWithdraw } from "./withdraw-case.ts";

type Skill = (context: TurnContext) => Promise<FeatureResult | null>;

/** What the policy can do with a report that was sent. */
export type CaseSkills = Readonly<
  Record<
    "caseAdd" | "caseOffer" | "caseCorrect" | "caseWithdraw" | "caseStatus" | "caseOfficer" | "caseSettled",
    Skill
  >
>;

/** What sounds like a new story and may as well be more of the last one is. */
const WELL_MORE = 0.2;

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
      if (which.kind === "several")
        return offerWords(reporting, context, {
          codes: which.own.map(({ code }) => code),
          words: content.text,
          lead,
        });
      const extra = more?.(context.now);
      const said = await sayToCase(reporting, context, {
        code: which.code,
        text: content.text,
        ...(lead !== "" && { lead }),
        ...(extra !== undefined && { more: extra }),
      });
      if (said === null) return { replies: [CANT_PASS_ON] };
      return { ...said, replies: [...said.replies, ...(await reminder(reporting, context))] };
    };
  const caseAdd = say(LEADS.caseAdd);
  return {
    caseAdd,
    caseOffer: async (context) => {
      const { reading, inbound } = context;
      if (inbound.content.kind !== "text") return null;
      if (chanceOf(reading.learned.acts, "more", "edit") >= WELL_MORE) return caseAdd(context);
      const which = await whichCase(reporting, context);
      if (reading.incident !== null || which.kind === "none") return null;
      if (which.kind === "refused") return which.result;
      const codes = which.kind === "own" ? [which.code] : which.own.map(({ code }) => code);
      return offerWords(reporting, context, { codes, words: inbound.content.text, lead: "" });
    },
    caseCorrect: say(LEADS.caseCorrect),
    caseOfficer: say(LEADS.caseOfficer, (now) => (status) => whenTheyAnswer(status, now)),
    caseSettled: say(LEADS.caseSettled),
    caseWithdraw: async (context) => {
      const { content } = context.inbound;
      if (content.kind !== "text") return null;
      const which = await whichCase(reporting, context);
      if (which.kind === "none") return null;
      if (which.kind === "refused") return which.result;
      const codes = which.kind === "own" ? [which.code] : which.own.map(({ code }) => code);
      return askToWithdraw(reporting, context, codes, content.text);
    },
    caseStatus: async (context) => {
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
