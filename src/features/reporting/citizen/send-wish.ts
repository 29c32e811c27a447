import { asksPlainly } from "../../../language/asks.ts";
import { partsOf } from "../../../language/pattern-book.ts";
import { readUtterance } from "../../../language/utterance.ts";
import { readLearned } from "../../../reader/learned-reading.ts";
import type { Act } from "../../../reader/names/act.ts";
import { chanceOf } from "../../../reader/names/likely.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { asksUnnamed, saysHold } from "../dialogue/besides.ts";
import { answer, hideOwn } from "../dialogue/dialogue.ts";
import type { Draft } from "../dialogue/draft.ts";
import { saysSend } from "../dialogue/intents.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { applyRequest } from "./draft-requests.ts";

interface SendWish {
  /** The writer isn't to be named. */
  readonly unnamed: boolean;
  /** What is told besides; empty where nothing is. */
  readonly told: string;
}

/** More parts are a story, and a part of more words tells how something was sent. */
const MOST = { parts: 6, words: 10 } as const;
const SURELY = 0.9;
const MOSTLY = 0.5;

/**
 * The wish to send of a message in several breaths, of which one by itself surely is that: "Tôi đã đọc lại, đạt yêu cầu. Đề nghị
 * chuyển." Null where another one asks, puts something right, or takes it back behind that.
 */
export function sendWish({ inbound, matter, reading }: TurnContext): SendWish | null {
  const isOpen = matter === "draft" || matter === "incident";
  if (inbound.content.kind !== "text" || !isOpen || reading.danger !== null) return null;
  const said = partsOf(inbound.content.text).map(readUtterance);
  const parts = said.filter(({ words }) => words.length > 0);
  if (parts.length < 2 || parts.length > MOST.parts) return null;
  const all = parts.map((part) => {
    const { acts } = readLearned(part, matter);
    const does = (...wanted: readonly Act[]): boolean => chanceOf(acts, ...wanted) >= MOSTLY;
    const isShort = part.words.length <= MOST.words && saysSend(part) && !saysHold(part);
    return { part, does, sends: isShort && chanceOf(acts, "send") >= SURELY };
  });
  const wish = all.findLastIndex(({ sends }) => sends);
  const others = all.filter(({ part, sends }) => !sends && !asksUnnamed(part));
  const isAnother = others.some(
    ({ part, does }) => does("edit") || (asksPlainly(part) && !does("tell", "more")),
  );
  const isBack = all.slice(wish).some(({ part, does }) => saysHold(part) || does("cancel", "no", "settled"));
  if (wish < 0 || isAnother || isBack) return null;
  const told = others
    .filter(({ does }) => does("tell", "more", "danger"))
    .map(({ part }) => part.clean.trim());
  return { unnamed: parts.some(asksUnnamed), told: told.join(", ") };
}

/** Sends as it was wished; what is told besides joins first, and what in it may point to the writer is hidden, and said to be. */
export function sendAs(
  reporting: ReportingServices,
  context: TurnContext,
  draft: Draft,
  { unnamed, told: text }: SendWish,
): Promise<FeatureResult> {
  const hidden: Draft = { ...(unnamed ? hideOwn(draft) : draft), step: "summary" };
  const all = text === "" ? hidden : answer(hidden, { kind: "text", text }, context.now).draft;
  return applyRequest(reporting, context, all, "send");
}
