import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { AppError } from "../errors.ts";
import { fromBase64, toBase64Url } from "./base64url.ts";

/** An encrypted value that no key of the ring decrypts: a key is missing, or the bytes were moved or changed. */
export class SealError extends AppError {
  constructor(why: "form" | "unknown_key" | "tampered") {
    super(`seal_${why}`, "A sealed value could not be opened.");
  }
}

/**
 * What a derived key is for: each has only one purpose. `seal` encrypts, `lookup` finds a value again without storing
 * it, `receipt` signs what a citizen takes home, `name` hides the ids that storage is named by, `backup` protects copies,
 * `audit` chains the log, `code` makes the one-time codes of supervisors.
 */
export type Purpose = "seal" | "lookup" | "receipt" | "name" | "backup" | "audit" | "code";

interface RingKey {
  readonly id: string;
  readonly master: Uint8Array<ArrayBuffer>;
}

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const ENTRY = /^([\w-]{1,32}):(\S+)$/;
const FORMAT = 1;
/**
 * What a cipher returns is memory outside the heap that waits to be collected. The collector comes by the number of
 * objects on the heap: many small ones are gone after a few megabytes, a few large ones after a hundred.
 */
const SLICE = 2 * 1024;

/**
 * Reads `id:base64,…`, each key 32 bytes, the first encrypts.
 * @returns null where the setting has another form or an id occurs twice
 */
export function parseKeyRing(setting: string): KeyRing | null {
  const keys: RingKey[] = [];
  for (const entry of setting.split(",")) {
    const [, id, encoded] = ENTRY.exec(entry.trim()) ?? [];
    const master = encoded === undefined ? null : fromBase64(encoded);
    if (id === undefined || master?.length !== KEY_BYTES || keys.some((key) => key.id === id)) return null;
    keys.push({ id, master });
  }
  const [current] = keys;
  return current === undefined ? null : new KeyRing(current, keys);
}

/**
 * The keys that protect reports. Each key of the ring is only a master key: each purpose uses its own key, derived from
 * it by HKDF-SHA-256. Every encrypted value (AES-GCM-256) names its key, so older keys still decrypt what they
 * encrypted. All methods that end in `Now` are synchronous: what is written together with other rows of a chat must not
 * wait in between. The others do the same and return a promise.
 * @example
 * const ring = parseKeyRing(`k2:${newKey},k1:${oldKey}`); // the first key encrypts, both decrypt
 * const sealed = ring?.sealNow("nội dung", "reports/content/TB-1"); // "1.k2.…"
 * ring?.openNow(sealed ?? "", "reports/content/TB-1"); // "nội dung"; a SealError at any other place
 */
export class KeyRing {
  readonly #current: RingKey;
  readonly #keys: readonly RingKey[];
  readonly #derived = new Map<string, Uint8Array<ArrayBuffer>>();

  /** Use `parseKeyRing`. */
  constructor(current: RingKey, keys: readonly RingKey[]) {
    this.#current = current;
    this.#keys = keys;
  }

  /** The id of the key that encrypts now. */
  get currentId(): string {
    return this.#current.id;
  }

  /** The ids of all keys, the one that encrypts first. */
  get ids(): readonly string[] {
    return this.#keys.map(({ id }) => id);
  }

  /** The beginning of every text that the current key encrypts. */
  get currentPrefix(): string {
    return `${FORMAT}.${this.#current.id}.`;
  }

  /**
   * Encrypts a text as `1.<key id>.<iv>.<ciphertext>`.
   * @param binding where it will be stored, e.g. "reports/content/TB-…": it can't be decrypted elsewhere, so rows can't
   * be swapped
   */
  sealNow(text: string, binding: string): string {
    const bytes = utf8(text);
    const sealed = new Uint8Array(bytes.length + TAG_BYTES);
    const iv = this.#encrypt(bytes, binding, sealed);
    return `${this.currentPrefix}${toBase64Url(iv)}.${toBase64Url(sealed)}`;
  }

