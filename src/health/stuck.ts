import { z } from "zod";

const Stuck = z.object({ n: z.number(), oldest: z.number().nullable() });

/** What the last sweep found waiting: how much for too long, and the oldest of all; nothing where there was no sweep. */
export function readStuck(value: string | undefined): Readonly<z.infer<typeof Stuck>> {
  return value === undefined ? { n: 0, oldest: null } : Stuck.parse(JSON.parse(value));
}
