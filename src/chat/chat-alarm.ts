/**
 * The alarm of one chat: because of it, work goes on after a crash. A chat has only one, so the earliest time is set.
 * Many messages at once set it only once.
 */
export class ChatAlarm {
  readonly #storage: Pick<DurableObjectStorage, "setAlarm" | "deleteAlarm">;
  #at = 0;

  constructor(storage: Pick<DurableObjectStorage, "setAlarm" | "deleteAlarm">) {
    this.#storage = storage;
  }

  /** @param at milliseconds since the epoch; an alarm that is set a little earlier is good enough */
  wakeBy(at: number): void {
    if (this.#at > Date.now() && this.#at <= at) return;
    this.#at = at;
    void this.#storage.setAlarm(at);
  }

  /** Nothing is left to do. Without this the alarm would wake a sleeping chat for nothing. */
  letSleep(): void {
    if (this.#at <= Date.now()) return;
    this.#at = 0;
    void this.#storage.deleteAlarm();
  }

  /** The alarm has fired: none is set now. */
  wentOff(): void {
    this.#at = 0;
  }
}
