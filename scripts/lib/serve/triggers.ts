import { MINUTE } from "../../../src/platform/time.ts";
import { type Cron, parseCron } from "./cron.ts";

/** Runs one trigger of the Worker; resolves when it has finished. */
export type RunTrigger = (expression: string, scheduledTime: Date) => Promise<void>;

/**
 * Fires cron triggers: each once at the start, for work left by a stop or a crash, then at its minutes. A missed run is
 * not repeated, and a run that lasts into its next minute is not started twice.
 * @returns a function that ends it
 */
export function fireTriggers(expressions: readonly string[], run: RunTrigger): () => void {
  const crons = expressions.map(parseCron);
  const running = new Set<Cron>();
  const fire = async (cron: Cron, at: number): Promise<void> => {
    if (running.has(cron)) return;
    running.add(cron);
    try {
      await run(cron.expression, new Date(at));
    } finally {
      running.delete(cron);
    }
  };
  let timer: NodeJS.Timeout;
  const wait = () => {
    const next = Math.floor(Date.now() / MINUTE + 1) * MINUTE;
    timer = setTimeout(() => {
      for (const cron of crons) if (cron.isDue(next)) void fire(cron, next);
      wait();
    }, next - Date.now());
  };
  for (const cron of crons) void fire(cron, Date.now());
  wait();
  return () => clearTimeout(timer);
}
