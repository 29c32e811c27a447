import type { BoundaryId } from "../../reader/names/boundary.ts";
import { chanceOf } from "../../reader/names/likely.ts";
import type { Feature, TurnContext } from "../../turn/feature.ts";

/**
 * Refusals of questions: harmless ones have nearly the same words ("ai nhận đơn tố cáo chủ tịch xã"), and what the knowledge says to
 * them betrays nobody. The other boundaries are about what is done, not asked. Each with how probable the section must be.
 */
const OF_QUESTIONS: Readonly<Partial<Record<BoundaryId, "surely" | "likely">>> = {
  whoReported: "surely",
  personalLookup: "surely",
  personList: "surely",
  operations: "surely",
  // "Nhận biết kíp nổ sót lại để tránh": no section teaches a wrong.
  wrongdoing: "surely",
  // A text for the movement ("viết giúp bản cam kết cho học sinh") has a section; figures are never written from one.
  fabrication: "surely",
  caseStatus: "likely",
  verdict: "likely",
  promise: "likely",
  ranking: "likely",
  stereotype: "likely",
  offTopic: "likely",
};

/** As probable as this the message asks about the field at all. */
const MAY_ASK = 0.05;

/**
 * Where a question would be refused that the knowledge answers: the answer instead.
 * @param answers what is known surely, and what is likely meant
 * @param isSaidOn whether a message asks for nothing and goes on with what was just answered
 */
export const knownInstead = (
  answers: Readonly<Record<"surely" | "likely", Feature>>,
  isSaidOn: (context: TurnContext) => boolean = () => false,
): Feature => ({
  name: answers.surely.name,
  take: (context) => {
    const { boundary, learned } = context.reading;
    const known = boundary === null ? undefined : OF_QUESTIONS[boundary];
    // What is said on of what was just answered ("họ đọc đúng cả tên tôi") asks nobody's data.
    const mayAsk = chanceOf(learned.acts, "ask", "tell") >= MAY_ASK || isSaidOn(context);
    return known !== undefined && mayAsk ? answers[known].take(context) : null;
  },
});
