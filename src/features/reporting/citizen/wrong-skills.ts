import { PatternBook } from "../../../language/pattern-book.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { adviceOf } from "../../incidents/incident-advice.ts";
import { findDetails } from "../dialogue/details.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { hasQuestion } from "./asks.ts";
import { gatheredLately } from "./citizen-session.ts";
import { tellOn } from "./tell-on.ts";
import { doWithTold } from "./told.ts";
import { NOT_SENT } from "./told-wording.ts";

type Skill = (context: TurnContext) => Promise<FeatureResult | null> | null;

/** What the policy can do with a wrong that was told. */
export type WrongSkills = Readonly<Record<"wrongAdd" | "wrongAsk" | "wrongReport" | "wrongDrop", Skill>>;

/** With these words a refusal means the offer; a bare "không" may have answered what we asked. */
const DECLINES = new PatternBook([
  "thôi",
  "khỏi",
  "(không/chưa/chẳng) (cần/muốn) (/báo)",
  "không (báo/gửi)",
  "(bỏ/xoá/huỷ)",
]);

/** Words of no question, and nothing to refuse: an account or a plate is told, though it looks like something to look up. */
const isStatement = ({ utterance, reading: { boundary } }: TurnContext): boolean =>
  !hasQuestion(utterance) && (boundary === null || Object.keys(findDetails(utterance.clean)).length > 0);

/** The policy's moves on what was told without a command. */
export function wrongSkills(reporting: ReportingServices): WrongSkills {
  const add: Skill = async (context) => {
    const { inbound, session, now, reading } = context;
    if (inbound.content.kind !== "text" || !gatheredLately(session, now)) return null;
    // Its advice names the right door, and nothing of it is kept.
    if (reading.incident !== null && adviceOf(reading.incident).ownWay === true) return null;
    return tellOn(reporting, context, { kind: "text", text: inbound.content.text });
  };
  return {
    wrongAdd: add,
    wrongAsk: (context) => (isStatement(context) ? add(context) : null),
    wrongReport: (context) => doWithTold(reporting, context, "report"),
    wrongDrop: async (context) => {
      const isBare = context.reading.learned.acts[0]?.is === "no" && !DECLINES.has(context.utterance);
      return isBare ? { replies: [NOT_SENT] } : doWithTold(reporting, context, "drop");
    },
  };
}
