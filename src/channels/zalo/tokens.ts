import type { ZaloSettings } from "../../config.ts";
import { AppError } from "../../platform/errors.ts";
import type { TokenSettings } from "./token-chain.ts";
import type { TokenStatus } from "./token-logic.ts";

/** A token, or the code of the reason why there is none. */
export type TokenAnswer = { readonly accessToken: string } | { readonly unavailable: string };

/** The keeper of an account's tokens as others call it. Implemented by the Durable Object `ZaloTokenKeeper`. */
export interface TokenKeeper extends Rpc.DurableObjectBranded {
  accessToken(settings: TokenSettings, options?: { readonly rejected?: string }): Promise<TokenAnswer>;
  status(): Promise<TokenStatus>;
}

export type TokenKeepers = DurableObjectNamespace<TokenKeeper>;

/**
 * Hands out the access token of the one keeper; `rejected` is a token that Zalo has just refused.
 * What it returns throws AppError `zalo_token.<why>` where there is no token.
 */
export function zaloTokens(
  keepers: TokenKeepers,
  settings: ZaloSettings,
): (options?: { readonly rejected?: string }) => Promise<string> {
  return async (options = {}) => {
    const answer = await keepers.get(keepers.idFromName(settings.oaId)).accessToken(settings, options);
    if ("unavailable" in answer) throw new AppError(answer.unavailable, "no Zalo access token");
    return answer.accessToken;
  };
}
