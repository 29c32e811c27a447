import type { ZaloSettings } from "../../config.ts";
import { AppError } from "../../platform/errors.ts";
import type { ZaloTokenKeeper } from "./token-keeper.ts";

/**
 * Hands out the access token of the one keeper; `rejected` is a token that Zalo has just refused.
 * What it returns throws AppError `zalo_token.<why>` where there is no token.
 */
export function zaloTokens(
  keepers: DurableObjectNamespace<ZaloTokenKeeper>,
  settings: ZaloSettings,
): (options?: { readonly rejected?: string }) => Promise<string> {
  return async (options = {}) => {
    const answer = await keepers.get(keepers.idFromName(settings.oaId)).accessToken(settings, options);
    if ("unavailable" in answer) throw new AppError(answer.unavailable, "no Zalo access token");
    return answer.accessToken;
  };
}
