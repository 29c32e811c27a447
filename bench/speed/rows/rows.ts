/** What Cloudflare bills of the databases (D1 and Durable Objects, "rows read" and "rows written"), and round trips. */
export interface Rows {
  /** Calls to D1; a batch is one. */
  readonly d1Calls: number;
  readonly d1Read: number;
  readonly d1Written: number;
  readonly objectRead: number;
  readonly objectWritten: number;
  /** Each is billed as one row written besides. */
  readonly alarmsSet: number;
  readonly alarmsDeleted: number;
}

/** The names, in the order of the table. */
export const COUNTED = [
  "d1Calls",
  "d1Read",
  "d1Written",
  "objectRead",
  "objectWritten",
  "alarmsSet",
  "alarmsDeleted",
] as const satisfies readonly (keyof Rows)[];

export const NO_ROWS: Rows = {
  ...{ d1Calls: 0, d1Read: 0, d1Written: 0 },
  ...{ objectRead: 0, objectWritten: 0, alarmsSet: 0, alarmsDeleted: 0 },
};

/** Rows by a rule for each name. */
export function rowsOf(rule: (name: keyof Rows) => number): Rows {
  const rows: { -readonly [Name in keyof Rows]: number } = { ...NO_ROWS };
  for (const name of COUNTED) rows[name] = rule(name);
  return rows;
}
