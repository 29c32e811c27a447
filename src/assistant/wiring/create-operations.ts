import type { Bindings } from "../../env.ts";
import type { AuditLog } from "../../features/officials/audit.ts";
import type { OperationsServices, RetryOutcome } from "../../features/operations/operations-services.ts";
import { DayBook } from "../../ledger/day-book.ts";
import { OperationsState, readOutgoing } from "../../ledger/operations-state.ts";
import { ParkedBook, type ParkedEntry } from "../../ledger/parked-book.ts";
import { refreshLedger } from "../../ledger/sweep.ts";
import { errorCode } from "../../platform/errors.ts";
import { logEvent } from "../../platform/log.ts";

/** With more conversations than this, a turn doesn't ask them: it shows the counts of the last cron run. */
const ASKED_AT_MOST = 300;

/** The loss ledger over D1 and the conversations themselves. */
export function createOperations(env: Bindings, audit: AuditLog): OperationsServices {
  const days = new DayBook(env.LEDGER);
  const parked = new ParkedBook(env.LEDGER);
  const state = new OperationsState(env.LEDGER);
  const stubOf = ({ conversation }: ParkedEntry) =>
    env.CONVERSATION.get(env.CONVERSATION.idFromString(conversation));
  return {
    refresh: () => reached(() => refreshLedger(env, Date.now(), ASKED_AT_MOST)),
    outgoing: async () => readOutgoing((await state.get("outgoing"))?.value),
    linesOf: (day) => days.linesOf(day),
    cronAt: async () => (await state.get("cron"))?.at ?? null,
    openParked: () => parked.open(),
    parkedByNumber: (number) => parked.byNumber(number),
    async retry(entry, { by, key }): Promise<RetryOutcome> {
      await audit.commit({
        key: `parked_retry:${by}:${key}`,
        at: Date.now(),
        actor: by,
        action: "parked_retry",
        subject: subjectOf(entry),
      });
      const after = await reached(() => stubOf(entry).retryParked(entry.message));
      if (after === null) return { kind: "unreachable" };
      if (after.state === "parked") return { kind: "still", reason: after.reason ?? entry.reason };
      if (after.state === "queued") return { kind: "queued" };
      // The chat no longer has it: take it off the list.
      await parked.resolve(entry.conversation, entry.message, Date.now());
      return { kind: after.state };
    },
    async dismiss(entry, { by, key, reason }) {
      await audit.commit({
        key: `parked_dismiss:${by}:${key}`,
        at: Date.now(),
        actor: by,
        action: "parked_dismiss",
        subject: `${subjectOf(entry)}: ${reason}`,
      });
      const isClosed = await reached(() => stubOf(entry).dismissParked(entry.message));
      if (isClosed === null) return "unreachable";
      return isClosed ? "closed" : "gone";
    },
  };
}

const subjectOf = ({ number, conversation, message }: ParkedEntry): string =>
  `#${number} ${message} ${conversation}`;

/** The answer, or null where the conversation or the database didn't give one. */
async function reached<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    logEvent("operations_failed", { code: errorCode(error) });
    return null;
  }
}
