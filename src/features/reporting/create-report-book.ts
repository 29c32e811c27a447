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
  const shelf = { db, ring };
  return {
    submit: (submission) => submitReport(shelf, submission, random),
    get: (code) => getReport(shelf, code),
    statusFor: (code) => statusFor(shelf, code),
    reportsOf: (reporter) => reportsOf(shelf, reporter),
    rateOf: (reporter, now) => rateOf(shelf, reporter, now),
    open: (filter) => openCases(shelf, filter),
    history: (code) => readHistory(shelf, code),
    move: (request) => moveReport(shelf, request),
    reopen: (message) => reopenReport(shelf, message),
    relayToReporter: (message) => relayToReporter(shelf, message),
    relayToDuty: (message) => relayToDuty(shelf, message),
    note: (message) => addNote(shelf, message),
    likelyDuplicates: (code) => likelyDuplicates(shelf, code),
    pendingDispatches: (limit) => readPending(shelf, limit),
    noteAttempt: (key) => countAttempt(db, key),
    markDelivered: (key, at) => markDelivered(shelf, key, at),
    markUndeliverable: (code, key, at) => markUndeliverable(shelf, code, key, at),
    markReached: (key, at) => markReached(shelf, key, at),
    reporterOf: (code) => reporterOf(shelf, code),
    isReporter: (code, reporter) => isReporter(shelf, code, reporter),
    receiptFor: (code) => receiptFor(shelf, code),
    erase: (request) => eraseFor(shelf, request),
    sweepRetention: (now) => sweepRetention(shelf, now),
    filesDeleted: (keys) => filesDeleted(shelf, keys),
  };
}
