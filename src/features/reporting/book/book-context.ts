import type { KeyRing } from "../../../platform/crypto/key-ring.ts";
import type { Reporter } from "../case.ts";

/** What every part of the book works on. */
export interface BookContext {
  readonly db: D1Database;
  readonly ring: KeyRing;
}

/** Where each sealed value rests: it opens nowhere else. */
export const bindings = {
  content: (code: string) => `reports/content/${code}`,
  identity: (code: string) => `report_vault/identity/${code}`,
  event: (key: string) => `report_events/detail/${key}`,
  dispatch: (key: string) => `report_dispatches/payload/${key}`,
  reason: (id: string) => `report_disclosures/reason/${id}`,
} as const;

/** What keyed hashes are made of. Keys of messages may hold a platform's id: none rests as it is. */
export const names = {
  reporter: ({ channel, chat }: Reporter): string => `reporter:${channel}:${chat}`,
  submission: (key: string): string => `submission:${key}`,
  act: (key: string): string => `act:${key}`,
  erasure: (key: string): string => `erasure:${key}`,
} as const;

/** "?, ?, ?" for a list of values. */
export const marks = (values: readonly unknown[]): string => values.map(() => "?").join(", ");

/** Changes of one statement of a batch. */
export const changesOf = (result: D1Result | undefined): number => result?.meta.changes ?? 0;
