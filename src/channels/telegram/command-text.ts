import { isOwnCommand } from "./command-menu.ts";

/** The bot's names, to recognise them in a text. */
export interface BotName {
  readonly id: string;
  readonly username?: string;
}

/** With marks too, as a phone corrects a typed one: "/hẹn" is meant for us as much as "/hen"; and "/dien-tap" as "/dientap". */
const COMMAND = /^\/([\p{L}0-9_-]{1,32})(?:@([a-z0-9_]{1,64}))?(?=\s|$)/iu;

export const isCommand = (text: string): boolean => COMMAND.test(text);

/**
 * The text with the bot's name taken off its command: "/solieu@troly_bot 2022" → "/solieu 2022". Where our user name
 * isn't configured, a command in a private chat is always ours. In a group it is ours only where other bots are
 * unlikely to have it, so that "/help@somebody_else" gets no answer.
 * @returns null where the command is for another bot
 */
export function withoutBotName(text: string, bot: BotName, isPrivate: boolean): string | null {
  const match = COMMAND.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return text;
  const [whole, name, target] = match;
  const isOurs =
    bot.username === undefined
      ? isPrivate || isOwnCommand(name)
      : target.toLowerCase() === bot.username.toLowerCase();
  return isOurs ? `/${name}${text.slice(whole.length)}` : null;
}

/**
 * The text without our name in it, where a message in a group is meant for us by it: "@troly_bot xã đạt 2022?".
 * @returns null where our name isn't in the text
 */
export function withoutMention(text: string, { username }: BotName): string | null {
  if (username === undefined) return null;
  const name = new RegExp(`(?<![\\w@/.])@${username}(?!\\w)`, "giu");
  return name.test(text) ? text.replace(name, " ").replace(/\s+/gu, " ").trim() : null;
}
