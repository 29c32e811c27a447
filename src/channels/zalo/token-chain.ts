import { AppError } from "../../platform/errors.ts";
import {
  decide,
  parseTokenReply,
  type Question,
  settle,
  statusOf,
  type TokenReply,
  type TokenState,
  type TokenStatus,
} from "./token-logic.ts";

/** Where the state is stored. `save` resolves once it would survive a crash. */
export interface TokenStore {
  load(): TokenState | undefined;
  save(state: TokenState): Promise<void>;
}

/** The settings that a refresh needs. */
export interface TokenSettings {
  readonly appId: string;
  readonly appSecret: string;
  readonly refreshToken: string;
  readonly oauthRoot: string;
}

export interface TokenChainOptions {
  readonly store: TokenStore;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Called after every failed refresh. */
  readonly report: (failure: { readonly code: string; readonly isFinal: boolean }) => void;
}

const REFRESH = "/v4/oa/access_token";
const TIMEOUT = 15_000;

/** The single-use refresh tokens of one Official Account. There must be only one chain: a Durable Object. */
export class TokenChain {
  readonly #options: TokenChainOptions;
  #refreshing: Promise<void> | null = null;
  /** A state whose write failed: no token of it is given out before it is written. */
  #unsaved: TokenState | null = null;

  constructor(options: TokenChainOptions) {
    this.#options = options;
  }

  /**
   * A token that should work now. One refresh runs at a time; meanwhile callers use the old token if it still works.
   * @param options.rejected an access token that Zalo has just refused: refreshed only if it is still the stored one
   * @throws AppError `zalo_token.<why>` where there is none
   */
  async accessToken(settings: TokenSettings, options: { readonly rejected?: string } = {}): Promise<string> {
    const { now } = this.#options;
    // Each round tries one refresh token: a new seed, then the stored chain, then the outcome.
    for (let round = 0; round < 3; round++) {
      if (this.#unsaved !== null) await this.#save(this.#unsaved);
      const question = { seed: settings.refreshToken, now: now(), rejected: options.rejected };
      const decision = decide(this.#state(), question);
      if (decision.do === "use") return decision.accessToken;
      if (decision.do === "fail") throw unavailable(decision.code);
      if (this.#refreshing !== null && decision.meanwhile !== undefined) return decision.meanwhile;
      this.#refreshing ??= this.#refresh(settings, decision.refreshToken, question).finally(() => {
        this.#refreshing = null;
      });
      await this.#refreshing;
    }
    throw unavailable("no_token");
  }

  status(): TokenStatus {
    return statusOf(this.#state(), this.#options.now());
  }

  #state(): TokenState {
    return this.#unsaved ?? this.#options.store.load() ?? {};
  }

  async #refresh(settings: TokenSettings, refreshToken: string, question: Question): Promise<void> {
    // A refresh token works once. So a write must succeed before one is used: it fails on a full disk.
    await this.#options.store.save(this.#state());
    const reply = await this.#ask(settings, refreshToken);
    await this.#save(settle(this.#state(), reply, refreshToken, question));
    if (reply.kind === "failed") this.#options.report(reply);
  }

  async #save(state: TokenState): Promise<void> {
    this.#unsaved = state;
    await this.#options.store.save(state);
    if (this.#unsaved === state) this.#unsaved = null;
  }

  async #ask({ appId, appSecret, oauthRoot }: TokenSettings, refreshToken: string): Promise<TokenReply> {
    try {
      const response = await this.#options.fetch(`${oauthRoot}${REFRESH}`, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded", secret_key: appSecret },
        body: new URLSearchParams({
          refresh_token: refreshToken,
          app_id: appId,
          grant_type: "refresh_token",
        }).toString(),
        // A redirect would send the secret to another host.
        redirect: "manual",
        signal: AbortSignal.timeout(TIMEOUT),
      });
      return parseTokenReply(response.status, await response.text());
    } catch (error) {
      const isTimeout = error instanceof Error && error.name === "TimeoutError";
      return { kind: "failed", code: isTimeout ? "timeout" : "network", isFinal: false };
    }
  }
}

function unavailable(code: string): AppError {
  return new AppError(`zalo_token.${code}`, "no Zalo access token");
}
