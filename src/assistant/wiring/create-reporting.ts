import { createDownload } from "../../channels/download.ts";
import { createGroupGate } from "../../channels/telegram/group-gate.ts";
import type { Config } from "../../config.ts";
import type { Bindings } from "../../env.ts";
import { Officials } from "../../features/officials/directory.ts";
import type { ReportBook } from "../../features/reporting/book/report-book.ts";
import { createReportBook } from "../../features/reporting/create-report-book.ts";
import { carryDispatches } from "../../features/reporting/dispatcher.ts";
import { GroupMembers } from "../../features/reporting/group/group-members.ts";
import { MediaStore } from "../../features/reporting/media/media-store.ts";
import { ReplyDrafts } from "../../features/reporting/reply-drafts.ts";
import type { ReportingServices } from "../../features/reporting/reporting-services.ts";
import { Disclosures } from "../../features/reporting/vault/disclosures.ts";
import { rotate } from "../../features/reporting/vault/rotate.ts";
import { Erasures } from "../../ledger/erasures.ts";
import { Ledger } from "../../ledger/ledger.ts";
import { chatOf, tellOfficial, tellOfficials } from "../../messaging/chats.ts";
import type { Reply } from "../../messaging/reply.ts";
import { createAnnounce } from "./announce.ts";

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
  const officials = new Officials(env.LEDGER, config.telegram?.adminIds, ring);
  const tellSupervisors = async (key: string, reply: Reply): Promise<void> =>
    tellOfficials(env.CONVERSATION, await officials.supervisors(), key, reply);
  return {
    book,
    ring,
    officials,
    media: new MediaStore({ bucket: env.MEDIA, db: env.LEDGER, ring, download: createDownload(config) }),
    ...(dutyChat !== undefined && { dutyChat }),
    drafts: new ReplyDrafts(env.LEDGER, ring),
    log: async (entry) => void (await officials.audit.commit(entry)),
    tell: (official, key, reply) => tellOfficial(env.CONVERSATION, official, key, reply),
    tellSupervisors,
    ...(config.telegram !== undefined &&
      dutyChat !== undefined && {
        members: new GroupMembers({
          db: env.LEDGER,
          officials,
          settings: config.telegram.adminIds,
          gate: createGroupGate(config.telegram, () => new Ledger(env.LEDGER).presentIdOf(dutyChat)),
          tellSupervisors,
          now: Date.now,
        }),
      }),
    ...(config.backupDays !== undefined && { backupDays: config.backupDays }),
    rotate: () => rotate({ db: env.LEDGER, ring }, RESEALED_AT_ONCE),
    identity: {
      disclosures: new Disclosures({ db: env.LEDGER, ring }, officials),
      supervisors: () => officials.supervisors(),
      announce: createAnnounce(env, officials),
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
