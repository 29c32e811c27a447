import type { Config } from "../config.ts";
import { createD1FigureStore } from "../figures/store.ts";
import { createD1Index } from "../knowledge/d1-index.ts";
import type { Services } from "./services.ts";

/** The services of a Worker: the knowledge and the figures in D1, the supervisors from the settings. */
export function createServices(env: { readonly KNOWLEDGE: D1Database }, config: Config): Services {
  return {
    knowledge: createD1Index(env.KNOWLEDGE),
    figures: createD1FigureStore(env.KNOWLEDGE),
    now: Date.now,
    isOfficial: ({ channel, sender }) =>
      channel === "telegram" && (config.telegram?.adminIds.has(sender) ?? false),
  };
}
