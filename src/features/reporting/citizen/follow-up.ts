import { withLaws } from "../../../language/laws.ts";
import { isMadeOf, PatternBook } from "../../../language/pattern-book.ts";
import { readReportCode } from "../../../language/report-code.ts";
import type { Utterance } from "../../../language/utterance.ts";
import { source, text } from "../../../messaging/reply.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import type { Session } from "../../../turn/session.ts";
import { FIGURE_THREAD } from "../../figures/figure-thread.ts";
import type { ReportStatus } from "../case.ts";
import { messageKey } from "../message-key.ts";
import { verifyReceipt } from "../receipts/receipt.ts";
import { verdictText } from "../receipts/receipt-wording.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { erasureText } from "../retention/retention-wording.ts";
import { isClosed } from "../workflow/workflow.ts";
import { addUnsent, dropUnsent, reportUnsent } from "./case-offer.ts";
import { CASE_COMMANDS } from "./case-wording.ts";
import {
  FILED,
  HELD_ANSWER,
  NO_REPORT,
  PARKED,
  REMINDED,
  SAME_TOLD,
  TALK_FILES,
  UNSENT,
  WITHDRAWING,
} from "./citizen-session.ts";
import {
  GLAD,
  NO_RECEIPT,
  NO_SUCH_REPORT,
  NOT_CLOSED,
  ownReports,
  REOPEN_TOO_LATE,
  REOPENED,
  receipt,
  statusReply,
  TYPO,
  WHICH_CODE,
} from "./citizen-wording.ts";
import { guessesTooMuch, noSuchReport } from "./misses.ts";
import { reopenToDuty } from "./to-duty.ts";
import { keepCase, withdraw } from "./withdraw-case.ts";

type Answer = (
  reporting: ReportingServices,
  context: TurnContext,
  argument: string,
) => Promise<FeatureResult>;

/** What a citizen can do with a submitted report. */
export const FOLLOW_UPS: Readonly<Record<string, Answer>> = {
  "/tracuu": lookUp,
  "/tincuatoi": async ({ book }, { inbound }) => ({ replies: [ownReports(await book.reportsOf(inbound))] }),
  "/bienlai": giveReceipt,
  "/xacminh": verify,
  "/chuaxong": reopen,
  "/xoadulieu": (reporting, context) => erase(reporting, context, "request"),
  "/daon": glad,
  [CASE_COMMANDS.add]: (...all) => onCase(addUnsent)(...all),
  [CASE_COMMANDS.withdraw]: (...all) => onCase(withdraw)(...all),
  [CASE_COMMANDS.fresh]: reportUnsent,
  [CASE_COMMANDS.drop]: dropUnsent,
  [CASE_COMMANDS.keep]: keepCase,
};

const WORDS: readonly { readonly command: string; readonly book: PatternBook }[] = [
  {
    command: "/tincuatoi",
    book: new PatternBook(["(/xem) (/các) (tin của tôi/tin đã gửi/tin báo của tôi/tin tôi đã gửi)"]),
  },
  { command: "/tracuu", book: new PatternBook(["(tra cứu/tra cứu tin báo/tình trạng tin báo/xem tin báo)"]) },
  {
    command: "/xoadulieu",
    book: new PatternBook(["(xoá dữ liệu/xoá thông tin/xoá tin báo) (/của tôi/của em/của mình)"]),
  },
];
const FILLERS = new PatternBook("ạ nhé cho tôi em xin với giúp hãy muốn".split(" "));

/** The same, typed in words. */
export const followUpFor = (utterance: Utterance): Answer | undefined =>
  FOLLOW_UPS[WORDS.find(({ book }) => isMadeOf(utterance, book, FILLERS))?.command ?? ""];

/** Deletion also clears the session: words, and the threads of figures and knowledge by their names. */
const FORGOTTEN: Session = {
  ...NO_REPORT,
  ...SAME_TOLD.with(undefined),
  ...PARKED.with(undefined),
  ...HELD_ANSWER.with(undefined),
  ...TALK_FILES.with(undefined),
  ...UNSENT.with(undefined),
  ...WITHDRAWING.with(undefined),
  ...REMINDED.with(undefined),
  ...FIGURE_THREAD.with(undefined),
  knowledge: undefined,
};

/** `/xoadulieu`, or a withdrawal through the messenger: closed reports are erased now, open ones when they close. */
export async function erase(
  { book, media, backupDays, forget }: ReportingServices,
  { inbound, session, now }: TurnContext,
  why: "request" | "withdrawal",
): Promise<FeatureResult> {
  const { channel, chat } = inbound;
  const filed = FILED.of(session)?.code;
  const erasure = await book.erase({
    reporter: { channel, chat },
    at: now,
    key: messageKey(inbound),
    why,
  });
  await media.dropAllOf({ channel, chat }, now);
  // A repeated turn gets the same codes, so the handlers' chats forget them whatever happens in between.
  for (const code of erasure.erased) await forget(code);
  return {
    erases: { open: erasure.kept },
    replies: [
      { blocks: [text(erasureText(erasure, backupDays)), source(withLaws("{personalData.rights}"))] },
    ],
    session: { ...FORGOTTEN, ...(erasure.erased.includes(filed ?? "") && FILED.with(undefined)) },
  };
}

