import { isAnswering } from "../features/reporting/citizen/citizen-session.ts";
import { asksOfCase, saysJoked, saysMore } from "../features/reporting/citizen/reporter-asks.ts";
import { namesCase } from "../features/reporting/citizen/which-case.ts";
import { isPlainlyOver } from "../features/reporting/danger/over.ts";
import type { Feature, Skill, TurnContext } from "../turn/feature.ts";
import { chooseMove } from "./choose-move.ts";
import type { Move, OfCase } from "./policy.ts";

/** What a move does. Null where it has nothing to say here: the other features answer. */
export type Skills = Readonly<Record<Exclude<Move, "ordinary" | "aside">, Skill>>;

/** Lets the policy decide what a message does to what is open, and does it. In private chats only. */
export function dialogue(skills: Partial<Skills>): Feature {
  return {
    name: "dialogue",
    take(context) {
      const { inbound, matter, reading } = context;
      if (!inbound.isPrivate || inbound.content.kind !== "text") return null;
      // Commands and taps say exactly what they want.
      if (inbound.content.tapped === true || inbound.content.text.trim().startsWith("/")) return null;
      const chosen = chooseMove(matter, reading.learned, matter === "filed" ? ofCase(context) : undefined);
      const move = plainWords(context, chosen) ?? chosen;
      return move === "ordinary" || move === "aside" ? null : (skills[move]?.(context) ?? null);
    },
  };
}

function ofCase(context: TurnContext): OfCase | undefined {
  if (namesCase(context)) return "named";
  return isAnswering(context) ? "ended" : undefined;
}

/** Moves of words that may have nothing to do with the report. */
const VAGUE: ReadonlySet<Move> = new Set(["ordinary", "aside", "caseOffer", "caseUnsure"]);

/** Words that mean one thing to a report, whatever else they sound like. */
function plainWords(context: TurnContext, chosen: Move): Move | null {
  const { matter, utterance } = context;
  // "Chưa thấy ai xuống" asks how far it is, but not where the result was just told.
  const isAnswer = matter === "filed" && isAnswering(context);
  if (isAnswer && isPlainlyOver(utterance)) return "caseGlad";
  const isVague = VAGUE.has(chosen) || (isAnswer && chosen === "caseStatus");
  if (matter === "filed" && isVague && saysMore(utterance)) return "caseAdd";
  if (matter === "filed" && (isVague || chosen === "caseAdd") && asksOfCase(utterance)) return "caseStatus";
  if (!saysJoked(utterance)) return null;
  return matter === "filed" ? "caseWithdraw" : matter === "draft" ? "draftCancel" : null;
}
