import type { KeyRing } from "../../../platform/crypto/key-ring.ts";
import type { Reporter } from "../case.ts";

/** What every part of the book needs. */
export interface BookContext {
  readonly db: D1Database;
  readonly ring: KeyRing;
}

/** The place of each encrypted value: it can't be decrypted in another place. */
export const bindings = {
  content: (code: string) => `reports/content/${code}`,
  identity: (code: string) => `report_vault/identity/${code}`,
  event: (key: string) => `report_events/detail/${key}`,
  dispatch: (key: string) => `report_dispatches/payload/${key}`,
  /** The rows outlive the codes of their cases. */
  figure: () => "case_figures/commune",
  reason: (id: string) => `report_disclosures/reason/${id}`,
} as const;

/** The input of keyed hashes. Keys of messages may contain a platform's id, so none is stored as it is. */
export const names = {
  reporter: ({ channel, chat }: Reporter): string => `reporter:${channel}:${chat}`,
  submission: (key: string): string => `submission:${key}`,
  act: (key: string): string => `act:${key}`,
  erasure: (key: string): string => `erasure:${key}`,
} as const;

/** "?, ?, ?" for a list of values. */
export const marks = (values: readonly unknown[]): string => values.map(() => "?").join(", ");

/** The number of rows that a statement changed. */
export const changesOf = (result: D1Result | undefined): number => result?.meta.changes ?? 0;
