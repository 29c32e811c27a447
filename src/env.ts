import type { ZaloTokenKeeper } from "./channels/zalo/token-keeper.ts";
import type { Conversation } from "./chat/conversation.ts";

/** The Worker's bindings as wrangler.toml names them. Settings are read from the same object by `config.ts`. */
export interface Bindings {
  readonly CONVERSATION: DurableObjectNamespace<Conversation>;
  readonly ZALO_TOKENS: DurableObjectNamespace<ZaloTokenKeeper>;
  readonly LEDGER: D1Database;
  readonly KNOWLEDGE: D1Database;
  /** Files of reports, sealed. */
  readonly MEDIA: R2Bucket;
}
