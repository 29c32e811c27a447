import { readUtterance } from "../../../language/utterance.ts";
import { readLearned } from "../../../reader/learned-reading.ts";
import type { AskedAspect } from "../../../reader/names/labels.ts";
import forms from "./answer-forms.json" with { type: "json" };
import { sumsIn } from "./degree.ts";

type Form = (line: string) => boolean;

const formOf = (shape: string): Form => {
  const form = new RegExp(shape, "iu");
  return (line) => form.test(line);
};
const span = formOf(forms.span);
const isFree = formOf(forms.free);
const ofFine = formOf(forms.fine);
const office = formOf(forms.office);
const hasSum: Form = (line) => sumsIn(line).length > 0;

/** What a line must have to answer what is asked; what has no form of its own isn't here. */
const FORMS: Readonly<Partial<Record<AskedAspect, Form>>> = {
  when: span,
  howLong: span,
  fine: (line) => ofFine(line) && hasSum(line),
  cost: (line) => !ofFine(line) && (hasSum(line) || isFree(line)),
  where: office,
  whom: office,
};

/** From here on it is sure what is asked. */
const SURE = 0.6;

/**
 * The form of what answers a question: a span of time, a sum, an office. Null where that has no form, or it isn't sure what is asked.
 * @example answerForm("trong mấy giờ")?.("Khai báo trong 12 giờ.") // true
 */
export function answerForm(question: string): Form | null {
  const { aspects } = readLearned(readUtterance(question), "question");
  const form = aspects[0] === undefined ? undefined : FORMS[aspects[0].is];
  if (form === undefined) return null;
  const chance = aspects.reduce((sum, { is, p }) => (FORMS[is] === form ? sum + p : sum), 0);
  return chance >= SURE ? form : null;
}
