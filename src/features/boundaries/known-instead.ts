import type { BoundaryId } from "../../reader/names/boundary.ts";
import { chanceOf } from "../../reader/names/likely.ts";
import type { Feature } from "../../turn/feature.ts";

/**
 * Refusals of questions: harmless ones have nearly the same words ("ai nhận đơn tố cáo chủ tịch xã"), and what the knowledge says to
 * them betrays nobody. The other boundaries are about what is done, not asked.
 */
const OF_QUESTIONS: ReadonlySet<BoundaryId> = new Set([
  "whoReported",
  "personalLookup",
  "personList",
  "operations",
  "caseStatus",
  "verdict",
  "promise",
  "ranking",
  "stereotype",
  "offTopic",
  // A text for the movement ("viết giúp bản cam kết cho học sinh") has a section; figures are never written from one.
  "fabrication",
  // "Nhận biết kíp nổ sót lại để tránh": no section teaches a wrong.
  "wrongdoing",
]);

/** As probable as this the message asks about the field at all. */
const MAY_ASK = 0.05;

/** Where a question would be refused that the knowledge surely answers: the answer instead. */
export const knownInstead = (answers: Feature): Feature => ({
  name: answers.name,
  take: ({ reading, ...rest }) =>
    reading.boundary !== null &&
    OF_QUESTIONS.has(reading.boundary) &&
    chanceOf(reading.learned.acts, "ask", "tell") >= MAY_ASK
      ? answers.take({ reading, ...rest })
      : null,
});
