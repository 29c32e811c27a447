import { randomBytes } from "node:crypto";
import type { Fields } from "./body.ts";

export interface ZaloAppKeys {
  readonly appId: string;
  readonly appSecret: string;
  readonly refreshToken: string;
}

/**
 * Zalo's OAuth v4 for an Official Account: each refresh token works once and brings a new pair.
 * Errors come with HTTP 200, and `expires_in` is a string of seconds (25 hours), as at the real one.
 */
export class ZaloTokens {
  readonly #keys: ZaloAppKeys;
  readonly #refresh: Set<string>;
  readonly #access = new Set<string>();
  readonly #spent = new Set<string>();
  #newest: string | null = null;
  #isInHand = false;
  /** Also accepts an unknown token once: an old state folder still has the last run's. */
  readonly #adopt: boolean;

  constructor(keys: ZaloAppKeys, adopt: boolean) {
    this.#keys = keys;
    this.#refresh = new Set([keys.refreshToken]);
    this.#adopt = adopt;
  }

  knows(accessToken: string | null): boolean {
    if (accessToken === this.#newest) this.#isInHand = true;
    return accessToken !== null && this.#access.has(accessToken);
  }

  /** True where the newest access token is valid and the bot has used it: then no refresh is running. */
  get isInHand(): boolean {
    return this.#isInHand && this.#newest !== null && this.#access.has(this.#newest);
  }

  /** Makes every access token invalid, as the platform may at any time. */
  revoke(): void {
    this.#access.clear();
  }

  exchange(fields: Fields, secretKey: string | null): Response {
    const token = typeof fields.refresh_token === "string" ? fields.refresh_token : "";
    if (secretKey !== this.#keys.appSecret || fields.app_id !== this.#keys.appId) {
      return oauthError(-14002, "Invalid app", "app_id or secret_key is not right");
    }
    if (fields.grant_type !== "refresh_token")
      return oauthError(-118, "Invalid grant", "grant_type is not known");
    if (!this.#accepts(token))
      return oauthError(-14014, "Invalid refresh token", "Refresh token was used or is unknown");
    this.#refresh.delete(token);
    this.#spent.add(token);
    const pair = { access: fresh("access"), refresh: fresh("refresh") };
    this.#access.add(pair.access);
    this.#newest = pair.access;
    this.#isInHand = false;
    this.#refresh.add(pair.refresh);
    return Response.json({ access_token: pair.access, refresh_token: pair.refresh, expires_in: "90000" });
  }

  #accepts(token: string): boolean {
    if (this.#refresh.has(token)) return true;
    return this.#adopt && token.startsWith("sandbox-refresh-") && !this.#spent.has(token);
  }
}

const fresh = (what: string): string => `sandbox-${what}-${randomBytes(24).toString("base64url")}`;

function oauthError(error: number, name: string, reason: string): Response {
  return Response.json({
    error,
    error_name: name,
    error_reason: reason,
    error_description: reason,
    ref_doc: "",
  });
}
