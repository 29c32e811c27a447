import type { KeyRing } from "../../platform/crypto/key-ring.ts";
import { readHistory } from "./book/case-events.ts";
import { markDelivered, markReached, markUndeliverable } from "./book/delivery.ts";
import { countAttempt, readPending } from "./book/dispatch.ts";
import { likelyDuplicates } from "./book/duplicates.ts";
import { getReport, isReporter, openCases, rateOf, reporterOf, reportsOf, statusFor } from "./book/lookup.ts";
import { moveReport, reopenReport } from "./book/move.ts";
import { addNote, relayToDuty, relayToReporter } from "./book/relay-rows.ts";
import type { ReportBook } from "./book/report-book.ts";
import { submitReport } from "./book/submit.ts";
import type { RandomBytes } from "./codes/report-code.ts";
import { receiptFor } from "./receipts/receipt.ts";
import { eraseFor, filesDeleted, sweepRetention } from "./retention/retention.ts";

/**
 * The book over D1.
 * @param random for the codes of new reports
 */
export function createReportBook(db: D1Database, ring: KeyRing, random?: RandomBytes): ReportBook {
  const context = { db, ring };
  return {
    submit: (submission) => submitReport(context, submission, random),
    get: (code) => getReport(context, code),
    statusFor: (code) => statusFor(context, code),
    reportsOf: (reporter) => reportsOf(context, reporter),
    rateOf: (reporter, now) => rateOf(context, reporter, now),
    open: (filter) => openCases(context, filter),
    history: (code) => readHistory(context, code),
    move: (request) => moveReport(context, request),
    reopen: (message) => reopenReport(context, message),
    relayToReporter: (message) => relayToReporter(context, message),
    relayToDuty: (message) => relayToDuty(context, message),
    note: (message) => addNote(context, message),
    likelyDuplicates: (code) => likelyDuplicates(context, code),
    pendingDispatches: (limit) => readPending(context, limit),
    noteAttempt: (key) => countAttempt(db, key),
    markDelivered: (key, at) => markDelivered(context, key, at),
    markUndeliverable: (code, key, at) => markUndeliverable(context, code, key, at),
    markReached: (key, at) => markReached(context, key, at),
    reporterOf: (code) => reporterOf(context, code),
    isReporter: (code, reporter) => isReporter(context, code, reporter),
    receiptFor: (code) => receiptFor(context, code),
    erase: (request) => eraseFor(context, request),
    sweepRetention: (now, forget) => sweepRetention(context, now, forget),
    filesDeleted: (keys) => filesDeleted(context, keys),
  };
}
