/** The part of D1 that the knowledge needs. A real D1Database satisfies it, and so does SQLite in a test. */
export interface SqlDatabase {
  prepare(sql: string): SqlPrepared;
  /** All or nothing, in order, in one round trip. */
  batch<Row>(statements: SqlPrepared[]): Promise<{ readonly results: Row[] }[]>;
}

export interface SqlPrepared {
  bind(...values: (string | number | null)[]): SqlPrepared;
  all<Row>(): Promise<{ readonly results: Row[] }>;
}

/** A statement as data: it can be bound and run here, or written to a file for a database elsewhere. */
export interface SqlStatement {
  /** Placeholders are numbered: ?1, ?2 … */
  readonly sql: string;
  readonly params: readonly (string | number)[];
}

/** The statement with its values written in, for `wrangler d1 execute --file`. */
export function toLiteralSql({ sql, params }: SqlStatement): string {
  return `${sql.replace(/\?(\d+)/g, (_, n: string) => literal(params[Number(n) - 1] as string | number))};`;
}

function literal(value: string | number): string {
  return typeof value === "number" ? String(value) : `'${value.replaceAll("'", "''")}'`;
}
