import { type CodeReading, readReportCode, withoutReportCodes } from "../../../language/report-code.ts";
import type { Inbound } from "../../../messaging/inbound.ts";
import { MINUTE } from "../../../platform/time.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import type { ReportStatus } from "../case.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { isClosed } from "../workflow/workflow.ts";
import { FILED, filedLately } from "./citizen-session.ts";
import { CANT_PASS_ON, TYPO } from "./citizen-wording.ts";
import { guessesTooMuch, noSuchReport } from "./misses.ts";

/** Two reports sent so close together are equally likely meant, until one of them was spoken of. */
const TOGETHER = 30 * MINUTE;
/** As many as there are buttons for. */
const MOST = 3;

/** The sent report that a message speaks of. */
export type WhichCase =
  | { readonly kind: "own"; readonly code: string }
  /** Two or more are equally likely, newest first. */
  | { readonly kind: "several"; readonly own: readonly ReportStatus[] }
  /** It speaks of one that isn't there, or not for this chat: this is said, and nothing is passed on. */
  | { readonly kind: "refused"; readonly result: FeatureResult }
  | { readonly kind: "none" };

/** "tb TB-7K2M-9QP4": the word for a report, before its code. */
const TWICE = /(?<![\p{L}\p{N}])tb[\s:]+(?=tb)/giu;

/**
 * The code that was typed anywhere in a message, its caption or its correction. Commands and taps say themselves what they
 * do with theirs.
 * @example codeIn({ kind: "text", text: "thêm vào tb 7k2m 9qp4: nó đeo kính" }) // { kind: "code", code: "TB-7K2M-9QP4" }
 */
export function codeIn(content: Inbound["content"]): CodeReading {
  const typed = typedIn(content);
  const isOurs = typed.trimStart().startsWith("/") || (content.kind === "text" && content.tapped === true);
  if (isOurs || withoutReportCodes(typed) === typed) return { kind: "none" };
  return readReportCode(typed.replace(TWICE, ""));
}

function typedIn(content: Inbound["content"]): string {
  switch (content.kind) {
    case "text":
    case "edited":
      return content.text;
    case "media":
      return content.caption ?? "";
    default:
      return "";
  }
}

/** The report that a message names: by a code in it, or as a reply to our message about that report. */
export function namedCase({ inbound, about }: Pick<TurnContext, "inbound" | "about">): string | undefined {
  const typed = codeIn(inbound.content);
  return typed.kind === "code" ? typed.code : about;
}

/** True where a message names a sent report; also where the code in it is mistyped. */
export const namesCase = (context: Pick<TurnContext, "inbound" | "about">): boolean =>
  context.about !== undefined || codeIn(context.inbound.content).kind !== "none";

/** Finds it: the one that is named, else the one spoken of last. Another person's code is answered like a missing one. */
export async function whichCase(
  { book }: Pick<ReportingServices, "book">,
  context: TurnContext,
): Promise<WhichCase> {
  const { inbound, session, now } = context;
  const typed = codeIn(inbound.content);
  if (typed.kind === "typo") return refused({ replies: [TYPO] });
  const filed = filedLately(session, now);
  const code = namedCase(context) ?? filed;
  if (code === undefined) return { kind: "none" };
  if (!(await book.isReporter(code, inbound))) {
    // This chat knows it from its own report: it was erased.
    if (code === filed) return refused({ replies: [CANT_PASS_ON], session: FILED.with(undefined) });
    if (typed.kind !== "code") return { kind: "none" };
    const tooMany = guessesTooMuch(session, now);
    if (tooMany !== null) return refused(tooMany);
    const isErased = (await book.statusFor(code))?.erased === true;
    return refused(isErased ? { replies: [CANT_PASS_ON] } : noSuchReport(session, now));
  }
  const rivals = namesCase(context) ? [] : await equallyLikely(book, context, code);
  return rivals.length > 1 ? { kind: "several", own: rivals } : { kind: "own", code };
}

const refused = (result: FeatureResult): WhichCase => ({ kind: "refused", result });

/** The report that was sent last with those sent just before it, where none has been spoken of since. */
async function equallyLikely(
  book: ReportingServices["book"],
  { inbound, session }: TurnContext,
  code: string,
): Promise<readonly ReportStatus[]> {
  const open = (await book.reportsOf(inbound)).filter(({ state }) => !isClosed(state));
  const last = open.find((one) => one.code === code);
  const spokenAt = FILED.of(session)?.at ?? 0;
  if (last === undefined || spokenAt - last.receivedAt > MINUTE) return [];
  return open.filter(({ receivedAt }) => Math.abs(last.receivedAt - receivedAt) < TOGETHER).slice(0, MOST);
}
