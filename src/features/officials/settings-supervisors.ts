import { OperationsState } from "../../ledger/operations-state.ts";
import type { Officials } from "./directory.ts";
import { NOTICES } from "./notices-wording.ts";

/** The supervisors whom the settings named when all were last told. */
const NAME = "settings_supervisors_told";

/** How the supervisors of the settings differ from those of the last look. */
export interface SettingsChange {
  /** Nobody at the first look: nothing is known to have changed. */
  readonly came: readonly string[];
  readonly left: readonly string[];
  /** Remembers those of this look. */
  readonly store: D1PreparedStatement;
}

/**
 * Compares the supervisors of the settings with those of the last look under a name; null where they are the same.
 * @param first the supervisors of the settings
 */
export async function settingsChange(
  db: D1Database,
  name: string,
  first: ReadonlySet<string>,
  now: number,
): Promise<SettingsChange | null> {
  const state = new OperationsState(db);
  const present = [...first].sort();
  const value = present.join(",");
  const known = await state.get(name);
  if (known?.value === value) return null;
  const before = known === null ? present : known.value.split(",").filter((id) => id !== "");
  return {
    came: present.filter((id) => !before.includes(id)),
    left: before.filter((id) => !first.has(id)),
    store: state.statement(name, value, now),
  };
}

/**
 * Tells all supervisors where the settings name others than before: that is a grant or a revocation too, though no one of
 * them did it.
 */
export async function tellSettings(
  db: D1Database,
  officials: Officials,
  first: ReadonlySet<string>,
  now: number,
): Promise<void> {
  const change = await settingsChange(db, NAME, first, now);
  if (change === null) return;
  const { came, left, store } = change;
  if (came.length + left.length === 0) {
    await store.run();
    return;
  }
  const key = `settings:${now}`;
  const words = NOTICES.settingsChanged(came, left);
  const subject = [...came.map((id) => `+${id}`), ...left.map((id) => `-${id}`)].join(" ");
  await officials.audit.commit(
    { key, at: now, actor: "operator", action: "settings_changed", subject },
    { statements: [store, officials.notices.statement({ key, words, at: now })] },
  );
}
