import type { Officials } from "./directory.ts";
import { NOTICES } from "./notices-wording.ts";

/** The supervisors whom the settings named when it was last looked. */
const NAME = "settings_supervisors_told";

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
  const present = [...first].sort();
  const row = await db
    .prepare("SELECT value FROM operations_state WHERE name = ?")
    .bind(NAME)
    .first<{ value: string }>();
  const value = present.join(",");
  if (row?.value === value) return;
  const store = db
    .prepare(
      `INSERT INTO operations_state (name, value, at) VALUES (?, ?, ?)
       ON CONFLICT (name) DO UPDATE SET value = excluded.value, at = excluded.at`,
    )
    .bind(NAME, value, now);
  if (row === null) {
    // The first look: nothing is known to have changed.
    await store.run();
    return;
  }
  const before = row.value.split(",").filter((id) => id !== "");
  const came = present.filter((id) => !before.includes(id));
  const left = before.filter((id) => !first.has(id));
  const key = `settings:${now}`;
  const words = NOTICES.settingsChanged(came, left);
  const subject = [...came.map((id) => `+${id}`), ...left.map((id) => `-${id}`)].join(" ");
  await officials.audit.commit(
    { key, at: now, actor: "operator", action: "settings_changed", subject },
    { statements: [store, officials.notices.statement({ key, words, at: now })] },
  );
}
