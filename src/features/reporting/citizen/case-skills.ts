import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { messageKey } from "../message-key.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { FILED, filedLately } from "./citizen-session.ts";
import { CANT_PASS_ON, ownReports, passedOn, statusReply } from "./citizen-wording.ts";
import { wordsToDuty } from "./to-duty.ts";

type Skill = (context: TurnContext) => Promise<FeatureResult | null>;

/** What the policy can do with a report that was sent. */
export type CaseSkills = Readonly<
  Record<"caseAdd" | "caseCorrect" | "caseWithdraw" | "caseStatus" | "caseOfficer" | "caseSettled", Skill>
>;

/** What the handlers read before the citizen's own words. */
const LEADS = {
  caseAdd: "",
  caseCorrect: "Người báo sửa lại: ",
  caseWithdraw: "Người báo xin rút tin: ",
  caseOfficer: "Người báo muốn nói chuyện với cán bộ: ",
  caseSettled: "Người báo cho biết việc đã yên: ",
} as const;

/** The policy's moves on the report that was sent last; null where none is spoken of. */
export function caseSkills(reporting: ReportingServices): CaseSkills {
  const pass =
    (lead: string): Skill =>
    async ({ inbound, session, now }) => {
      const code = filedLately(session, now);
      if (code === undefined || inbound.content.kind !== "text") return null;
      const { outcome, findings } = await wordsToDuty(
        reporting.book,
        { text: inbound.content.text, asked: new Set(), danger: false, lead },
        { code, reporter: inbound, media: [], at: now, key: messageKey(inbound) },
      );
      if (outcome.kind === "unknown") return null;
      if (outcome.kind === "no_reporter") return { replies: [CANT_PASS_ON], session: FILED.with(undefined) };
      await reporting.carry();
      return { replies: [passedOn(code, findings)], session: FILED.with({ code, at: now }) };
    };
  return {
    caseAdd: pass(LEADS.caseAdd),
    caseCorrect: pass(LEADS.caseCorrect),
    caseWithdraw: pass(LEADS.caseWithdraw),
    caseOfficer: pass(LEADS.caseOfficer),
    caseSettled: pass(LEADS.caseSettled),
    caseStatus: async ({ inbound, session, now }) => {
      const code = filedLately(session, now);
      const status = code === undefined ? null : await reporting.book.statusFor(code);
      if (status !== null) return { replies: [statusReply(status)] };
      const own = await reporting.book.reportsOf(inbound);
      return own.length === 0 ? null : { replies: [ownReports(own)] };
    },
  };
}
