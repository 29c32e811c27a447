import type { Bindings } from "../env.ts";
import { keyedIdOf } from "../ledger/chat-finder.ts";
import { PlainConversations } from "../ledger/plain-conversations.ts";
import type { KeyRing } from "../platform/crypto/key-ring.ts";
import { logEvent } from "../platform/log.ts";
import type { ConversationStore } from "./chat-store.ts";
import { hasRows, unsealedRows } from "./hand-over.ts";
import type { HandedOver, Numbers } from "./stored-rows.ts";

/** The object that takes a chat's rows. */
interface Heir extends Rpc.DurableObjectBranded {
  takeOver(from: string, rows: HandedOver): Promise<Numbers>;
}

export interface ChangeOverOptions {
  readonly env: Pick<Bindings, "CONVERSATION" | "LEDGER">;
  /** Undefined where no keys are set: then nothing moves. */
  readonly ring: KeyRing | undefined;
  /** The object's own id. */
  readonly id: string;
  readonly store: ConversationStore;
  readonly storage: DurableObjectStorage;
}

/**
 * Moves a chat from an object with an open name, of an earlier release or of a time without keys, to the one whose name
 * tells nothing. Every step can be repeated, and the chat leaves the list of those that must move only when nothing is
 * stored under its open name any more: a death in between moves it again, which changes nothing.
 */
export class ChangeOver {
  readonly #options: ChangeOverOptions;
  #running: Promise<void> | null = null;
  #isOver = false;

  constructor(options: ChangeOverOptions) {
    this.#options = options;
  }

  /** True where this object must not work: its rows are to move, or have moved. */
  isDue(): boolean {
    if (this.#isOver) return true;
    const { ring, store, storage } = this.#options;
    return ring !== undefined && !store.memory.isSealed() && hasRows(storage.sql);
  }

  /** Moves the rows, then empties this object. Never twice at once. */
  async run(): Promise<void> {
    this.#running ??= this.#move().finally(() => {
      this.#running = null;
    });
    await this.#running;
  }

  async #move(): Promise<void> {
    const { env, ring, id, store, storage } = this.#options;
    if (ring === undefined) return;
    const list = new PlainConversations(env.LEDGER);
    if (!this.#isOver && !store.memory.isSealed()) {
      // Before the list is shorter: it is what tells a chat under an open name from one whose name key is lost.
      const to = await keyedIdOf(env, ring, id);
      if (hasRows(storage.sql)) {
        // Only objects of the class Conversation are bound to it.
        const target = env.CONVERSATION.get(to) as unknown as DurableObjectStub<Heir>;
        const grown = await target.takeOver(id, unsealedRows(storage.sql));
        await list.moved(id, to.toString(), grown);
      }
      this.#isOver = true;
      await storage.deleteAlarm();
      await storage.deleteAll();
      logEvent("chat_moved", {});
    }
    await list.emptied(id);
  }
}
