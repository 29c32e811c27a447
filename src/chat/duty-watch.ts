import type { OperationsState } from "../ledger/operations-state.ts";
import { type Reply, strong, text } from "../messaging/reply.ts";
import { errorCode } from "../platform/errors.ts";
import { logEvent } from "../platform/log.ts";
import { MINUTE } from "../platform/time.ts";
import type { ConversationStore } from "./chat-store.ts";
import { LATE_AFTER, TELL_LATE_AGAIN } from "./retry-schedule.ts";

/** After a look that failed, the next one comes after this time. */
const LOOK_AGAIN = MINUTE;

export interface DutyWatchOptions {
  readonly store: ConversationStore;
  readonly state: Pick<OperationsState, "set">;
  readonly tellSupervisors: (message: { readonly key: string; readonly reply: Reply }) => Promise<void>;
}

/** Tells the supervisors when the duty group doesn't get its messages, and shows it in the status. */
export class DutyWatch {
  readonly #options: DutyWatchOptions;
  /** While a look is under way, and for a while after one failed, nothing is due. */
  #notBefore = 0;

  constructor(options: DutyWatchOptions) {
    this.#options = options;
  }

  /** When to look next; null where nothing waits. */
  dueAt(): number | null {
    const { since } = this.#options.store.outbox.unsent();
    const told = this.#options.store.memory.number("lateTold");
    if (since === null) return told === 0 ? null : this.#notBefore;
    return Math.max(since + LATE_AFTER, told === 0 ? 0 : told + TELL_LATE_AGAIN, this.#notBefore);
  }

  /** Never throws: what can't be told now is told at the next look. */
  async look(now: number): Promise<void> {
    const due = this.dueAt();
    if (due === null || due > now) return;
    const { store, state, tellSupervisors } = this.#options;
    const { n, since } = store.outbox.unsent();
    this.#notBefore = now + LOOK_AGAIN;
    try {
      await state.set("duty_late", JSON.stringify({ n, since }), now);
      if (since !== null) {
        logEvent("alarm", { name: "duty_late", kind: "alarm" });
        await tellSupervisors(lateNotice(n, since, now));
      }
      store.memory.setNumber("lateTold", since === null ? 0 : now);
      this.#notBefore = 0;
    } catch (error) {
      logEvent("duty_watch_failed", { code: errorCode(error) });
    }
  }
}

function lateNotice(n: number, since: number, now: number): { readonly key: string; readonly reply: Reply } {
  const minutes = Math.floor((now - since) / MINUTE);
  return {
    key: `duty-late:${since}:${Math.floor(now / TELL_LATE_AGAIN)}`,
    reply: {
      blocks: [
        strong(`Tin vào nhóm trực bị chậm: ${n} tin đang chờ gửi, lâu nhất ${minutes} phút.`),
        text(
          "Không tin nào mất, tôi vẫn đang gửi lại. Trong lúc chờ, anh/chị gõ /tin để xem các tin báo và báo cho tổ trực; gõ /sotin để xem còn bao nhiêu tin chờ gửi.",
        ),
      ],
    },
  };
}
