import { MINUTE } from "../../platform/time.ts";

/** From so many bytes on, an upload waits until the process has no other one. */
export const LARGE = 1024 * 1024;

/** How often a waiting upload looks, in milliseconds. A chat may not wake another one, so each looks itself. */
const LOOK = 200;

/** An upload that never ended, because its chat died, doesn't keep the others waiting any longer than this. */
const LONGEST = 5 * MINUTE;

let takenUntil = 0;

/** Runs the uploads of large files one after another in this process, so that their bytes are never in memory together. */
export async function oneAtATime<T>(bytes: number, work: () => Promise<T>): Promise<T> {
  if (bytes < LARGE) return work();
  while (Date.now() < takenUntil) await new Promise((resolve) => setTimeout(resolve, LOOK));
  const mine = Date.now() + LONGEST;
  takenUntil = mine;
  try {
    return await work();
  } finally {
    if (takenUntil === mine) takenUntil = 0;
  }
}
