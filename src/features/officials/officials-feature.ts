import { fold } from "../../language/fold.ts";
import type { Reply } from "../../messaging/reply.ts";
import type { Feature, FeatureResult, TurnContext } from "../../turn/feature.ts";
import type { Official, Officials } from "./directory.ts";
import {
  alreadyOfficial,
  askRevocation,
  cancelled,
  INVITATION_REFUSALS,
  invited,
  inviteHow,
  LINK_REFUSALS,
  listed,
  revoked,
  WORDING,
  welcomed,
} from "./officials-wording.ts";
import { may, ROLE_WORDS, type Role } from "./roles.ts";

/** Our token; any other payload of a deep link is a plain /start. */
const INVITATION = /^[\w-]{32}$/;
/** "huỷ a1b2c3", folded. */
const CANCEL = /^huy ([\da-f]{6})$/u;
/** "a1b2c3", and the answer to our question, folded. */
const REVOKE = /^([\da-f]{6})( dong y)?$/u;

export interface OfficialsServices {
  readonly officials: Officials;
  /** The bot's name on Telegram, for links to it; absent where it isn't known. */
  readonly botUsername?: string | undefined;
  /** Carries what supervisors have to be told. Never throws: the sweep carries the rest. */
  readonly announce?: (() => Promise<void>) | undefined;
}

type Command = (services: OfficialsServices, context: TurnContext, argument: string) => Promise<Reply>;

const COMMANDS: Readonly<Record<string, Command>> = {
  "/moi": invite,
  "/canbo": showAll,
  "/thuhoi": revoke,
};

/** Invitations, list and revocation of officials. Only for supervisors, in private, on Telegram. */
export function officialsFeature(services: OfficialsServices): Feature {
  const { officials, announce = async () => undefined } = services;
  return {
    name: "officials",
    async take(context): Promise<FeatureResult | null> {
      const { inbound, utterance } = context;
      if (inbound.channel !== "telegram" || inbound.content.kind !== "text") return null;
      if (inbound.forwarded === true) return null;
      const [name = "", ...rest] = utterance.clean.split(" ");
      const argument = rest.join(" ");
      const isLink = name === "/start" && INVITATION.test(argument);
      const lower = name.toLowerCase();
      const command = isLink ? redeem : Object.hasOwn(COMMANDS, lower) ? COMMANDS[lower] : undefined;
      if (command === undefined) return null;
      if (!inbound.isPrivate) return { replies: [WORDING.privateOnly] };
      if (!isLink && !may(await officials.roleOf(inbound), "manage_officials"))
        return { replies: [WORDING.notAllowed] };
      const reply = await command(services, context, argument);
      await announce();
      return { replies: [reply] };
    },
  };
}

async function invite(
  { officials, botUsername }: OfficialsServices,
  { inbound, now }: TurnContext,
  argument: string,
): Promise<Reply> {
  const [, cancelledId] = CANCEL.exec(fold(argument)) ?? [];
  if (cancelledId !== undefined) {
    const link = await officials.cancelInvitation(inbound.sender, cancelledId, now);
    return link === null ? WORDING.noSuchLink : cancelled(link);
  }
  const wanted = readRole(argument);
  if (wanted === null) return inviteHow(await openLinks(officials, now));
  if (botUsername === undefined) return WORDING.noUsername;
  const token = randomToken();
  const outcome = await officials.invite(inbound.sender, wanted.role, wanted.label, token, now);
  if (outcome !== "invited") return INVITATION_REFUSALS[outcome];
  return invited(wanted.role, wanted.label, `https://t.me/${botUsername}?start=${token}`);
}

async function openLinks(officials: Officials, now: number) {
  const open = await officials.openInvitations(now);
  return Promise.all(open.map(async (link) => ({ ...link, by: await officials.nameOf(link.invitedBy) })));
}

/** "trực ban Tổ số 2" → duty, "Tổ số 2": the longest role word wins; an invitation needs a name. */
function readRole(argument: string): { role: Role; label: string } | null {
  const words = argument.split(" ");
  for (const length of [2, 1]) {
    const word = fold(words.slice(0, length).join(" "));
    const role = Object.hasOwn(ROLE_WORDS, word) ? ROLE_WORDS[word] : undefined;
    const label = words.slice(length).join(" ").slice(0, 60);
    if (role !== undefined && label !== "") return { role, label };
  }
  return null;
}

async function showAll({ officials }: OfficialsServices): Promise<Reply> {
  const everyone = await officials.list();
  return everyone.length === 0 ? WORDING.nobody : listed(everyone, officials.firstCount);
}

/** "/thuhoi <id>" asks back with the name; only the answer to that revokes. */
async function revoke(
  { officials }: OfficialsServices,
  { inbound, now }: TurnContext,
  argument: string,
): Promise<Reply> {
  const wanted = fold(argument);
  if (wanted === "") return WORDING.revokeHow;
  if (wanted === "thoi") return WORDING.notRevoked;
  if (officials.isFirst(wanted)) return WORDING.ofSettings;
  const [, id = "", isSure] = REVOKE.exec(wanted) ?? [];
  const everyone = await officials.list();
  const official = everyone.find((one) => one.id === id);
  if (isSure === undefined) return official === undefined ? WORDING.noSuchOfficial : askRevocation(official);
  const gone = official ?? (await revokedBefore(officials, id, everyone));
  if (gone === null) return WORDING.noSuchOfficial;
  if (official !== undefined) await officials.revoke(inbound.sender, official.telegramId, now);
  const invitedBy = everyone.filter(
    ({ grantedBy, role }) => grantedBy === gone.telegramId && role === "supervisor",
  );
  return revoked(gone.label, invitedBy.length);
}

/** A repeated turn finds that it did it already; a new grant of the same person isn't touched. */
async function revokedBefore(
  officials: Officials,
  id: string,
  everyone: readonly Official[],
): Promise<Pick<Official, "telegramId" | "label"> | null> {
  const gone = await officials.revokedAs(id);
  return everyone.some(({ telegramId }) => telegramId === gone?.telegramId) ? null : gone;
}

async function redeem(
  { officials }: OfficialsServices,
  { inbound, now }: TurnContext,
  token: string,
): Promise<Reply> {
  const acceptance = await officials.accept(token, inbound.sender, now);
  if (acceptance.kind === "refused") return LINK_REFUSALS[acceptance.why];
  if (acceptance.kind === "already") return alreadyOfficial(acceptance.role);
  return welcomed(acceptance.role);
}

/** 24 random bytes in the alphabet of Telegram's deep links. */
function randomToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}
