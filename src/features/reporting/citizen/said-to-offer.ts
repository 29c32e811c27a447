import { isMadeOf, PatternBook } from "../../../language/pattern-book.ts";
import { MINUTE } from "../../../platform/time.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { addUnsent, dropUnsent, reportUnsent } from "./case-offer.ts";
import { UNSENT, WITHDRAWING } from "./citizen-session.ts";
import SAYINGS from "./said-to-offer.json" with { type: "json" };
import { openUnsent } from "./unsent.ts";
import { keepCase, withdraw } from "./withdraw-case.ts";

/** So long after our question a short word answers it; its buttons work for longer. */
const LATELY = 30 * MINUTE;

const FILLERS = new PatternBook(SAYINGS.fillers.split(" "));
const [ADD, FRESH, DROP, WITHDRAW, KEEP] = [
  SAYINGS.add,
  SAYINGS.fresh,
  SAYINGS.drop,
  SAYINGS.withdraw,
  SAYINGS.keep,
].map((sayings) => new PatternBook(sayings)) as [
  PatternBook,
  PatternBook,
  PatternBook,
  PatternBook,
  PatternBook,
];

/** What a button of "where does it go?" or "withdraw it?" does, typed in words; null where the message says something else. */
export async function takeSaid(
  reporting: ReportingServices,
  context: TurnContext,
): Promise<FeatureResult | null> {
  const { inbound, session, utterance, now } = context;
  if (inbound.content.kind !== "text") return null;
  const says = (book: PatternBook) => isMadeOf(utterance, book, FILLERS);
  const wish = WITHDRAWING.of(session);
  if (wish !== undefined && now < wish.at + LATELY) {
    if (says(KEEP)) return keepCase();
    const [code, ...others] = (await openUnsent(reporting, context, WITHDRAWING))?.codes ?? [];
    if (code !== undefined && others.length === 0 && says(WITHDRAW))
      return withdraw(reporting, context, code);
  }
  const kept = UNSENT.of(session);
  if (kept === undefined || now >= kept.at + LATELY) return null;
  if (says(FRESH)) return reportUnsent(reporting, context);
  if (says(DROP)) return dropUnsent(reporting, context);
  const [code, ...others] = (await openUnsent(reporting, context))?.codes ?? [];
  return code !== undefined && others.length === 0 && says(ADD) ? addUnsent(reporting, context, code) : null;
}
