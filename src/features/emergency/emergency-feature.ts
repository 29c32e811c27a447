import { type CallNumber, list, type Reply, source, strong, text } from "../../messaging/reply.ts";
import type { Danger, DangerKind, EmergencyNumber } from "../../reader/names/danger.ts";
import type { Feature } from "../../turn/feature.ts";
import { adviceOn } from "./advice.ts";
import { CALL_YOURSELF, FOREIGN_WORDS, NUMBER_NAMES, NUMBERS_SOURCE, named } from "./emergency-wording.ts";
import { nextStep } from "./next/next-step.ts";
import { OPEN_DANGER, type OpenDanger, openDanger, opened } from "./open-danger.ts";

/** Danger first: the number to call is in the first line, before everything else. */
export const emergency: Feature = {
  name: "emergency",
  take({ reading: { danger }, inbound, session, now }) {
    if (danger === null) return null;
    // In a group the next message is somebody else's.
    if (!inbound.isPrivate) return { replies: [dangerReply(danger)] };
    const before = openDanger(session, now);
    const kept = opened(danger, session, now);
    return { replies: [replyWithin(danger, before, OPEN_DANGER.of(kept))], session: kept };
  },
};

/** The whole advice on a new danger; somebody who hides, and a danger told on, get the number and one short piece. */
function replyWithin(danger: Danger, before?: OpenDanger, after?: OpenDanger): Reply {
  if (after?.silent === true) return { blocks: nextStep(after, "details") };
  return before?.kind === danger.kind ? againReply(danger, before.said ?? 0) : dangerReply(danger);
}

/** The same danger, told on: the steps stand above; the number and the next two of them again. */
function againReply(danger: Danger, said: number): Reply {
  const { blocks, ...rest } = dangerReply(danger);
  const steps = blocks.find((block) => block.kind === "list");
  const [lead] = blocks;
  if (lead === undefined || steps === undefined) return { blocks, ...rest };
  const from = Math.max(0, said - 1) * AGAIN;
  const again = [from, from + 1].map((at) => steps.items[at % steps.items.length] ?? "");
  return { ...rest, blocks: [lead, list(...again)] };
}

/** How many steps are said again. */
const AGAIN = 2;

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
