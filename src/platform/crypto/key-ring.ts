import { AppError } from "../errors.ts";
import { fromBase64, toBase64Url } from "./base64url.ts";

/** An encrypted value that no key of the ring decrypts: a key is missing, or the bytes were moved or changed. */
export class SealError extends AppError {
  constructor(why: "form" | "unknown_key" | "tampered") {
    super(`seal_${why}`, "A sealed value could not be opened.");
  }
}

/** The purpose of a derived key: each key has only one. */
type Purpose = "seal" | "lookup" | "receipt";

interface RingKey {
  readonly id: string;
  readonly master: Uint8Array<ArrayBuffer>;
}

const KEY_BYTES = 32;
const IV_BYTES = 12;
const ENTRY = /^([\w-]{1,32}):(\S+)$/;
const FORMAT = 1;

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
 * The keys that protect reports. Each key of the ring is only a master key: encryption (AES-GCM-256), lookup
 * (HMAC-SHA-256) and signing of receipts (HMAC-SHA-256) use separate keys derived from it by HKDF-SHA-256. Every
 * encrypted value names its key, so older keys still decrypt what they encrypted.
 * @example
 * const ring = parseKeyRing(`k2:${newKey},k1:${oldKey}`); // the first key encrypts, both decrypt
 * const sealed = await ring?.seal("nội dung", "reports/content/TB-1"); // "1.k2.…"
 * await ring?.open(sealed ?? "", "reports/content/TB-1"); // "nội dung"; a SealError at any other place
 */
export class KeyRing {
  readonly #current: RingKey;
  readonly #keys: readonly RingKey[];
  readonly #derived = new Map<string, CryptoKey>();

  /** Use `parseKeyRing`. */
  constructor(current: RingKey, keys: readonly RingKey[]) {
    this.#current = current;
    this.#keys = keys;
  }

  /** The id of the key that encrypts now. */
  get currentId(): string {
    return this.#current.id;
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
  async seal(text: string, binding: string): Promise<string> {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const sealed = await this.#encrypt(this.#current, iv, utf8(text), binding);
    return `${this.currentPrefix}${toBase64Url(iv)}.${toBase64Url(sealed)}`;
  }

  /** @throws SealError */
  async open(sealed: string, binding: string): Promise<string> {
    const [format, id, iv, body, ...rest] = sealed.split(".");
    const ivBytes = iv === undefined ? null : fromBase64(iv);
    const bodyBytes = body === undefined ? null : fromBase64(body);
    if (format !== String(FORMAT) || id === undefined || rest.length > 0 || !ivBytes || !bodyBytes)
      throw new SealError("form");
    return new TextDecoder().decode(await this.#decrypt(this.#key(id), ivBytes, bodyBytes, binding));
  }

  /** Encrypts bytes, such as a photo: format, length of the key's id, id, IV, ciphertext. */
  async sealBytes(bytes: Uint8Array<ArrayBuffer>, binding: string): Promise<Uint8Array<ArrayBuffer>> {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const sealed = await this.#encrypt(this.#current, iv, bytes, binding);
    const id = utf8(this.#current.id);
    const out = new Uint8Array(2 + id.length + IV_BYTES + sealed.length);
    out.set([FORMAT, id.length]);
    out.set(id, 2);
    out.set(iv, 2 + id.length);
    out.set(sealed, 2 + id.length + IV_BYTES);
    return out;
  }

  /** @throws SealError */
  async openBytes(sealed: Uint8Array<ArrayBuffer>, binding: string): Promise<Uint8Array<ArrayBuffer>> {
    const idEnd = 2 + (sealed[1] ?? 0);
    if (sealed[0] !== FORMAT || sealed.length < idEnd + IV_BYTES) throw new SealError("form");
    const key = this.#key(new TextDecoder().decode(sealed.subarray(2, idEnd)));
    const iv = sealed.subarray(idEnd, idEnd + IV_BYTES);
    return this.#decrypt(key, iv, sealed.subarray(idEnd + IV_BYTES), binding);
  }

  /** True where it was encrypted with another key than the current one. */
  needsRotation(sealed: string): boolean {
    return !sealed.startsWith(this.currentPrefix);
  }

  /** The keyed hash with the current key: stored to find the same value again without storing the value. */
  async lookupHash(value: string): Promise<string> {
    return toBase64Url(await this.#mac(this.#current, "lookup", utf8(value)));
  }

  /** The keyed hashes with every key of the ring: for a search, so that values from before a rotation are found. */
  async lookupHashes(value: string): Promise<readonly string[]> {
    return Promise.all(
      this.#keys.map(async (key) => toBase64Url(await this.#mac(key, "lookup", utf8(value)))),
    );
  }

  /** Signs bytes of a receipt with the current key. */
  async signReceipt(
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<{ keyId: string; mac: Uint8Array<ArrayBuffer> }> {
    return { keyId: this.#current.id, mac: await this.#mac(this.#current, "receipt", bytes) };
  }

  /** The signature that the key `keyId` makes; null where the ring no longer has it. */
  async receiptMac(keyId: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> {
    const key = this.#keys.find(({ id }) => id === keyId);
    return key === undefined ? null : this.#mac(key, "receipt", bytes);
  }

  #key(id: string): RingKey {
    const key = this.#keys.find((candidate) => candidate.id === id);
    if (key === undefined) throw new SealError("unknown_key");
    return key;
  }

  async #encrypt(key: RingKey, iv: Uint8Array<ArrayBuffer>, bytes: Uint8Array<ArrayBuffer>, binding: string) {
    const parameters = { name: "AES-GCM", iv, additionalData: utf8(binding) };
    return new Uint8Array(await crypto.subtle.encrypt(parameters, await this.#derive(key, "seal"), bytes));
  }

  async #decrypt(key: RingKey, iv: Uint8Array<ArrayBuffer>, bytes: Uint8Array<ArrayBuffer>, binding: string) {
    const parameters = { name: "AES-GCM", iv, additionalData: utf8(binding) };
    try {
      return new Uint8Array(await crypto.subtle.decrypt(parameters, await this.#derive(key, "seal"), bytes));
    } catch {
      throw new SealError("tampered");
    }
  }

  async #mac(key: RingKey, purpose: "lookup" | "receipt", bytes: Uint8Array<ArrayBuffer>) {
    return new Uint8Array(await crypto.subtle.sign("HMAC", await this.#derive(key, purpose), bytes));
  }

  async #derive(key: RingKey, purpose: Purpose): Promise<CryptoKey> {
    const name = `${key.id}/${purpose}`;
    // Keys are cached, not promises: a promise belongs to the request that made it.
    const derived = this.#derived.get(name) ?? (await derive(key.master, purpose));
    this.#derived.set(name, derived);
    return derived;
  }
}

async function derive(master: Uint8Array<ArrayBuffer>, purpose: Purpose): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey("raw", master, "HKDF", false, ["deriveKey"]);
  const salt = new Uint8Array(0);
  const parameters = { name: "HKDF", hash: "SHA-256", salt, info: utf8(`tro-ly-138/${purpose}/1`) };
  return purpose === "seal"
    ? crypto.subtle.deriveKey(parameters, base, { name: "AES-GCM", length: 256 }, false, [
        "encrypt",
        "decrypt",
      ])
    : crypto.subtle.deriveKey(parameters, base, { name: "HMAC", hash: "SHA-256", length: 256 }, false, [
        "sign",
      ]);
}

/** A copy in its own buffer, as the types of WebCrypto require. */
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));
