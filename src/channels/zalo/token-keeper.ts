import { DurableObject } from "cloudflare:workers";
import { AppError } from "../../platform/errors.ts";
import { logEvent } from "../../platform/log.ts";
import { TokenChain, type TokenSettings } from "./token-chain.ts";
import type { TokenState, TokenStatus } from "./token-logic.ts";
import type { TokenAnswer, TokenKeeper } from "./tokens.ts";

const STATE = "state";

/**
 * The only place where an Official Account's tokens are stored. A refresh token works once: with two writers, or with a
 * pair lost between the answer and the write, the bot is cut off until an admin of the account consents again.
 */
export class ZaloTokenKeeper extends DurableObject implements TokenKeeper {
  readonly #chain = new TokenChain({
    store: {
      load: () => this.ctx.storage.kv.get<TokenState>(STATE),
      save: async (state) => {
        this.ctx.storage.kv.put(STATE, state);
        await this.ctx.storage.sync();
      },
    },
    fetch: (input, init) => fetch(input, init),
    now: () => Date.now(),
    report: ({ code, isFinal }) => logEvent("zalo_token_refresh_failed", { code, isFinal }),
  });

  /**
   * A token that should work now; see TokenChain. Asked every few minutes, it refreshes when half of its life is over.
   * "No token" is a return value: an error thrown across objects is logged as uncaught even where it is caught.
   */
  async accessToken(
    settings: TokenSettings,
    options: { readonly rejected?: string } = {},
  ): Promise<TokenAnswer> {
    try {
      return { accessToken: await this.#chain.accessToken(settings, options) };
    } catch (error) {
      if (error instanceof AppError) return { unavailable: error.code };
      throw error;
    }
  }

  /** The state of the chain, without secrets. */
  async status(): Promise<TokenStatus> {
    return this.#chain.status();
  }
}
