import type { ZaloSettings } from "../../config.ts";
import type { ZaloTokenKeeper } from "./token-keeper.ts";

/** Hands out the access token of the one keeper; `rejected` is a token that Zalo has just refused. */
export function zaloTokens(
  keepers: DurableObjectNamespace<ZaloTokenKeeper>,
  settings: ZaloSettings,
): (options?: { readonly rejected?: string }) => Promise<string> {
  return async (options = {}) => keepers.get(keepers.idFromName(settings.oaId)).accessToken(settings, options);
}
