import { createDownload } from "../../channels/download.ts";
import type { Config } from "../../config.ts";
import type { Bindings } from "../../env.ts";
import { Officials } from "../../features/officials/directory.ts";
import type { ReportBook } from "../../features/reporting/book/report-book.ts";
import { createReportBook } from "../../features/reporting/create-report-book.ts";
import { carryDispatches } from "../../features/reporting/dispatcher.ts";
import { MediaStore } from "../../features/reporting/media-store.ts";
import type { ReportingServices } from "../../features/reporting/reporting-services.ts";
import { Disclosures } from "../../features/reporting/vault/disclosures.ts";
import { rotate } from "../../features/reporting/vault/rotate.ts";
import { Erasures } from "../../ledger/erasures.ts";
import { chatOf, tellOfficial } from "../../messaging/chats.ts";

/** After a change of keys, one cron run seals at most this many values again. */
const RESEALED_AT_ONCE = 200;

/** Reports over the ledger, the media bucket and the other conversations; undefined where no keys are set. */
export function createReporting(env: Bindings, config: Config): ReportingServices | undefined {
  const ring = config.reports?.keyRing;
  if (ring === undefined) return undefined;
  const dutyChat = config.telegram?.dutyChatId;
  const book = withErasuresKept(createReportBook(env.LEDGER, ring), () =>
    new Erasures(env.LEDGER, ring).handOver(env.ERASURES),
  );
  const officials = new Officials(env.LEDGER, config.telegram?.adminIds);
  return {
    book,
    ring,
    officials,
    media: new MediaStore(env.MEDIA, ring, createDownload(config)),
    ...(dutyChat !== undefined && { dutyChat }),
    ...(config.backupDays !== undefined && { backupDays: config.backupDays }),
    rotate: () => rotate({ db: env.LEDGER, ring }, RESEALED_AT_ONCE),
    identity: {
      disclosures: new Disclosures({ db: env.LEDGER, ring }, officials),
      supervisors: () => officials.supervisors(),
      tell: (chat, key, reply) => tellOfficial(env.CONVERSATION, chat, key, reply),
    },
    carry: () =>
      carryDispatches({
        book,
        ...(dutyChat !== undefined && { dutyChat }),
        now: Date.now,
        deliver: async (delivery) => {
          await chatOf(env.CONVERSATION, delivery).deliver(delivery);
        },
      }),
  };
}

/** Whoever asked for an erasure is answered when the list outside has it, or at least was tried. */
function withErasuresKept(book: ReportBook, handOver: () => Promise<void>): ReportBook {
  return {
    ...book,
    erase: async (request) => {
      const erasure = await book.erase(request);
      await handOver();
      return erasure;
    },
    sweepRetention: async (now) => {
      const sweep = await book.sweepRetention(now);
      await handOver();
      return sweep;
    },
  };
}
