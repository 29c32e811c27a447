import { Secret, TOTP } from "otpauth";
import type { KeyRing } from "../../platform/crypto/key-ring.ts";
import { SECOND } from "../../platform/time.ts";
import { TWO_PERSON_RULES } from "./two-person-rules.ts";

const { digits, stepSeconds, driftSteps } = TWO_PERSON_RULES.code;
/** 160 bits, as RFC 4226 wants for SHA-1, which every authenticator app reads. */
const SECRET_BYTES = 20;

/** Which secret of an official: a new epoch makes a new one. */
export interface CodeEpoch {
  readonly epoch: number;
  /** The ring's key that it is derived from: so a new first key of the ring changes no secret. */
  readonly keyId: string;
}

/**
 * The one-time codes (RFC 6238) of an official, derived from the key ring: nothing secret is stored.
 * @returns null where the ring no longer has the key
 */
export function codesOf(ring: KeyRing, telegramId: string, { epoch, keyId }: CodeEpoch): OneTimeCodes | null {
  const bytes = ring.macNow("code", `${telegramId}/${epoch}`, keyId);
  return bytes === null ? null : new OneTimeCodes(telegramId, bytes.slice(0, SECRET_BYTES));
}

export class OneTimeCodes {
  readonly #totp: TOTP;

  constructor(telegramId: string, secret: Uint8Array<ArrayBuffer>) {
    this.#totp = new TOTP({
      issuer: "Trợ lý 138",
      label: `giám sát …${telegramId.slice(-4)}`,
      algorithm: "SHA1",
      digits,
      period: stepSeconds,
      secret: new Secret({ buffer: secret.buffer }),
    });
  }

  /** The code of a moment, for the operator's terminal and for tests. @param at milliseconds since the epoch */
  at(at: number): string {
    return this.#totp.generate({ timestamp: at });
  }

  /** The time step whose code this is, in the steps around a moment; null where it is none of these. */
  stepOf(code: string, at: number): number | null {
    const delta = this.#totp.validate({ token: code, timestamp: at, window: driftSteps });
    return delta === null ? null : Math.floor(at / (stepSeconds * SECOND)) + delta;
  }

  /** What an authenticator app reads: the address in the QR code. It holds the secret. */
  get address(): string {
    return this.#totp.toString();
  }

  /** The secret for typing, in base32. */
  get secret(): string {
    return this.#totp.secret.base32;
  }
}
