import { createDownload } from "../../channels/download.ts";
import { createGroupGate, everyGate } from "../../channels/telegram/group-gate.ts";
import type { Config } from "../../config.ts";
import type { Bindings } from "../../env.ts";
import { Officials } from "../../features/officials/directory.ts";
import { AlarmBook } from "../../features/reporting/alarm/alarm-book.ts";
import type { ReportBook } from "../../features/reporting/book/report-book.ts";
import type { Reporter } from "../../features/reporting/case.ts";
import { createReportBook } from "../../features/reporting/create-report-book.ts";
import { carryDispatches } from "../../features/reporting/dispatcher.ts";
import { ownerNow } from "../../features/reporting/duty/alarm/owner.ts";
import { CommuneRoutes } from "../../features/reporting/group/commune-routes.ts";
import { GroupMembers } from "../../features/reporting/group/group-members.ts";
import { MediaStore } from "../../features/reporting/media/media-store.ts";
import { ReplyDrafts } from "../../features/reporting/reply-drafts.ts";
import type { ReportingServices } from "../../features/reporting/reporting-services.ts";
import { Disclosures } from "../../features/reporting/vault/disclosures.ts";
import { rotate } from "../../features/reporting/vault/rotate.ts";
import { chatFinder, idOf } from "../../ledger/chat-finder.ts";
import { Erasures } from "../../ledger/erasures.ts";
import { Ledger } from "../../ledger/ledger.ts";
import { tellOfficial, tellOfficials } from "../../messaging/chats.ts";
import type { Reply } from "../../messaging/reply.ts";
import { createAnnounce } from "./announce.ts";

/** After a change of keys, one cron run seals at most this many values again. */
const RESEALED_AT_ONCE = 200;

/** Reports over the ledger, the media bucket and the other conversations; undefined where no keys are set. */
export function createReporting(env: Bindings, config: Config): ReportingServices | undefined {
  const ring = config.reports?.keyRing;
  if (ring === undefined) return undefined;
  const { telegram } = config;
  const dutyChat = telegram?.dutyChatId;
  const routes =
    dutyChat === undefined
      ? undefined
      : new CommuneRoutes({
          db: env.LEDGER,
          province: dutyChat,
          settings: config.telegram?.communeGroups ?? new Map(),
        });
  const groups = routes?.groups ?? [];
  const chatOf = chatFinder(env, ring);
  const erasures = new Erasures(env.LEDGER, ring);
  /** A restored backup would bring back what the chat knew: its rows are erased again too. */
  const noteChat = async (reporter: Reporter): Promise<void> => {
    const conversation = (await idOf(env, ring, reporter)).toString();
    await erasures.note({ kind: "chat", conversation, at: Date.now() });
  };
  const book = withErasuresKept(createReportBook(env.LEDGER, ring), noteChat, () =>
    erasures.handOver(env.ERASURES),
  );
  const officials = new Officials(env.LEDGER, config.telegram?.adminIds, ring);
  const tellSupervisors = async (key: string, reply: Reply): Promise<void> =>
    tellOfficials(chatOf, await officials.supervisors(), key, reply);
  return {
    book,
    ring,
    officials,
    media: new MediaStore({ bucket: env.MEDIA, db: env.LEDGER, ring, download: createDownload(config) }),
    ...(dutyChat !== undefined && { dutyChat }),
    ...(routes !== undefined && { routes }),
    alarms: new AlarmBook(env.LEDGER),
    drafts: new ReplyDrafts(env.LEDGER, ring),
    log: async (entry) => void (await officials.audit.commit(entry)),
    tell: (official, key, reply) => tellOfficial(chatOf, official, key, reply),
    tellSupervisors,
    ...(telegram !== undefined &&
      dutyChat !== undefined && {
        members: new GroupMembers({
          db: env.LEDGER,
          officials,
          settings: telegram.adminIds,
          gate: everyGate(
            groups.map((chat) => createGroupGate(telegram, () => new Ledger(env.LEDGER).presentIdOf(chat))),
          ),
          tellSupervisors,
          now: Date.now,
        }),
      }),
    ...(config.backupDays !== undefined && { backupDays: config.backupDays }),
    rotate: () => rotate({ db: env.LEDGER, ring }, RESEALED_AT_ONCE),
    identity: {
      disclosures: new Disclosures({ db: env.LEDGER, ring }, officials),
      supervisors: () => officials.supervisors(),
      announce: createAnnounce(chatOf, officials),
    },
    forget: async (code) => {
      const reporter = await book.reporterOf(code);
      if (reporter !== null) {
        await noteChat(reporter);
        await (await chatOf(reporter)).forgetCase(code, { empties: true });
      }
      for (const chat of groups) await (await chatOf({ channel: "telegram", chat })).forgetCase(code);
      const handlers = (await officials.list()).map(({ telegramId }) => telegramId);
      for (const chat of new Set([...(await officials.supervisors()), ...handlers]))
        await (await chatOf({ channel: "telegram", chat })).forgetCase(code);
    },
    carry: () =>
      carryDispatches({
        book,
        ...(dutyChat !== undefined && { dutyChat }),
        ...(routes !== undefined &&
          routes.others.length > 0 && {
            groupOf: async (code: string) => routes.groupFor(await book.communeOf(code)),
          }),
        now: Date.now,
        ownerOf: (code) => ownerNow({ book, officials }, code),
        deliver: async (delivery) => {
          await (await chatOf(delivery)).deliver(delivery);
        },
      }),
  };
}

/** Whoever asked for an erasure is answered when the list outside has it, or at least was tried. */
function withErasuresKept(
  book: ReportBook,
  noteChat: (reporter: Reporter) => Promise<void>,
  handOver: () => Promise<void>,
): ReportBook {
  return {
    ...book,
    erase: async (request) => {
      const erasure = await book.erase(request);
      await noteChat(request.reporter);
      await handOver();
      return erasure;
    },
    sweepRetention: async (now, forget) => {
      const sweep = await book.sweepRetention(now, forget);
      await handOver();
      return sweep;
    },
  };
}
