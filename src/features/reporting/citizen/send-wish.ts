import { asksPlainly } from "../../../language/asks.ts";
import { partsOf } from "../../../language/pattern-book.ts";
import { readUtterance, type Utterance } from "../../../language/utterance.ts";
import { readLearned } from "../../../reader/learned-reading.ts";
import { chanceOf } from "../../../reader/names/likely.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { asksUnnamed, saysHold } from "../dialogue/besides.ts";
import { answer, hideOwn } from "../dialogue/dialogue.ts";
import type { Draft } from "../dialogue/draft.ts";
import { saysSend } from "../dialogue/intents.ts";
import { screenDraft } from "../dialogue/screen-draft.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { applyRequest } from "./draft-requests.ts";
import { keep } from "./keep-report.ts";

/** A message that asks in a breath of its own to send, and what its other breaths say. */
export interface SendWish {
  /** The writer isn't to be named. */
  readonly unnamed: boolean;
  /** What is told besides; empty where nothing is. */
  readonly told: string;
}

/** More parts are a story. */
const MOST_PARTS = 6;
/** A part of more words tells how something was sent. */
const LONGEST = 10;
const SURELY = 0.9;
const MOSTLY = 0.5;

/**
 * The wish to send of a message in several breaths, of which one by itself surely is that: "Tôi đã đọc lại, đạt yêu cầu. Đề nghị
 * chuyển." Null where another one asks, puts something right, or takes it back behind that.
 */
export function sendWish({ inbound, matter, reading }: TurnContext): SendWish | null {
  if (inbound.content.kind !== "text" || (matter !== "draft" && matter !== "incident")) return null;
  const parts = partsOf(inbound.content.text)
    .map(readUtterance)
    .filter(({ words }) => words.length > 0);
  if (reading.danger !== null || parts.length < 2 || parts.length > MOST_PARTS) return null;
  const acts = parts.map((part) => readLearned(part, matter).acts);
  const isSend = (part: Utterance, at: number): boolean =>
    part.words.length <= LONGEST &&
    saysSend(part) &&
    !saysHold(part) &&
    chanceOf(acts[at] ?? [], "send") >= SURELY;
  const wish = parts.findLastIndex(isSend);
  if (wish < 0) return null;
  const others = parts
    .map((part, at) => ({ part, at }))
    .filter(({ part, at }) => !isSend(part, at) && !asksUnnamed(part));
  const does = (at: number, ...wanted: Parameters<typeof chanceOf>[1][]): boolean =>
    chanceOf(acts[at] ?? [], ...wanted) >= MOSTLY;
  const isAnother = others.some(
    ({ part, at }) =>
      (asksPlainly(part) && !does(at, "tell", "more")) ||
      does(at, "edit") ||
      (at > wish && (saysHold(part) || does(at, "cancel", "no", "settled"))),
  );
  if (isAnother) return null;
  const told = others
    .filter(({ at }) => does(at, "tell", "more", "danger"))
    .map(({ part }) => part.clean.trim());
  return { unnamed: parts.some(asksUnnamed), told: told.join(", ") };
}

/** Sends as it was wished; what is told besides joins first, and is shown where something in it may point to the writer. */
export async function sendAs(
  reporting: ReportingServices,
  context: TurnContext,
  draft: Draft,
  { unnamed, told }: SendWish,
): Promise<FeatureResult> {
  const hidden = unnamed ? hideOwn(draft) : draft;
  if (told === "") return applyRequest(reporting, context, hidden, "send");
  const more = answer({ ...hidden, step: "summary" }, { kind: "text", text: told }, context.now);
  const found = (one: Draft): number => screenDraft(one).findings.length;
  return found(more.draft) > found(hidden)
    ? keep(reporting, context, more, draft)
    : applyRequest(reporting, context, more.draft, "send");
}