  /** @throws SealError */
  openNow(sealed: string, binding: string): string {
    const [format, id, iv, body, ...rest] = sealed.split(".");
    const ivBytes = iv === undefined ? null : fromBase64(iv);
    const bodyBytes = body === undefined ? null : fromBase64(body);
    if (format !== String(FORMAT) || id === undefined || rest.length > 0 || !ivBytes || !bodyBytes)
      throw new SealError("form");
    return new TextDecoder().decode(this.#decrypt(id, ivBytes, bodyBytes, binding, bodyBytes));
  }

  /**
   * Encrypts bytes, such as a part of a photo: format, length of the key's id, id, IV, ciphertext.
   * @param into where it is written, long enough; new memory without it
   */
  sealBytesNow(bytes: Uint8Array, binding: string, into?: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    const id = utf8(this.#current.id);
    const bodyAt = 2 + id.length + IV_BYTES;
    const length = bodyAt + bytes.length + TAG_BYTES;
    const out = into?.subarray(0, length) ?? new Uint8Array(length);
    out.set([FORMAT, id.length]);
    out.set(id, 2);
    out.set(this.#encrypt(bytes, binding, out.subarray(bodyAt)), 2 + id.length);
    return out;
  }

  /**
   * @param into where the bytes are written, as long as `sealed`; may be the same memory
   * @throws SealError; `into` is no use then
   */
  openBytesNow(
    sealed: Uint8Array,
    binding: string,
    into: Uint8Array<ArrayBuffer> = new Uint8Array(sealed.length),
  ): Uint8Array<ArrayBuffer> {
    const idEnd = 2 + (sealed[1] ?? 0);
    if (sealed[0] !== FORMAT || sealed.length < idEnd + IV_BYTES) throw new SealError("form");
    const id = new TextDecoder().decode(sealed.subarray(2, idEnd));
    const iv = sealed.subarray(idEnd, idEnd + IV_BYTES);
    return this.#decrypt(id, iv, sealed.subarray(idEnd + IV_BYTES), binding, into);
  }

  async seal(text: string, binding: string): Promise<string> {
    return this.sealNow(text, binding);
  }

  /** @throws SealError */
  async open(sealed: string, binding: string): Promise<string> {
    return this.openNow(sealed, binding);
  }

  async sealBytes(bytes: Uint8Array, binding: string): Promise<Uint8Array<ArrayBuffer>> {
    return this.sealBytesNow(bytes, binding);
  }

  /** @throws SealError */
  async openBytes(sealed: Uint8Array, binding: string): Promise<Uint8Array<ArrayBuffer>> {
    return this.openBytesNow(sealed, binding);
  }

  /** True where it was encrypted with another key than the current one. */
  needsRotation(sealed: string): boolean {
    return !sealed.startsWith(this.currentPrefix);
  }

  /** The keyed hash with the current key: stored to find the same value again without storing the value. */
  async lookupHash(value: string): Promise<string> {
    return toBase64Url(this.#mac(this.#current, "lookup", utf8(value)));
  }

  /** The keyed hashes with every key of the ring: for a search, so that values from before a rotation are found. */
  async lookupHashes(value: string): Promise<readonly string[]> {
    return this.#keys.map((key) => toBase64Url(this.#mac(key, "lookup", utf8(value))));
  }

  /** Signs bytes of a receipt with the current key. */
  async signReceipt(bytes: Uint8Array): Promise<{ keyId: string; mac: Uint8Array<ArrayBuffer> }> {
    return { keyId: this.#current.id, mac: this.#mac(this.#current, "receipt", bytes) };
  }

  /** The signature that the key `keyId` makes; null where the ring no longer has it. */
  async receiptMac(keyId: string, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
    return this.macNow("receipt", bytes, keyId);
  }

  /**
   * HMAC-SHA-256 of bytes or of a text in UTF-8, with the key of one purpose.
   * @param keyId the current key's where it isn't given
   * @returns 32 bytes; null where the ring doesn't have that key
   */
  macNow(purpose: Purpose, value: string | Uint8Array): Uint8Array<ArrayBuffer>;
  macNow(purpose: Purpose, value: string | Uint8Array, keyId: string): Uint8Array<ArrayBuffer> | null;
  macNow(
    purpose: Purpose,
    value: string | Uint8Array,
    keyId = this.#current.id,
  ): Uint8Array<ArrayBuffer> | null {
    const key = this.#keys.find(({ id }) => id === keyId);
    return key === undefined
      ? null
      : this.#mac(key, purpose, typeof value === "string" ? utf8(value) : value);
  }

  /** Writes ciphertext and tag into `sealed`; returns the IV. */
  #encrypt(bytes: Uint8Array, binding: string, sealed: Uint8Array): Uint8Array {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv("aes-256-gcm", this.#derive(this.#current, "seal"), iv);
    cipher.setAAD(utf8(binding));
    for (let at = 0; at < bytes.length; at += SLICE)
      sealed.set(cipher.update(bytes.subarray(at, at + SLICE)), at);
    cipher.final();
    sealed.set(cipher.getAuthTag(), bytes.length);
    return iv;
  }

  /** Writes the bytes into `into`; returns them. */
  #decrypt(
    id: string,
    iv: Uint8Array,
    sealed: Uint8Array,
    binding: string,
    into: Uint8Array<ArrayBuffer>,
  ): Uint8Array<ArrayBuffer> {
    const key = this.#keys.find((candidate) => candidate.id === id);
    if (key === undefined) throw new SealError("unknown_key");
    const end = sealed.length - TAG_BYTES;
    if (iv.length !== IV_BYTES || end < 0) throw new SealError("tampered");
    try {
      const decipher = createDecipheriv("aes-256-gcm", this.#derive(key, "seal"), iv);
      decipher.setAAD(utf8(binding));
      decipher.setAuthTag(sealed.subarray(end));
      for (let at = 0; at < end; at += SLICE)
        into.set(decipher.update(sealed.subarray(at, Math.min(end, at + SLICE))), at);
      decipher.final();
      return into.subarray(0, end);
    } catch {
      throw new SealError("tampered");
    }
  }

  #mac(key: RingKey, purpose: Purpose, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    return new Uint8Array(createHmac("sha256", this.#derive(key, purpose)).update(bytes).digest());
  }

  #derive(key: RingKey, purpose: Purpose): Uint8Array<ArrayBuffer> {
    const name = `${key.id}/${purpose}`;
    const known = this.#derived.get(name);
    if (known !== undefined) return known;
    const salt = new Uint8Array(0);
    const derived = new Uint8Array(
      hkdfSync("sha256", key.master, salt, utf8(`tro-ly-138/${purpose}/1`), KEY_BYTES),
    );
    this.#derived.set(name, derived);
    return derived;
  }
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
