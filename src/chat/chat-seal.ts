import { toBase64Url } from "../platform/crypto/base64url.ts";
import { type KeyRing, SealError } from "../platform/crypto/key-ring.ts";
import { errorCode } from "../platform/errors.ts";
import { logEvent } from "../platform/log.ts";

/** What `KeyRing.sealNow` writes: format, key, IV, ciphertext. Nothing that a chat stores unsealed looks like it. */
const SEALED = /^1\.[\w-]{1,32}\.[\w-]{16}\.[\w-]+$/;

/**
 * The one place where words, ids, codes and keys of a chat are made unreadable before they are stored. A sealed value
 * is bound to its chat and its row: in another chat or another row it doesn't open. Where no keys are set, everything
 * is stored as it is. Synchronous, so that a message is sealed inside its one write.
 * @example
 * const seal = new ChatSeal(ring, state.id.toString());
 * const stored = seal.seal("Xin chào", "inbox/7"); // "1.k1.…"
 * seal.open(stored, "inbox/7"); // "Xin chào"; a SealError at "inbox/8", or in another chat
 */
export class ChatSeal {
  readonly #ring: KeyRing | undefined;
  readonly #chat: string;

  /**
   * @param ring undefined where no keys are set
   * @param chat the chat's own object id
   */
  constructor(ring: KeyRing | undefined, chat: string) {
    this.#ring = ring;
    this.#chat = chat;
  }

  /** True where keys are set. */
  get isOn(): boolean {
    return this.#ring !== undefined;
  }

  /** @param place table and row; the empty text stays empty */
  seal(text: string, place: string): string {
    return this.#ring === undefined || text === "" ? text : this.#ring.sealNow(text, this.#at(place));
  }

  /** @throws SealError where the value is of another place, its key is missing, or it should be sealed and isn't */
  open(stored: string, place: string): string {
    if (stored === "") return stored;
    if (this.#ring !== undefined) return this.#ring.openNow(stored, this.#at(place));
    if (SEALED.test(stored)) throw new SealError("unknown_key");
    return stored;
  }

  /** The same; null, and a line in the log, where it can't be opened. */
  tryOpen(stored: string, place: string): string | null {
    try {
      return this.open(stored, place);
    } catch (error) {
      logEvent("chat_value_unreadable", { code: errorCode(error) });
      return null;
    }
  }

  /** What stands for a key, an id or a code where the same one must be found again: a keyed hash, of this chat alone. */
  name(value: string, place: string): string {
    const ring = this.#ring;
    return ring === undefined ? value : toBase64Url(ring.macNow("name", this.#at(`${place}/${value}`)));
  }

  /** The same with every key of the ring, the present one first: what was stored before a change of keys is found too. */
  names(value: string, place: string): readonly [string, ...string[]] {
    const [, ...older] = this.#ring?.ids ?? [];
    const macs = older.flatMap((id) => this.#ring?.macNow("name", this.#at(`${place}/${value}`), id) ?? []);
    return [this.name(value, place), ...macs.map(toBase64Url)];
  }

  #at(place: string): string {
    return `chats/${this.#chat}/${place}`;
  }
}
