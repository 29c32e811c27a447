import type { SaidAs } from "../case.ts";
import { WITHDRAWS } from "./case-wording.ts";

/** Our words before a citizen's, as the handlers read them. */
export const LEADS = {
  caseAdd: "",
  caseCorrect: "Người báo sửa lại: ",
  caseOfficer: "Người báo muốn nói chuyện với cán bộ: ",
  caseSettled: "Người báo cho biết việc đã yên: ",
  sentAgain: "Người báo gửi lại tin này: ",
} as const;

/** The same in a danger. */
export const DANGER_LEADS = {
  takenBack: "Người báo xin rút lại điều đã chuyển.",
  givenAgain: "Người báo nhờ giúp lại. ",
  ended: "Người báo cho biết đã ổn: ",
} as const;

/** What a lead means for the card, beside the message that has it. */
const MEANINGS: readonly { readonly lead: string; readonly as: SaidAs }[] = [
  { lead: WITHDRAWS, as: "withdraws" },
  { lead: DANGER_LEADS.takenBack, as: "withdraws" },
  { lead: LEADS.caseCorrect, as: "corrects" },
  { lead: LEADS.caseSettled, as: "settled" },
  { lead: DANGER_LEADS.ended, as: "settled" },
  { lead: DANGER_LEADS.givenAgain, as: "again" },
];

/** What the citizen does with words under this lead besides adding; undefined where they only add. */
export const saidAs = (lead = ""): SaidAs | undefined =>
  MEANINGS.find((meaning) => lead.startsWith(meaning.lead))?.as;
