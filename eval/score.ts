import { finds, type Pattern } from "./pattern.ts";
import type { Check } from "./question.ts";
import { firstLine, type Reading, read } from "./reading.ts";
import { RULES, soundsAlarm } from "./rules.ts";

/** What the person sees: the words, and the choices under them. */
export interface ShownReply {
  readonly text: string;
  readonly buttons: readonly string[];
}

/** Why a reply is wrong, one line each; none where it is right. */
export function score(check: Check, reply: ShownReply): string[] {
  const seen = check.withButtons ? [reply.text, ...reply.buttons].join("\n") : reply.text;
  const text = read(seen);
  return [
    ...brokenRules(seen),
    ...missing("missing", check.all, text),
    ...missing("first line lacks", check.firstLine, read(firstLine(reply.text))),
    ...check.none
      .filter((pattern) => finds(pattern, text))
      .map((pattern) => `says what it must not: ${pattern}`),
    ...(check.calm && soundsAlarm(reply.text) ? ["sounds an alarm where there is no danger"] : []),
    ...(check.source && !/^Nguồn:\s*\S/mu.test(reply.text) ? ['no line "Nguồn:"'] : []),
    ...(check.maxLength !== undefined && reply.text.length > check.maxLength
      ? [`${reply.text.length} characters, more than ${check.maxLength}`]
      : []),
  ];
}

/** The rules for every reply, whatever was asked, that this one breaks. */
export function brokenRules(text: string): string[] {
  return RULES.flatMap(({ name, found }) => {
    const words = found(text);
    return words === null ? [] : [`${name}: ${words}`];
  });
}

function missing(what: string, groups: readonly (readonly Pattern[])[], text: Reading): string[] {
  return groups
    .filter((wordings) => !wordings.some((pattern) => finds(pattern, text)))
    .map((wordings) => `${what}: ${wordings.join(" | ")}`);
}
