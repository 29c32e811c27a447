import { type Api, GrammyError } from "grammy";
import type { GateOutcome, GateRefusal, GroupGate } from "../../messaging/group-gate.ts";
import { newIdOf, outcomeOf } from "./outcome.ts";
import { createTelegramApi, type TelegramClientSettings } from "./telegram-client.ts";

/** A supervisor's turn waits for these calls. */
const TIMEOUT_SECONDS = 5;

/** What the Bot API's descriptions of a refusal mean; an unknown one is "other". */
const REFUSALS: readonly { readonly pattern: RegExp; readonly why: GateRefusal }[] = [
  { pattern: /is an administrator of the chat|chat owner|restrict self/i, why: "is_administrator" },
  {
    pattern:
      /not enough rights|have no rights|CHAT_ADMIN_REQUIRED|need administrator|bot was kicked|bot is not a member/i,
    why: "bot_powerless",
  },
];

/** There is nothing to lift: a small group bans nobody, and who never was there wasn't banned. */
const NOTHING_TO_LIFT = /available (?:only )?(?:for|in) supergroup|user not found|PARTICIPANT_ID_INVALID/i;

/**
 * The door of the duty group on Telegram.
 * @param groupId the group's present id, as it changes when a group becomes a supergroup
 */
export function createGroupGate(
  settings: Pick<TelegramClientSettings, "apiRoot" | "fetch"> & { readonly botToken: string },
  groupId: () => Promise<string>,
): GroupGate {
  const { botToken: token, ...rest } = settings;
  const api = createTelegramApi({ ...rest, token, timeoutSeconds: TIMEOUT_SECONDS });
  return {
    async remove(person) {
      const outcome = await attempt(groupId, (chat) => api.banChatMember(chat, Number(person)));
      if (outcome.kind !== "cannot") return outcome;
      return (await isOutside(api, groupId, person)) ? { kind: "done" } : outcome;
    },
    readmit: (person) =>
      attempt(
        groupId,
        (chat) => api.unbanChatMember(chat, Number(person), { only_if_banned: true }),
        NOTHING_TO_LIFT,
      ),
  };
}

/** The doors of several groups as one: done where all are; else what the first says that isn't. */
export function everyGate(gates: readonly GroupGate[]): GroupGate {
  const all = async (act: (gate: GroupGate) => Promise<GateOutcome>): Promise<GateOutcome> => {
    const outcomes = await Promise.all(gates.map(act));
    return outcomes.find(({ kind }) => kind !== "done") ?? { kind: "done" };
  };
  return {
    remove: (person) => all((gate) => gate.remove(person)),
    readmit: (person) => all((gate) => gate.readmit(person)),
  };
}

/** @param nothing descriptions of a refusal after which nothing is left to do */
async function attempt(
  groupId: () => Promise<string>,
  call: (chat: string) => Promise<unknown>,
  nothing?: RegExp,
): Promise<GateOutcome> {
  try {
    const chat = await groupId();
    await call(chat).catch(async (error: unknown) => {
      const moved = newIdOf(error, chat);
      if (moved === undefined) throw error;
      await call(moved);
    });
    return { kind: "done" };
  } catch (error) {
    if (error instanceof GrammyError && (error.error_code === 400 || error.error_code === 403)) {
      const { description } = error;
      if (nothing?.test(description) === true) return { kind: "done" };
      return {
        kind: "cannot",
        why: REFUSALS.find(({ pattern }) => pattern.test(description))?.why ?? "other",
      };
    }
    const outcome = outcomeOf(error);
    if (outcome.kind !== "retry" && outcome.kind !== "wait") return { kind: "cannot", why: "other" };
    const { reason, afterMs } = outcome;
    return { kind: "retry", reason, ...(afterMs !== undefined && { afterMs }) };
  }
}

/** True where Telegram says that the person isn't in the group: then nobody has to remove them. */
async function isOutside(api: Api, groupId: () => Promise<string>, person: string): Promise<boolean> {
  try {
    const { status } = await api.getChatMember(await groupId(), Number(person));
    return status === "left" || status === "kicked";
  } catch {
    return false;
  }
}
