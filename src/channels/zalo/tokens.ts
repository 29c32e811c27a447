import type { ZaloSettings } from "../../config.ts";
import { AppError } from "../../platform/errors.ts";
import { MINUTE } from "../../platform/time.ts";
import type { TokenSettings } from "./token-chain.ts";
import type { TokenStatus } from "./token-logic.ts";

/** A token, or the code of the reason why there is none. */
export type TokenAnswer = { readonly accessToken: string } | { readonly unavailable: string };

/** The keeper of an account's tokens, as its callers see it. Implemented by the Durable Object `ZaloTokenKeeper`. */
export interface TokenKeeper extends Rpc.DurableObjectBranded {
  accessToken(settings: TokenSettings, options?: { readonly rejected?: string }): Promise<TokenAnswer>;
  status(): Promise<TokenStatus>;
}

export type TokenKeepers = DurableObjectNamespace<TokenKeeper>;

interface Options {
  /** A token that Zalo has just refused. */
  readonly rejected?: string;
}

/**
 * The keeper's access token. The keeper renews it when half of its life is over.
 * @throws AppError `zalo_token.<why>` where there is none
 */
export async function askForToken(
  keepers: TokenKeepers,
  settings: ZaloSettings,
  options: Options = {},
): Promise<string> {
  const answer = await keepers.get(keepers.idFromName(settings.oaId)).accessToken(settings, options);
  if ("unavailable" in answer) throw new AppError(answer.unavailable, "no Zalo access token");
  return answer.accessToken;
}

/** A token is valid for a day. The chats of an isolate ask the keeper once a minute, cron asks every five. */
const FRESH = MINUTE;

/** The last token of each account in this isolate. */
const known = new WeakMap<ZaloSettings, { readonly token: string; readonly at: number }>();

/**
 * Gives access tokens to senders. Where the keeper can't be reached, as on a full disk, the last known token is used.
 */
export function zaloTokens(
  keepers: TokenKeepers,
  settings: ZaloSettings,
): (options?: Options) => Promise<string> {
  return async (options = {}) => {
    const last = known.get(settings);
    const isGood = last !== undefined && last.token !== options.rejected;
    if (isGood && Math.abs(Date.now() - last.at) < FRESH) return last.token;
    try {
      const token = await askForToken(keepers, settings, options);
      known.set(settings, { token, at: Date.now() });
      return token;
    } catch (error) {
      if (isGood && !(error instanceof AppError)) return last.token;
      throw error;
    }
  };
}
