import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { messageKey } from "../message-key.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { isClosed } from "../workflow/workflow.ts";
import { askWithdraw, closedAlready, KEPT, WITHDRAWS, withdrawn } from "./case-wording.ts";
import { FILED, WITHDRAWING } from "./citizen-session.ts";
import { CANT_PASS_ON } from "./citizen-wording.ts";
import { withSecrecy } from "./own-answers.ts";
import { fears } from "./reporter-asks.ts";
import { wordsToDuty } from "./to-duty.ts";
import { keepUnsent, openUnsent, saidOf } from "./unsent.ts";

const NOTHING_WAITS = WITHDRAWING.with(undefined);

/**
 * Asks once, and keeps the words of the wish until the answer.
 * @param codes of this chat's own reports: one, or those that are equally likely meant
 * @param words with which it was wished; empty for a command
 */
export async function askToWithdraw(
  reporting: ReportingServices,
  context: TurnContext,
  codes: readonly string[],
  words: string,
): Promise<FeatureResult> {
  const [code = ""] = codes;
  const status = codes.length === 1 ? await reporting.book.statusFor(code) : null;
  if (status !== null && isClosed(status.state)) return { replies: [closedAlready(status)] };
  const pieces = words === "" ? [] : [{ kind: "text" as const, text: words }];
  const wish = { codes: [...codes], pieces, lead: WITHDRAWS };
  const kept = await keepUnsent(reporting, context, wish, WITHDRAWING);
  const asking = askWithdraw(codes);
  return { replies: [fears(context.utterance) ? withSecrecy(asking) : asking], session: kept };
}

/** "Rút": the wish and its words go to the desk. Asks first where this report wasn't asked about. */
export async function withdraw(
  reporting: ReportingServices,
  context: TurnContext,
  code: string,
): Promise<FeatureResult> {
  const { inbound, now } = context;
  const { book, carry } = reporting;
  if (!(await book.isReporter(code, inbound))) return { replies: [CANT_PASS_ON], session: NOTHING_WAITS };
  const unsent = await openUnsent(reporting, context, WITHDRAWING);
  if (unsent?.codes.includes(code) !== true) return askToWithdraw(reporting, context, [code], "");
  const { text } = saidOf(unsent);
  const { outcome } = await wordsToDuty(
    book,
    { text, asked: new Set(), danger: false, lead: text === "" ? WITHDRAWS : `${WITHDRAWS} ` },
    {
      code,
      reporter: { channel: inbound.channel, chat: inbound.chat },
      media: [],
      at: now,
      key: messageKey(inbound),
    },
  );
  if (outcome.kind !== "relayed") return { replies: [CANT_PASS_ON], session: NOTHING_WAITS };
  await carry();
  return { replies: [withdrawn(code)], session: { ...NOTHING_WAITS, ...FILED.with({ code, at: now }) } };
}

/** "Thôi". */
export const keepCase = async (): Promise<FeatureResult> => ({ replies: [KEPT], session: NOTHING_WAITS });
