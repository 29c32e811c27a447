import { describe, expect, it } from "vitest";
import { withoutPersonal } from "../../../src/features/answering/impersonal.ts";
import { readQuestion } from "../../../src/features/figures/parse/figure-reading.ts";
import { offersIdentityPaper } from "../../../src/features/reporting/dialogue/protect.ts";
import { screen } from "../../../src/features/reporting/dialogue/screen.ts";
import { readWhen } from "../../../src/features/reporting/dialogue/when.ts";
import { maskPersonal } from "../../../src/language/privacy/mask.ts";
import { readReportCode } from "../../../src/language/report-code.ts";
import { readUtterance } from "../../../src/language/utterance.ts";
import { readMessage } from "../../../src/reading/read-message.ts";

/** The longest message of either messenger. */
const LONGEST = 4_096;
const NOW = Date.UTC(2026, 10, 23);

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  utterance: readUtterance,
  danger: (text) => readMessage(text).danger,
  incident: (text) => readMessage(text).incident,
  boundary: (text) => readMessage(text).boundary,
  figures: (text) => readQuestion(readUtterance(text), NOW),
  masking: maskPersonal,
  "the question without its persons": withoutPersonal,
  "a reporter's words": (text) => screen([{ text }]),
  "a photo's words": offersIdentityPaper,
  time: (text) => readWhen(text, NOW),
  "a report's code": (text) => readReportCode(text, { bare: true }),
};

/** What makes patterns try again and again: much of the same, and at its end something else. */
const UNITS = [
  "a",
  " ",
  "\n",
  "1",
  "1 ",
  "1.",
  "1,",
  "1/",
  "1% ",
  "%",
  "- ",
  "( ",
  "!?",
  "A ",
  "TB-",
  "0912 ",
  "CCCD ",
  "otp ",
  "tôi là ",
  "sinh ngày ",
  "năm 2022 ",
  "xã phường ",
  "thứ 2 tuần ",
  "của nó ",
  "https://",
];

/** A pattern that tries anew at each letter takes minutes here, and the runner's time-out ends it. */
describe.each(Object.entries(READERS))("the longest message of one thing, read for %s", (_, read) => {
  it.each(UNITS)("%j", (unit) => {
    for (const end of ["x", " 1?", "\n"]) {
      const text = `${unit.repeat(Math.floor(LONGEST / unit.length))}${end}`;
      expect(() => read(text)).not.toThrow();
    }
  });
});
