import type { Utterance } from "../../language/utterance.ts";
import { type CallNumber, list, type Reply, source, strong, text } from "../../messaging/reply.ts";
import type { Danger, DangerKind, EmergencyNumber } from "../../reader/names/danger.ts";
import { chanceOf } from "../../reader/names/likely.ts";
import type { MessageReading } from "../../reading/read-message.ts";
import type { Feature } from "../../turn/feature.ts";
import { adviceOn } from "./advice.ts";
import { CALL_YOURSELF, FOREIGN_WORDS, NUMBER_NAMES, NUMBERS_SOURCE, named } from "./emergency-wording.ts";
import { groupOf, nextStep } from "./next/next-step.ts";
import { stepOn } from "./next/often-asked.ts";
import { OPEN_DANGER, type OpenDanger, openDanger, opened } from "./open-danger.ts";

/** Danger first: the number to call is in the first line, before everything else. */
export const emergency: Feature = {
  name: "emergency",
  take({ reading, inbound, session, now }) {
    if (reading.danger === null) return null;
    // In a group the next message is somebody else's.
    if (!inbound.isPrivate) return { replies: [dangerReply(reading.danger)] };
    const before = openDanger(session, now);
    const danger = before === undefined ? reading.danger : within(before, reading.danger, reading);
    const kept = opened(danger, session, now);
    return { replies: [replyWithin(danger, reading.utterance, before, OPEN_DANGER.of(kept))], session: kept };
  },
};

/** Less sure than this a message in an open danger tells on of that one. */
const ANOTHER = 0.8;

/** Another kind takes the place of the open one where it is sure, and the open one's advice doesn't speak of it; else its numbers join. */
function within(
  before: OpenDanger,
  danger: Danger,
  { utterance, learned: { acts, kinds } }: Pick<MessageReading, "utterance" | "learned">,
): Danger {
  if (danger.kind === before.kind || danger.language !== "vi") return danger;
  // Who is in despair isn't left for what people do to each other: "họ phá cửa đưa nó đi viện rồi".
  const isLess = groupOf(before.kind) === "despair" && groupOf(danger.kind) === "people";
  const isSure =
    !isLess &&
    stepOn(before, utterance, { isAsked: false }) === null &&
    chanceOf(acts, "danger") >= ANOTHER &&
    (kinds.find(({ is }) => is === danger.kind)?.p ?? 0) >= ANOTHER;
  return isSure ? danger : { ...danger, kind: before.kind };
}

/** The whole advice on a new danger; somebody who hides, and a danger told on, get the number and one short piece. */
function replyWithin(danger: Danger, said: Utterance, before?: OpenDanger, after?: OpenDanger): Reply {
  if (after === undefined) return dangerReply(danger);
  if (after.silent === true) return { blocks: nextStep(after, "details") };
  if (before?.kind === danger.kind) return againReply(danger, said, after);
  return dangerReply({ ...danger, numbers: after.numbers });
}

/** The same danger, told on: the steps stand above; the number, and the one step on what was told, else the next. */
function againReply(danger: Danger, told: Utterance, after: OpenDanger): Reply {
  const { calls = [] } = dangerReply(danger);
  return { blocks: stepOn(after, told, { isAsked: false }) ?? nextStep(after, "details"), calls };
}

export function dangerReply(danger: Danger): Reply {
  return danger.language === "vi" ? inVietnamese(danger) : inTheirLanguage(danger, danger.language);
}

/**
 * The advice on a kind of danger for somebody who asks how to help, not now: the steps come first, the number after them.
 * @returns null where the kind has no first aid
 */
export function firstAidReply(kind: DangerKind): Reply | null {
  const { steps, numbers, source: ofSteps, firstAid } = adviceOn(kind);
  if (!firstAid) return null;
  return {
    blocks: [
      list(...steps),
      text(`Nếu đang xảy ra: gọi ${named(numbers)}.`),
      source(ofSteps),
      source(NUMBERS_SOURCE),
    ],
  };
}

function inVietnamese(danger: Danger): Reply {
  const { lead, steps, tell, closing = "usual", calls = [], ...advice } = adviceOn(danger.kind);
  const numbers = [...new Set([...advice.numbers, ...danger.numbers])];
  const missing = numbers.filter((number) => lead !== undefined && !lead.includes(number));
  const more = missing.length === 0 ? "" : ` Gọi thêm ${named(missing)}.`;
  return {
    blocks: [
      strong(`${lead ?? `Gọi ngay ${named(numbers)}.`}${more}`),
      list(...steps),
      text(`Khi gọi, nói rõ: ${tell}`),
      text(CALL_YOURSELF[closing]),
      source(advice.source),
      source(NUMBERS_SOURCE),
    ],
    calls: [...calls, ...callsTo(numbers, NUMBER_NAMES)],
  };
}

function inTheirLanguage({ kind, numbers }: Danger, language: "en" | "zh"): Reply {
  const words = FOREIGN_WORDS[language];
  const calls = numbers.map((number) => `${number} (${words.names[number]})`).join(", ");
  const lead = kind === "unclear" ? words.unclear : words.call;
  return {
    blocks: [strong(`${lead} ${calls}`), text(words.advice), text(words.machine)],
    calls: callsTo(numbers, words.names),
  };
}

const callsTo = (
  numbers: readonly EmergencyNumber[],
  names: Readonly<Record<EmergencyNumber, string>>,
): CallNumber[] => numbers.map((number) => ({ label: `${number} (${names[number]})`, phone: number }));
