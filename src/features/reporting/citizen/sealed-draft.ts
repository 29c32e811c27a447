import { z } from "zod";
import { Draft } from "../dialogue/draft.ts";
import { sealedPart } from "./sealed-part.ts";

/** The open report. */
export const { seal: keepDraft, open: openDraft } = sealedPart("draft", Draft);

/** Words written without a command, so that one tap can make a report of them. */
export const { seal: sealWords, open: openWords } = sealedPart("told", z.object({ text: z.string() }));