/** The state of a report; of one that was merged, that of the case that it went into, once that one is closed. */
export async function presentStatus(
  book: ReportingServices["book"],
  code: string,
): Promise<ReportStatus | null> {
  const status = await book.statusFor(code);
  if (status?.state !== "duplicate" || status.erased) return status;
  const head = (await book.get(code))?.duplicateOf;
  const whole = head === undefined ? null : await book.statusFor(head);
  if (whole === null || !isClosed(whole.state)) return status;
  return { ...status, state: whole.state, changedAt: whole.changedAt };
}

/** The state of one report, for whoever has its code. */
export async function lookUp(
  { book }: Pick<ReportingServices, "book">,
  { session, now }: TurnContext,
  argument: string,
): Promise<FeatureResult> {
  const reading = readReportCode(argument, { bare: true });
  if (reading.kind === "none") return { replies: [WHICH_CODE] };
  if (reading.kind === "typo") return { replies: [TYPO] };
  const tooMany = guessesTooMuch(session, now);
  if (tooMany !== null) return tooMany;
  const status = await presentStatus(book, reading.code);
  return status === null ? noSuchReport(session, now) : { replies: [statusReply(status, now)] };
}

/** A command on what waits for its tap, with the code of a report. */
const onCase =
  (
    work: (reporting: ReportingServices, context: TurnContext, code: string) => Promise<FeatureResult>,
  ): Answer =>
  async (reporting, context, argument) => {
    const reading = readReportCode(argument, { bare: true });
    if (reading.kind === "code") return work(reporting, context, reading.code);
    return { replies: [reading.kind === "typo" ? TYPO : WHICH_CODE] };
  };

/** Only for the chat that reported: anyone else gets the answer for a missing report. */
async function giveReceipt(
  { book }: ReportingServices,
  { inbound }: TurnContext,
  argument: string,
): Promise<FeatureResult> {
  const reading = readReportCode(argument, { bare: true });
  if (reading.kind === "none") return { replies: [WHICH_CODE] };
  if (reading.kind === "typo") return { replies: [TYPO] };
  if (!(await book.isReporter(reading.code, inbound))) return { replies: [NO_RECEIPT] };
  const words = await book.receiptFor(reading.code);
  return { replies: [words === null ? NO_RECEIPT : receipt(words)] };
}

async function verify(
  { ring }: ReportingServices,
  _context: TurnContext,
  argument: string,
): Promise<FeatureResult> {
  return { replies: [{ blocks: [text(verdictText(await verifyReceipt(ring, argument)))] }] };
}

/** "Đã ổn": one tap. Without the code of an own, solved report it is only a thank-you. */
export async function glad(
  { book, carry }: ReportingServices,
  { inbound, now }: TurnContext,
  argument: string,
): Promise<FeatureResult> {
  const reading = readReportCode(argument, { bare: true });
  if (reading.kind !== "code") return { replies: [GLAD] };
  const { channel, chat } = inbound;
  const key = messageKey(inbound);
  if (await book.satisfied({ code: reading.code, reporter: { channel, chat }, at: now, key })) await carry();
  return { replies: [GLAD] };
}

/** Opens a report that its reporter says goes on; false where it is open, or too long closed. */
export async function reopenClosed(
  { book, carry }: ReportingServices,
  { inbound, now }: TurnContext,
  code: string,
): Promise<boolean> {
  const key = `again:${messageKey(inbound)}`;
  const outcome = await reopenToDuty(book, { code, reporter: inbound, at: now, key });
  await carry();
  return outcome.kind === "reopened";
}

async function reopen(
  { book, carry }: ReportingServices,
  { inbound, now }: TurnContext,
  argument: string,
): Promise<FeatureResult> {
  const reading = readReportCode(argument, { bare: true });
  if (reading.kind !== "code") return { replies: [reading.kind === "typo" ? TYPO : WHICH_CODE] };
  const outcome = await reopenToDuty(book, {
    code: reading.code,
    reporter: inbound,
    at: now,
    key: messageKey(inbound),
  });
  await carry();
  switch (outcome.kind) {
    case "reopened":
      // What the citizen says next is what isn't done.
      return {
        replies: [{ ...REOPENED, about: reading.code }],
        session: FILED.with({ code: reading.code, at: now }),
      };
    case "not_closed":
      return { replies: [NOT_CLOSED] };
    case "too_late":
      return { replies: [REOPEN_TOO_LATE] };
    case "unknown":
      return { replies: [NO_SUCH_REPORT] };
  }
}
