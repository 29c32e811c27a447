import type { TokenKeepers } from "./channels/zalo/tokens.ts";
import type { ErasureKeeper } from "./ledger/erasures.ts";
import type { Chats } from "./messaging/chats.ts";
import type { DiskWatch } from "./platform/disk.ts";

/** The Worker's bindings as wrangler.toml names them. Settings are read from the same object by `config.ts`. */
export interface Bindings {
  readonly CONVERSATION: Chats;
  readonly ZALO_TOKENS: TokenKeepers;
  readonly LEDGER: D1Database;
  readonly KNOWLEDGE: D1Database;
  /** Files of reports, encrypted. */
  readonly MEDIA: R2Bucket;
  /** Only on your own server. */
  readonly DISK?: DiskWatch;
  /** Only on your own server: the list of erasures outside of the state. */
  readonly ERASURES?: ErasureKeeper;
}
