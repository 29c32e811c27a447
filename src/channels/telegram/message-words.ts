import { cut } from "../text.ts";
import { MAX_TEXT, type Message } from "./telegram-wire.ts";

/** Fields with words that aren't the message's own: titles of chats and songs, the message replied to, a place's name. */
const NOT_OWN: ReadonlySet<string> = new Set([
  "chat",
  "sender_chat",
  "forward_from_chat",
  "forward_origin",
  "reply_to_message",
  "pinned_message",
  "external_reply",
  "quote",
  "audio",
  "venue",
  "contact",
  "text",
  "caption",
  "entities",
  "caption_entities",
]);

/** Keys under which content of any kind has words: rich text, checklists, polls, games, prizes, notes to a gift. */
const WORDS = ["title", "question", "summary", "text", "caption", "description"];
const MORE_WORDS = ["explanation", "prize_description", "credit"];
/** Keys under which it has parts with words of their own. */
const PARTS = ["blocks", "items", "cells", "tasks", "options"];

/** Deeper than anything that a person writes; a body may be nested as deep as it is long. */
const DEEPEST = 24;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/** What the person wrote: text, caption, and the words of whatever else the message has, also of a kind of tomorrow. */
export function ownWords(message: Message): string {
  const rest = Object.entries(message).flatMap(([field, value]) =>
    NOT_OWN.has(field) || !isFields(value) ? [] : linesIn(value, 0),
  );
  return together([message.text, message.caption, ...rest]);
}

/**
 * Every word that a message carries, its own first: then addresses hidden behind words, then what it quotes. What is
 * quoted of us isn't the person's.
 * @param own the message's own words, a command in them already without the bot's name
 * @example
 * // "có phải lừa đảo không" above a quote of another chat:
 * allWords(message, "có phải lừa đảo không", { quotesUs: false }); // "có phải lừa đảo không\nAnh chuyển 50 triệu …"
 */
export function allWords(
  message: Message,
  own: string,
  { quotesUs }: { readonly quotesUs: boolean },
): string {
  const { entities, caption_entities, link_preview_options: preview, quote, external_reply: other } = message;
  const links = [
    ...(entities ?? []),
    ...(caption_entities ?? []),
    ...(preview === undefined ? [] : [preview]),
  ]
    .flatMap(({ url }) => (url === undefined || own.includes(url) ? [] : [url]))
    .filter((url) => /^https?:\/\//iu.test(url));
  const quoted = quotesUs ? [] : [quote?.text, ...(other === undefined ? [] : linesIn(other, 0))];
  return together([own, ...links, ...quoted]);
}

/** One line each, none twice. */
const together = (words: readonly (string | undefined)[]): string => {
  const lines = words.flatMap((line) => (line === undefined || line.trim() === "" ? [] : [line]));
  return cut([...new Set(lines)].join("\n").toWellFormed(), MAX_TEXT);
};

function linesIn(value: unknown, depth: number): string[] {
  if (depth > DEEPEST || !isFields(value)) return [];
  if (Array.isArray(value)) return value.flatMap((part) => linesIn(part, depth + 1));
  const said = (keys: readonly string[]) => keys.map((key) => inline(value[key], depth));
  return [
    ...said(WORDS),
    ...PARTS.flatMap((key) => linesIn(value[key], depth + 1)),
    ...Object.keys(value).flatMap((key) => (OBJECTS.has(key) ? linesIn(value[key], depth + 1) : [])),
    ...said(MORE_WORDS),
  ];
}

/** What another chat's message is made of, inside `external_reply`. */
const OBJECTS: ReadonlySet<string> = new Set(["rich_message", "checklist", "poll", "game", "giveaway"]);

/** Rich text on one line: a string, a list of pieces, or a piece with its format. */
function inline(value: unknown, depth: number): string {
  if (typeof value === "string") return value;
  if (depth > DEEPEST || !isFields(value)) return "";
  if (Array.isArray(value)) return value.map((piece) => inline(piece, depth + 1)).join("");
  return inline(value.text ?? value.button ?? value.alternative_text, depth + 1);
}
