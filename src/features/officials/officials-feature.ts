import { fold } from "../../language/fold.ts";
import type { Reply } from "../../messaging/reply.ts";
import type { Feature, FeatureResult, TurnContext } from "../../turn/feature.ts";
import type { Officials } from "./directory.ts";
import { invited, listed, revoked, WORDING, welcomed } from "./officials-wording.ts";
import { may, ROLE_WORDS, type Role } from "./roles.ts";

/** Our token; any other payload of a deep link is a plain /start. */
const INVITATION = /^[\w-]{32}$/;

const REFUSALS = {
  unknown: WORDING.linkUnknown,
  expired: WORDING.linkExpired,
  used: WORDING.linkUsed,
} as const;

export interface OfficialsServices {
  readonly officials: Officials;
  /** The bot's name on Telegram, for links to it; absent where it isn't known. */
  readonly botUsername?: string | undefined;
}

type Command = (services: OfficialsServices, context: TurnContext, argument: string) => Promise<Reply>;

const COMMANDS: Readonly<Record<string, Command>> = {
  "/moi": invite,
  "/canbo": showAll,
  "/thuhoi": revoke,
};

/** Invitations, list and revocation of officials. Only for supervisors, in private, on Telegram. */
export function officialsFeature(services: OfficialsServices): Feature {
  const { officials } = services;
  return {
    name: "officials",
    async take(context): Promise<FeatureResult | null> {
      const { inbound, utterance } = context;
      if (inbound.channel !== "telegram" || inbound.content.kind !== "text") return null;
      if (inbound.forwarded === true) return null;
      const [name = "", ...rest] = utterance.clean.split(" ");
      const argument = rest.join(" ");
      if (name === "/start" && INVITATION.test(argument))
        return { replies: [await redeem(services, context, argument)] };
      const lower = name.toLowerCase();
      const command = Object.hasOwn(COMMANDS, lower) ? COMMANDS[lower] : undefined;
      if (command === undefined) return null;
      if (!inbound.isPrivate) return { replies: [WORDING.privateOnly] };
      const role = await officials.roleOf(inbound);
      if (!may(role, "manage_officials")) return { replies: [WORDING.notAllowed] };
      return { replies: [await command(services, context, argument)] };
    },
  };
}

async function invite(
  { officials, botUsername }: OfficialsServices,
  { inbound, now }: TurnContext,
  argument: string,
): Promise<Reply> {
  const wanted = readRole(argument);
  if (wanted === null) return WORDING.inviteHow;
  if (botUsername === undefined) return WORDING.noUsername;
  const token = randomToken();
  await officials.invite(inbound.sender, wanted.role, wanted.label, token, now);
  return invited(wanted.role, wanted.label, `https://t.me/${botUsername}?start=${token}`);
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
  return everyone.length === 0 ? WORDING.nobody : listed(everyone);
}

async function revoke(
  { officials }: OfficialsServices,
  { inbound, now }: TurnContext,
  argument: string,
): Promise<Reply> {
  const official = (await officials.list())[Number(argument) - 1];
  if (official === undefined) return WORDING.noSuchOfficial;
  await officials.revoke(inbound.sender, official.telegramId, now);
  return revoked(official.label);
}

async function redeem(
  { officials }: OfficialsServices,
  { inbound, now }: TurnContext,
  token: string,
): Promise<Reply> {
  if (!inbound.isPrivate) return WORDING.privateOnly;
  const acceptance = await officials.accept(token, inbound.sender, now);
  if (acceptance.kind === "granted") return welcomed(acceptance.role);
  return REFUSALS[acceptance.why];
}

/** 24 random bytes in the alphabet of Telegram's deep links. */
function randomToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}
