import type { AuditLog } from "./audit.ts";
import type { OfficialNotices } from "./notices.ts";

/** What the parts of the directory need. */
export interface OfficialsContext {
  readonly db: D1Database;
  /** The supervisors of the settings. */
  readonly first: ReadonlySet<string>;
  readonly audit: AuditLog;
  readonly notices: OfficialNotices;
  readonly nameOf: (telegramId: string) => Promise<string>;
}
