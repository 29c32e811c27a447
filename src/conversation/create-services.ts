import { telegramDownload } from "../channels/download.ts";
import type { Config } from "../config.ts";
import { FigureUpdates } from "../figure-updates/updates.ts";
import { createD1FigureStore } from "../figures/store.ts";
import { createD1Index } from "../knowledge/d1-index.ts";
import { Officials } from "../officials/directory.ts";
import { may } from "../officials/roles.ts";
import type { Services } from "./services.ts";

interface Databases {
  readonly KNOWLEDGE: D1Database;
  readonly LEDGER: D1Database;
}

/** The services over the two databases; the first supervisors come from the settings. */
export function createServices(databases: Databases, { telegram, operatorQuietMs }: Config): Services {
  const updates = new FigureUpdates(databases.LEDGER);
  const officials = new Officials(databases.LEDGER, telegram?.adminIds ?? new Set());
  return {
    knowledge: createD1Index(databases.KNOWLEDGE),
    figures: createD1FigureStore(databases.KNOWLEDGE, updates),
    now: Date.now,
    isOfficial: async (who) => may(await officials.roleOf(who), "see_internal"),
    officials,
    ...(telegram !== undefined && {
      figureUpdates: {
        updates,
        seed: createD1FigureStore(databases.KNOWLEDGE),
        download: telegramDownload(telegram),
      },
    }),
    ...(operatorQuietMs !== undefined && { operatorQuietMs }),
    ...(telegram?.botUsername !== undefined && { botUsername: telegram.botUsername }),
  };
}
