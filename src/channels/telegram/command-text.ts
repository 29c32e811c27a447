import { isOwnCommand } from "./command-menu.ts";

/** The bot as far as a text can name it. */
export interface BotName {
  readonly id: string;
  readonly username?: string;
}

const COMMAND = /^\/([a-z0-9_]{1,32})(?:@([a-z0-9_]{1,64}))?(?=\s|$)/i;

export const isCommand = (text: string): boolean => COMMAND.test(text);

/**
 * The text with the bot's name taken off its command: "/solieu@troly_bot 2022" → "/solieu 2022".
 * Where our own user name isn't configured, a private chat leaves no doubt; in a group only a command that other
 * bots are unlikely to have is taken as ours, so that "/help@somebody_else" stays unanswered.
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
