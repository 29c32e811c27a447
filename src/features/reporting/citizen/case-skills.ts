import { hasQuestion } from "../../../language/asks.ts";
import { chanceOf } from "../../../reader/names/likely.ts";
import type { Skill } from "../../../turn/feature.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { codesOf, isOfAnotherKind, isOfCase, isShort, isSurely, thenAnswer } from "./case-doubts.ts";
import { addUnsent, offerWords } from "./case-offer.ts";
import { reopened, setRight, whenTheyAnswer } from "./case-wording.ts";
import { filedLately } from "./citizen-session.ts";
import { CANT_PASS_ON } from "./citizen-wording.ts";
import { isAsked } from "./draft-questions.ts";
import { glad, reopenClosed } from "./follow-up.ts";
import { SECRET } from "./own-answers.ts";
import { ownStatus } from "./own-status.ts";
import { putRight } from "./put-right.ts";
import { fears, readReporterAsk, saysMore, saysNotDone, saysWithdraw } from "./reporter-asks.ts";
import { LEADS } from "./said-as.ts";
import { type Said, sayToCase } from "./say-to-case.ts";
import { nothingToSend } from "./told.ts";
import { goesAlong, openUnsent } from "./unsent.ts";
import { namedCase, namesCase, whichCase } from "./which-case.ts";
import { askToWithdraw } from "./withdraw-case.ts";

/** What the policy can do with a report that was sent. */
export type CaseSkills = Readonly<
  Record<
    | "caseAdd"
    | "caseSent"
    | "caseUnsure"
    | "caseOffer"
    | "caseCorrect"
    | "caseWithdraw"
    | "caseStatus"
    | "caseOfficer"
    | "caseSettled"
    | "caseGlad",
    Skill
  >
>;

/** What sounds like a new story and may as well be more of the last one is. */
const WELL_MORE = 0.2;

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
      if (!isNamed && lead !== LEADS.caseOfficer && isAsked(context)) {
        const isDone = lead === LEADS.caseCorrect && isShort(context);
        return isDone ? ownStatus(reporting, context, which) : thenAnswer(reporting, context, which);
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
      const isReopened =
        saysNotDone(context.utterance) && (await reopenClosed(reporting, context, which.code));
      const said = await sayToCase(reporting, context, {
        ...along.said,
        code: which.code,
        text: [along.said.text, content.text].filter((words) => words !== "").join("\n"),
        more: (status) => [
          ...(isReopened ? [reopened(status.code)] : []),
          ...along.names,
          ...(fears(context.utterance) ? SECRET : []),
          ...(more?.(context.now)?.(status) ?? []),
        ],
        ...(lead !== "" && { lead }),
      });
      if (said === null) return { replies: [CANT_PASS_ON] };
      const right = lead === LEADS.caseCorrect ? await putRight(reporting, context, which.code) : [];
      const [reply, ...others] = said.replies;
      return {
        ...said,
        replies:
          reply === undefined
            ? []
            : [
                right.length === 0 ? reply : { ...reply, blocks: [...reply.blocks, setRight(right)] },
                ...others,
              ],
        session: { ...said.session, ...along.session },
      };
    };
  const add = say(LEADS.caseAdd);
  const caseAdd: Skill = async (context) => {
    const isNew =
      !namesCase(context) && (await isOfAnotherKind(reporting, context, await whichCase(reporting, context)));
    return isNew ? null : add(context);
  };
  const settled = say(LEADS.caseSettled);
  const withdrawal: Skill = async (context) => {
    const { content } = context.inbound;
    if (content.kind !== "text") return null;
    const which = await whichCase(reporting, context);
    if (which.kind === "none") return null;
    if (which.kind === "refused") return which.result;
    const topic = namesCase(context) ? null : readReporterAsk(context.utterance);
    if (topic !== null && topic !== "withdraw") return null;
    return askToWithdraw(reporting, context, codesOf(which), content.text);
  };
  return {
    caseAdd,
    caseUnsure: async (context) => {
      const { inbound, utterance } = context;
      if (inbound.content.kind !== "text" || !isOfCase(context)) return null;
      if (saysWithdraw(utterance)) return withdrawal(context);
      const which = await whichCase(reporting, context);
      if (which.kind !== "own" && which.kind !== "several") return null;
      return offerWords(reporting, context, {
        codes: codesOf(which),
        words: inbound.content.text,
        lead: "",
      });
    },
    caseOffer: async (context) => {
      const { reading, inbound } = context;
      if (inbound.content.kind !== "text") return null;
      const which = await whichCase(reporting, context);
      const isMore =
        saysMore(context.utterance) || chanceOf(reading.learned.acts, "more", "edit") >= WELL_MORE;
      if (isMore && !(await isOfAnotherKind(reporting, context, which))) return add(context);
      if (reading.incident !== null || which.kind === "none") return null;
      if (which.kind === "refused") return which.result;
      const codes = codesOf(which);
      return offerWords(reporting, context, { codes, words: inbound.content.text, lead: "" });
    },
    caseCorrect: say(LEADS.caseCorrect),
    caseOfficer: say(LEADS.caseOfficer, (now) => (status) => whenTheyAnswer(status, now)),
    caseSettled: async (context) => (hasQuestion(context.utterance) ? null : settled(context)),
    caseGlad: async (context) => {
      const code = namedCase(context) ?? filedLately(context.session, context.now);
      return code === undefined ? null : glad(reporting, context, code);
    },
    caseSent: async (context) => {
      const unsent = await openUnsent(reporting, context);
      const [code, ...others] = unsent?.codes ?? [];
      return code !== undefined && others.length === 0
        ? addUnsent(reporting, context, code)
        : nothingToSend(context);
    },
    caseWithdraw: withdrawal,
    caseStatus: async (context) => {
      if (!namesCase(context) && readReporterAsk(context.utterance) !== null) return null;
      const which = await whichCase(reporting, context);
      if (which.kind === "refused") return which.result;
      return ownStatus(reporting, context, which);
    },
  };
}
