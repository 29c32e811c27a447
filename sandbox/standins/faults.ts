import { ConnectionDropped } from "../web.ts";

/** One way in which a platform can misbehave. */
export type Fault =
  /** HTTP 429 with the platform's own wording of how many seconds to wait. */
  | { readonly kind: "rate-limited"; readonly retryAfter: number }
  /** Any other HTTP status, with a body that need not be JSON. */
  | { readonly kind: "status"; readonly status: number; readonly body?: string }
  /** The platform's error in its own envelope: HTTP 200 at Zalo, the code as HTTP status at Telegram. */
  | { readonly kind: "error"; readonly code: number; readonly message?: string }
  /** Accepts the connection and never answers. */
  | { readonly kind: "hang" }
  /** Cuts the connection; nothing was done. */
  | { readonly kind: "drop" }
  /** Does the work, then cuts the connection: the caller can't know. */
  | { readonly kind: "lost-answer" };

export interface FaultScope {
  /** How many calls; default 1. `Infinity` until cleared. */
  readonly times?: number;
  /** Only calls whose endpoint ends with this, such as `message/cs` or `sendMessage`; default every call. */
  readonly on?: string;
  /** Only calls for this chat; default every chat. */
  readonly chat?: string;
}

/** Whether a call fails, and how. @param to the chat that it is for; undefined where it is for none */
export type Chance = (endpoint: string, to: string | undefined) => Fault | undefined;

/** The faults still to come, first in first out. */
export class FaultQueue {
  #chance: Chance | null = null;
  #waiting: { fault: Fault; left: number; on: string; chat: string | undefined }[] = [];

  push(fault: Fault, scope: FaultScope = {}): void {
    this.#waiting.push({ fault, left: scope.times ?? 1, on: scope.on ?? "", chat: scope.chat });
  }

  /** Called for each call without a queued fault; null ends it. */
  byChance(chance: Chance | null): void {
    this.#chance = chance;
  }

  clear(): void {
    this.#waiting = [];
    this.#chance = null;
  }

  /** The fault of this call, if there is one; it is then removed. */
  take(endpoint: string, to?: string): Fault | undefined {
    const entry = this.#waiting.find(
      ({ on, chat }) => endpoint.endsWith(on) && (chat === undefined || chat === to),
    );
    if (entry === undefined) return this.#chance?.(endpoint, to);
    entry.left -= 1;
    this.#waiting = this.#waiting.filter(({ left }) => left > 0);
    return entry.fault;
  }
}

/** How the two platforms word the faults that come in their own envelope. */
export interface FaultWording {
  rateLimited(retryAfter: number): Response;
  error(code: number, message: string | undefined): Response;
}

/** Performs a fault. `work` is what the call would have done. */
export async function play(
  fault: Fault,
  signal: AbortSignal,
  wording: FaultWording,
  work: () => Promise<Response>,
): Promise<Response> {
  switch (fault.kind) {
    case "rate-limited":
      return wording.rateLimited(fault.retryAfter);
    case "status":
      return new Response(fault.body ?? "<html>gateway error</html>", { status: fault.status });
    case "error":
      return wording.error(fault.code, fault.message);
    case "hang":
      await aborted(signal);
      throw new ConnectionDropped();
    case "drop":
      throw new ConnectionDropped();
    case "lost-answer":
      await work();
      throw new ConnectionDropped();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
