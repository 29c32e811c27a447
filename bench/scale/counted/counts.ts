/**
 * What Cloudflare bills and what its limits are about: rows of the databases (D1 and Durable Objects), calls, time. The
 * operator's book (LEDGER) and the knowledge are databases of their own, each with its own limits.
 */
export const COUNTED = [
  // Calls to D1, a batch is one.
  ...["ledgerCalls", "ledgerRead", "ledgerWritten"],
  ...["knowledgeCalls", "knowledgeRead", "knowledgeWritten"],
  ...["objectRead", "objectWritten"],
  // Each is billed as one row written besides.
  ...["alarmsSet", "alarmsDeleted"],
  // Calls of chats' objects and their alarms that went off; milliseconds in which an object couldn't sleep.
  ...["objectCalls", "alarmsRun", "activeMs"],
  // Of the one object that keeps Zalo's token.
  "tokenCalls",
  ...["filePuts", "fileGets", "fileBytes"],
] as const;

export type Counts = Readonly<Record<(typeof COUNTED)[number], number>>;

/** Counts by a rule for each name. */
export function countsOf(rule: (name: keyof Counts) => number): Counts {
  return Object.fromEntries(COUNTED.map((name) => [name, rule(name)])) as Counts;
}

/** One for the isolate: the Worker and all its objects live in it. */
let total: Counts = countsOf(() => 0);

/** Adds to the isolate's count. */
export function add(more: Partial<Counts>): void {
  total = countsOf((name) => total[name] + (more[name] ?? 0));
}

/** Everything counted since the isolate began. */
export const counted = (): Counts => total;
