/**
 * The alarm of one chat: the promise that its work goes on after a crash. A chat has one, so the earliest time wins, and
 * a rush of messages arms it once.
 */
export class ChatAlarm {
  readonly #storage: Pick<DurableObjectStorage, "setAlarm" | "deleteAlarm">;
  #at = 0;

  constructor(storage: Pick<DurableObjectStorage, "setAlarm" | "deleteAlarm">) {
    this.#storage = storage;
  }

  /** @param at milliseconds since the epoch; a little earlier is as good */
  wakeBy(at: number): void {
    if (this.#at > Date.now() && this.#at <= at) return;
    this.#at = at;
    void this.#storage.setAlarm(at);
  }

  /** Nothing is left to do: the alarm would wake a sleeping chat for nothing. */
  letSleep(): void {
    if (this.#at <= Date.now()) return;
    this.#at = 0;
    void this.#storage.deleteAlarm();
  }

  /** It has gone off: none is armed now. */
  wentOff(): void {
    this.#at = 0;
  }
}
