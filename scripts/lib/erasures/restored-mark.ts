import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Beside `v3/`, so in no backup: the folder was restored, and the erasures since then weren't done again yet. */
const fileOf = (stateDir: string): string => join(stateDir, "restored");

export const markRestored = (stateDir: string): void => writeFileSync(fileOf(stateDir), "", { mode: 0o600 });
export const isRestored = (stateDir: string): boolean => existsSync(fileOf(stateDir));
export const forgetRestored = (stateDir: string): void => rmSync(fileOf(stateDir), { force: true });
