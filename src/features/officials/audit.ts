/** One line of the audit: who did what to what. Lines are only added. */
export interface AuditEntry {
  /** Makes a repeated turn write it once. */
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** An official's Telegram id. */
  readonly actor: string;
  readonly action: string;
  /** A report's code, a role, an official: never words of a report. */
  readonly subject: string;
}

/** The statement that adds a line to the audit, for a batch. */
export function auditStatement(
  db: D1Database,
  { key, at, actor, action, subject }: AuditEntry,
): D1PreparedStatement {
  return db
    .prepare("INSERT OR IGNORE INTO audit (key, at, actor, action, subject) VALUES (?, ?, ?, ?, ?)")
    .bind(key, at, actor, action, subject);
}
