import type { ChannelName } from "../../messaging/inbound.ts";
import type { Reply } from "../../messaging/reply.ts";
import { crashPoint } from "../../platform/crash-points.ts";
import { errorCode } from "../../platform/errors.ts";
import { logEvent } from "../../platform/log.ts";
import type { Dispatch } from "./book/dispatch.ts";
import type { ReportBook } from "./book/report-book.ts";
import { citizenNotice } from "./citizen/citizen-notices.ts";
import { ownerKey, ownerNotice } from "./duty/alarm/owner-notice.ts";
import { dutyNotices } from "./duty/duty-notices.ts";
import type { MayName } from "./group/may-name.ts";

/** Gives a reply to a chat; the same key is taken once. Resolves when the chat has stored it. */
export type Deliver = (delivery: {
  readonly key: string;
  readonly channel: ChannelName;
  readonly chat: string;
  readonly replies: readonly Reply[];
}) => Promise<void>;

export interface DispatcherOptions {
  readonly book: ReportBook;
  readonly deliver: Deliver;
  /** The group's chat id; absent where none is set: then its messages wait. */
  readonly dutyChat?: string;
  /** The group that gets the reports of this case, where there are several. */
  readonly groupOf?: (code: string) => Promise<string>;
  /** The official who has a case and may handle it now: told in private, too, what its reporter says. */
  readonly ownerOf?: (code: string) => Promise<string | null>;
  readonly now: () => number;
}

const AT_ONCE = 50;

/**
 * Delivers the book's pending messages to their chats, oldest first. Never throws: an undelivered one stays pending for
 * the next run.
 */
export async function carryDispatches({
  book,
  deliver,
  dutyChat,
  groupOf,
  ownerOf,
  now,
}: DispatcherOptions): Promise<void> {
  try {
    for (const dispatch of await book.pendingDispatches(AT_ONCE)) {
      await carry(dispatch).catch(async (error: unknown) => {
        logEvent("dispatch_failed", {
          target: dispatch.target,
          kind: dispatch.body.kind,
          code: errorCode(error),
        });
        await book.noteAttempt(dispatch.key);
      });
    }
  } catch (error) {
    logEvent("dispatch_failed", { target: "all", kind: "read", code: errorCode(error) });
  }

  async function carry(dispatch: Dispatch): Promise<void> {
    const to = await addressOf(dispatch);
    // Without a group the cards wait; a reporter whose data was deleted can't be told anything.
    if (to === null && dispatch.target === "duty") return;
    const replies = to === null ? [] : await wordsOf(dispatch);
    crashPoint("before_delivery");
    if (to !== null && replies.length > 0) await deliver({ key: dispatch.key, ...to, replies });
    crashPoint("delivered");
    await tellOwner(dispatch);
    await book.markDelivered(dispatch.key, now());
  }

  /** A key of its own: where it fails, both are tried again, and each is taken once. */
  async function tellOwner(dispatch: Dispatch): Promise<void> {
    const { target, code, body } = dispatch;
    const notice = target === "duty" ? ownerNotice(code, body) : null;
    const owner = notice === null ? null : ((await ownerOf?.(code)) ?? null);
    if (notice === null || owner === null) return;
    const key = ownerKey(dispatch, now());
    await deliver({ key, channel: "telegram", chat: owner, replies: [notice] });
  }

  async function addressOf({
    target,
    code,
    body,
  }: Dispatch): Promise<{ channel: ChannelName; chat: string } | null> {
    if (target === "duty")
      return dutyChat === undefined
        ? null
        : // The day's list of jokes and abuse holds all communes' reports: it is the province's.
          { channel: "telegram", chat: (body.kind === "noise" ? null : await groupOf?.(code)) ?? dutyChat };
    const reporter = await book.reporterOf(code);
    return reporter === null ? null : { channel: reporter.channel, chat: reporter.chat };
  }

  function mayName(group: string | undefined): MayName {
    return async (code) => group === undefined || group === dutyChat || (await groupOf?.(code)) === group;
  }

  function isHere(group: string | undefined): MayName {
    return async (code) => group === undefined || (await groupOf?.(code)) === group;
  }

  /** Empty where nothing is left to say, as for an erased report. */
  async function wordsOf({ target, code, body }: Dispatch): Promise<readonly Reply[]> {
    const group = target === "duty" ? await groupOf?.(code) : undefined;
    if (target === "duty") return dutyNotices(book, code, body, now(), mayName(group), isHere(group));
    const notice = citizenNotice(code, body);
    return notice === null ? [] : [notice];
  }
}
