import { isMadeOf, PatternBook } from "../../../language/pattern-book.ts";
import { MINUTE } from "../../../platform/time.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { addUnsent, dropUnsent, reportUnsent } from "./case-offer.ts";
import { UNSENT, WITHDRAWING } from "./citizen-session.ts";
import SAYINGS from "./said-to-offer.json" with { type: "json" };
import { sayToCase } from "./say-to-case.ts";
import { openUnsent } from "./unsent.ts";
import { keepCase, withdraw } from "./withdraw-case.ts";

/** So long after our question a short word answers it; its buttons work for longer. */
const LATELY = 30 * MINUTE;

const FILLERS = new PatternBook(SAYINGS.fillers.split(" "));
const STAYS = new PatternBook(SAYINGS.stays);
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

/** "Đừng rút nữa, nó chưa trả đồng nào": the report stays, and why goes to its handlers. */
async function keepAndSay(
  reporting: ReportingServices,
  context: TurnContext,
  code: string,
): Promise<FeatureResult> {
  const kept = await keepCase();
  const { content } = context.inbound;
  const said =
    content.kind === "text" ? await sayToCase(reporting, context, { code, text: content.text }) : null;
  return said === null
    ? kept
    : { replies: [...kept.replies, ...said.replies], session: { ...kept.session, ...said.session } };
}

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
    const isOne = code !== undefined && others.length === 0;
    if (isOne && STAYS.has(utterance)) return keepAndSay(reporting, context, code);
    if (isOne && says(WITHDRAW)) return withdraw(reporting, context, code);
  }
  const kept = UNSENT.of(session);
  if (kept === undefined || now >= kept.at + LATELY) return null;
  if (says(FRESH)) return reportUnsent(reporting, context);
  if (says(DROP)) return dropUnsent(reporting, context);
  const [code, ...others] = (await openUnsent(reporting, context))?.codes ?? [];
  return code !== undefined && others.length === 0 && says(ADD) ? addUnsent(reporting, context, code) : null;
}
