import { z } from "zod";
import { beginDraft } from "../dialogue/dialogue.ts";
import { Draft } from "../dialogue/draft.ts";
import { sealedPart } from "./sealed-part.ts";

/** The open report. */
export const { seal: keepDraft, open: openDraft } = sealedPart("draft", Draft);

/** As versions before 0.3 kept what was told: one message, as it was typed. */
const OneMessage = z.object({ text: z.string() }).transform(({ text }) => beginDraft(text, 0).draft);

/** What was told without a command, so that one tap can make a report of it. */
export const { seal: keepGathered, open: openGathered } = sealedPart("told", z.union([Draft, OneMessage]));
