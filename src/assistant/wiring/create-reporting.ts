import { createDownload } from "../../channels/download.ts";
import type { Config } from "../../config.ts";
import type { Bindings } from "../../env.ts";
import { Officials } from "../../features/officials/directory.ts";
import { createReportBook } from "../../features/reporting/create-report-book.ts";
import { carryDispatches } from "../../features/reporting/dispatcher.ts";
import { MediaStore } from "../../features/reporting/media-store.ts";
import type { ReportingServices } from "../../features/reporting/reporting-services.ts";
import { Disclosures } from "../../features/reporting/vault/disclosures.ts";
import { rotate } from "../../features/reporting/vault/rotate.ts";
import { chatFinder } from "../../ledger/chat-finder.ts";
import { tellOfficial } from "../../messaging/chats.ts";

/** After a change of keys, one cron run seals at most this many values again. */
const RESEALED_AT_ONCE = 200;

/** Reports over the ledger, the media bucket and the other conversations; undefined where no keys are set. */
export function createReporting(env: Bindings, config: Config): ReportingServices | undefined {
  const ring = config.reports?.keyRing;
  if (ring === undefined) return undefined;
  const dutyChat = config.telegram?.dutyChatId;
  const chatOf = chatFinder(env, ring);
  const book = createReportBook(env.LEDGER, ring);
  const officials = new Officials(env.LEDGER, config.telegram?.adminIds);
  return {
    book,
    ring,
    officials,
    media: new MediaStore(env.MEDIA, ring, createDownload(config)),
    ...(dutyChat !== undefined && { dutyChat }),
    rotate: () => rotate({ db: env.LEDGER, ring }, RESEALED_AT_ONCE),
    identity: {
      disclosures: new Disclosures({ db: env.LEDGER, ring }, officials),
      supervisors: () => officials.supervisors(),
      tell: (chat, key, reply) => tellOfficial(chatOf, chat, key, reply),
    },
    forget: async (code) => {
      const reporter = await book.reporterOf(code);
      if (reporter !== null) await (await chatOf(reporter)).forgetCase(code, { empties: true });
      if (dutyChat !== undefined)
        await (await chatOf({ channel: "telegram", chat: dutyChat })).forgetCase(code);
      const handlers = (await officials.list()).map(({ telegramId }) => telegramId);
      for (const chat of new Set([...(await officials.supervisors()), ...handlers]))
        await (await chatOf({ channel: "telegram", chat })).forgetCase(code);
    },
    carry: () =>
      carryDispatches({
        book,
        ...(dutyChat !== undefined && { dutyChat }),
        now: Date.now,
        deliver: async (delivery) => {
          await (await chatOf(delivery)).deliver(delivery);
        },
      }),
  };
}
