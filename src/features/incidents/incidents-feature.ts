import { asksSomewhere } from "../../language/question.ts";
import type { Utterance } from "../../language/utterance.ts";
import { list, type Reply, source, strong, text } from "../../messaging/reply.ts";
import type { IncidentId } from "../../reader/names/incident.ts";
import { chanceOf } from "../../reader/names/likely.ts";
import type { MessageReading } from "../../reading/read-message.ts";
import type { Feature, TurnContext } from "../../turn/feature.ts";
import { isOfChild, isOfKin, tellerIn } from "./about-whom.ts";
import { adviceOf, BESIDES, speaksToDoer } from "./incident-advice.ts";
import { NOT_BY_MESSAGE, REPORTER_PROTECTED, REPORTING_BY_MESSAGE } from "./incidents-wording.ts";

/**
 * An incident told without a command: what to do first, whom to tell, what to note. Nothing is stored, and nothing is
 * offered: whoever keeps what was told adds the offer.
 */
export function incidents({ takesReports }: { readonly takesReports: boolean }): Feature {
  return {
    name: "incidents",
    take(context) {
      const { incident } = context.reading;
      if (
        incident === null ||
        (incident === "other" && endsAsQuestion(context.utterance)) ||
        asksInBetween(context)
      )
        return null;
      if (adviceOf(incident).kinIsHelped === true && isOfKin(context.reading)) return null;
      const isOpen = takesReports && context.inbound.isPrivate;
      return { replies: [adviceFor(advisedOn(context.reading), isOpen, context.reading)] };
    },
  };
}

/** Where a wrong is told and something is asked of it, wherever in the message: the feature that answers. */
export const toldAndAsked = (answers: Feature): Feature => ({
  name: answers.name,
  take: (context) =>
    context.reading.incident !== null && asksSomewhere(context.utterance) ? answers.take(context) : null,
});

/** Where a wrong is told and the knowledge surely has that very case: the feature that answers. */
export const toldAndKnown = (answers: Feature): Feature => ({
  name: answers.name,
  take: (context) => (context.reading.incident !== null ? answers.take(context) : null),
});

/** With these words a question ends. */
const ASKING: ReadonlySet<string> = new Set(["khong", "chua", "sao", "gi", "dau", "nao", "ai", "nhi"]);

/** True where the message ends as a question: what the knowledge says of it is better than general advice. */
export const endsAsQuestion = ({ clean, folded }: Utterance): boolean =>
  clean.endsWith("?") || ASKING.has(folded.at(-1) ?? "");

/** While something is being told its advice stands above: a question wants another answer. */
const asksInBetween = ({ matter, reading }: TurnContext): boolean =>
  matter === "incident" && chanceOf(reading.learned.acts, "ask", "figures", "aid") > 0.5;

/** Surer than this a kind is better than the general advice. */
const LIKELY = 0.6;

/** As sure as this nothing else counts. */
const SURE = 0.75;

/** The kind of a told wrong; where no alarm sounds, the likeliest, though a danger may be in it. */
export function kindOf({
  incident,
  danger,
  learned,
}: Pick<MessageReading, "incident" | "danger" | "learned">): IncidentId {
  const [likeliest] = learned.incidents;
  if (danger === null && likeliest !== undefined && likeliest.p >= SURE) return likeliest.is;
  if (incident !== null && incident !== "other") return incident;
  return likeliest !== undefined && likeliest.p >= LIKELY ? likeliest.is : "other";
}

/** As probable as this a danger is in it, and the wrong that comes closest to that is advised on. */
const OF_DANGER = 0.5;

/**
 * What the advice is on: a kind that isn't sure gets the general advice, since the steps for another wrong do harm. Of those
 * below on unseen batches less than half were right. A report keeps the likeliest kind: people look at it.
 */
export const advisedOn = (reading: Parameters<typeof kindOf>[0]): IncidentId =>
  (reading.learned.incidents[0]?.p ?? 0) >= SURE || reading.learned.danger >= OF_DANGER
    ? kindOf(reading)
    : "other";

/**
 * @param isOpen whether people can report it by message
 * @param told what was told, where it is known: it may want a step of its own
 */
export function adviceFor(id: IncidentId, isOpen: boolean, told?: MessageReading): Reply {
  const teller = told === undefined ? undefined : tellerIn(told);
  const { lead, steps, tell, note, sources, ownWay } = adviceOf(id, teller);
  const namesChildren = `${lead} ${steps.join(" ")}`.includes(CHILD_LINE);
  const besides = [
    ...(teller === "doer" && !speaksToDoer(id) ? [BESIDES.doer] : []),
    ...(told !== undefined && isOfChild(told) && !namesChildren ? [BESIDES.child] : []),
  ];
  const elsewhere = isOpen ? NOT_BY_MESSAGE : REPORTING_BY_MESSAGE;
  const closing = [
    ...(isOpen && ownWay !== true ? [] : [elsewhere]),
    ...(ownWay === true ? [] : [REPORTER_PROTECTED]),
  ];
  return {
    blocks: [
      strong(lead),
      list(...steps, ...besides),
      text(`Báo cho: ${endWithStop(tell)}\nChuẩn bị: ${endWithStop(note)}`),
      text(closing.join(" ")),
      ...sources.map(({ text: words, url }) => source(words, url)),
    ],
  };
}

const CHILD_LINE = "111";

const endWithStop = (sentence: string): string => (sentence.endsWith(".") ? sentence : `${sentence}.`);
