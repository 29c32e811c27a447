import { list, type Reply, source, strong, text } from "../../messaging/reply.ts";
import type { Danger, EmergencyNumber } from "../../reading/danger/danger.ts";
import type { Feature } from "../../turn/feature.ts";
import {
  CALL_YOURSELF,
  DANGER_WORDS,
  FOREIGN_WORDS,
  NUMBER_NAMES,
  NUMBERS_SOURCE,
} from "./emergency-wording.ts";

/** Danger first: the number to call is in the first line, before everything else. */
export const emergency: Feature = {
  name: "emergency",
  take({ reading: { danger } }) {
    return danger === null ? null : { replies: [dangerReply(danger)] };
  },
};

export function dangerReply(danger: Danger): Reply {
  return danger.language === "vi" ? inVietnamese(danger) : inTheirLanguage(danger, danger.language);
}

function inVietnamese({ kind, numbers }: Danger): Reply {
  const { lead, steps, tell } = DANGER_WORDS[kind];
  const named = (wanted: readonly EmergencyNumber[]) =>
    wanted.map((number) => `${number} (${NUMBER_NAMES[number]})`).join(", ");
  const missing = numbers.filter((number) => lead !== undefined && !lead.includes(number));
  const more = missing.length === 0 ? "" : ` Gọi thêm ${named(missing)}.`;
  return {
    blocks: [
      strong(`${lead ?? `Gọi ngay ${named(numbers)}.`}${more}`),
      list(...steps),
      text(`Khi gọi, nói rõ: ${tell}`),
      text(CALL_YOURSELF),
      source(NUMBERS_SOURCE),
    ],
  };
}

function inTheirLanguage({ kind, numbers }: Danger, language: "en" | "zh"): Reply {
  const words = FOREIGN_WORDS[language];
  const calls = numbers.map((number) => `${number} (${words.names[number]})`).join(", ");
  const lead = kind === "unclear" ? words.unclear : words.call;
  return {
    blocks: [strong(`${lead} ${calls}`), text(words.advice), text(words.machine)],
  };
}
