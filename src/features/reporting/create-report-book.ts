import type { RandomBytes } from "../../language/report-code.ts";
import type { KeyRing } from "../../platform/crypto/key-ring.ts";
import { toMinute } from "../../platform/time.ts";
import { alarmCase, newlyOverdue, ownerOf, urgentWaiting } from "./book/case-alarms.ts";
import { readHistory } from "./book/case-events.ts";
import { readFigures } from "./book/case-figures.ts";
import { markDelivered, markReached, markUndeliverable } from "./book/delivery.ts";
import { deskAct, wakeCases } from "./book/desk-acts.ts";
import { countAttempt, readPending } from "./book/dispatch.ts";
import { likelyDuplicates } from "./book/duplicates.ts";
import { setFacts } from "./book/facts.ts";
import { filesPassedOn, noteFilesMissing } from "./book/files-missing.ts";
import { findCases } from "./book/find/find-cases.ts";
import { withGists } from "./book/find/gists.ts";
import { catchUp } from "./book/find/index-case.ts";
import {
  communeOfCase,
  getReport,
  isReporter,
  openCases,
  rateOf,
  reporterOf,
  reportsOf,
  statusFor,
} from "./book/lookup.ts";
import { moveReport } from "./book/move.ts";
import { noiseBetween, sameOwn, witnessesOf } from "./book/noise.ts";
import { addNote, relayToDuty, relayToReporter } from "./book/relay-rows.ts";
import { reopenReport } from "./book/reopen.ts";
import type { ReportBook } from "./book/report-book.ts";
import { getMany, rushOf } from "./book/rush.ts";
import { noteSatisfied } from "./book/satisfied.ts";
import { submitReport } from "./book/submit.ts";
import { receiptFor } from "./receipts/receipt.ts";
import { eraseFor, sweepRetention } from "./retention/retention.ts";

/** Nothing of a report is stored with a finer time than a minute: here is the one place where times come in. */
const onTheMinute = <T extends { readonly at: number }>(act: T): T => ({ ...act, at: toMinute(act.at) });

/**
 * The book over D1. Every time that it stores is a whole minute.
 * @param random for the codes of new reports
 */
export function createReportBook(db: D1Database, ring: KeyRing, random?: RandomBytes): ReportBook {
  const context = { db, ring };
  return {
    submit: (submission) => submitReport(context, onTheMinute(submission), random),
    get: (code) => getReport(context, code),
    communeOf: (code) => communeOfCase(context, code),
    statusFor: (code) => statusFor(context, code),
    reportsOf: (reporter) => reportsOf(context, reporter),
    sameOwn: (submission) => sameOwn(context, submission),
    witnesses: (code, limit) => witnessesOf(context, code, limit),
    noiseBetween: (from, until) => noiseBetween(context, from, until),
    rushOf: (report) => rushOf(context, report),
    getMany: (codes) => getMany(context, codes),
    rateOf: (reporter, now) => rateOf(context, reporter, now),
    open: (filter) => openCases(context, filter),
    find: (query) => findCases(context, query),
    withGists: (cases) => withGists(context, cases),
    catchUp: (limit) => catchUp(context, limit),
    figures: (from, to) => readFigures(context, from, to),
    history: (code) => readHistory(context, code),
    move: (request) => moveReport(context, onTheMinute(request)),
    desk: (request) => deskAct(context, onTheMinute(request)),
    wake: (now) => wakeCases(context, toMinute(now)),
    reopen: (message) => reopenReport(context, onTheMinute(message)),
    satisfied: (message) => noteSatisfied(context, onTheMinute(message)),
    relayToReporter: (message) => relayToReporter(context, onTheMinute(message)),
    relayToDuty: (message) => relayToDuty(context, onTheMinute(message)),
    setFacts: (request) => setFacts(context, onTheMinute(request)),
    note: (message) => addNote(context, onTheMinute(message)),
    urgentWaiting: () => urgentWaiting(context),
    newlyOverdue: (now) => newlyOverdue(context, now),
    alarm: (step) => alarmCase(context, onTheMinute(step)),
    ownerOf: (code) => ownerOf(context, code),
    likelyDuplicates: (code) => likelyDuplicates(context, code),
    pendingDispatches: (limit) => readPending(context, limit),
    noteAttempt: (key) => countAttempt(db, key),
    markDelivered: (key, at) => markDelivered(context, key, toMinute(at)),
    markUndeliverable: (code, key, at) => markUndeliverable(context, code, key, toMinute(at)),
    noteFilesMissing: (code, part, kinds, at) => noteFilesMissing(context, code, part, kinds, toMinute(at)),
    filesPassedOn: (code, part, at) => filesPassedOn(context, code, part, toMinute(at)),
    markReached: (key, at) => markReached(context, key, toMinute(at)),
    reporterOf: (code) => reporterOf(context, code),
    isReporter: (code, reporter) => isReporter(context, code, reporter),
    receiptFor: (code) => receiptFor(context, code),
    erase: (request) => eraseFor(context, onTheMinute(request)),
    sweepRetention: (now, forget) => sweepRetention(context, toMinute(now), forget),
  };
}
