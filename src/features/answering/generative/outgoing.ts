import { maskPersonal } from "../../../language/privacy/mask.ts";

/** At most so much of a question is sent to the model. */
const QUESTION_CHARACTERS = 500;

/** The part of a question that may be sent: masked and cut. */
export const outgoing = (question: string): string =>
  maskPersonal(question).text.slice(0, QUESTION_CHARACTERS);
