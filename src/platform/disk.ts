import { z } from "zod";

/** Reports the free share of the disk. `npm run serve` provides it; Cloudflare has no such binding. */
export type DiskWatch = Pick<Fetcher, "fetch">;

const Told = z.object({ freeShare: z.number().min(0).max(1) });

/** Below this free share supervisors are told and the status isn't ok: there is still time to make room. */
export const LOW_DISK = 0.1;

/** From 0 to 1; null where it couldn't be found out. */
export async function freeShareOf(watch: DiskWatch): Promise<number | null> {
  try {
    return Told.parse(await (await watch.fetch("http://disk/")).json()).freeShare;
  } catch {
    return null;
  }
}
