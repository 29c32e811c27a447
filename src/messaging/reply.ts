import { z } from "zod";
import type { ChartSpec } from "./chart.ts";

/** Our replies, before a channel formats them. Features build these; only channels know HTML and limits. */

export type Block =
  | { readonly kind: "text"; readonly text: string }
  /** One line that people must see first: an emergency number, a headline figure. */
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  /** Somebody else's words: shown as theirs, so that they can't pass for ours. */
  | { readonly kind: "quote"; readonly text: string }
  | {
      readonly kind: "table";
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** The source of the answer: always the last blocks. */
  | { readonly kind: "source"; readonly text: string; readonly url?: string };

/** A stored file to send, by its name in the media store. */
export const Attachment = z.object({
  key: z.string(),
  kind: z.enum(["image", "video", "audio", "file"]),
  /** Its length, where it is known: a messenger takes so many bytes a request. */
  bytes: z.exactOptional(z.number()),
  /** What it is called at the reader's, with its ending; of a file that we made. */
  name: z.exactOptional(z.string()),
  /** What it is by its first bytes, where that is known. */
  contentType: z.exactOptional(z.string()),
});

export type Attachment = Readonly<z.infer<typeof Attachment>>;

/** More buttons under one message a messenger (Zalo) doesn't take. */
export const MOST_BUTTONS = 5;

/** A tap sends `payload` as if typed, so each button can be typed as well. At most 60 bytes in UTF-8. */
export interface Button {
  readonly label: string;
  readonly payload: string;
}

/** A number that one tap calls, where the messenger can. The words have the number too: a button may be missing. */
export interface CallNumber {
  readonly label: string;
  /** "113", "+84981848484" */
  readonly phone: string;
}

export interface Reply {
  readonly blocks: readonly Block[];
  /** A chart above the words; the words have the same figures. */
  readonly chart?: ChartSpec;
  /** At most five (Zalo's limit) for a person; a card for the duty group may have more. */
  readonly buttons?: readonly Button[];
  /** At most five, after the words and apart from them. */
  readonly calls?: readonly CallNumber[];
  /** Files after the words. */
  readonly attachments?: readonly Attachment[];
  /** The code of the report that the message is about: a reply to it is about that report too. */
  readonly about?: string;
  /** A person waits for the answer: the next message in the chat counts as that answer. */
  readonly asks?: boolean;
  /** The result of that report: what the person says next may well be about it. */
  readonly ends?: boolean;
  /** Names a message that is sent once; a later reply with this name replaces it. It must fit one message. */
  readonly slot?: string;
  /** It can't be forwarded or saved, where the messenger can prevent that. */
  readonly protect?: true;
  /** The message is deleted so many milliseconds after it was sent, where the messenger can. */
  readonly deleteAfter?: number;
  /** The forum topic for it, where the group has topics: opened at the first message, found by `about` later. */
  readonly topic?: string;
  /** It can wait for the person's next word, where only a few more messages are allowed before that. */
  readonly spare?: true;
  /** It calls somebody for the urgent case that it is about: where it can't be delivered, others are called. */
  readonly summons?: true;
  /** It is about an emergency: it is sent before whatever else waits in its chat. */
  readonly urgent?: boolean;
}

export const text = (value: string): Block => ({ kind: "text", text: value });
export const strong = (value: string): Block => ({ kind: "strong", text: value });
export const quote = (value: string): Block => ({ kind: "quote", text: value });
export const list = (...items: readonly string[]): Block => ({ kind: "list", items });
export const source = (value: string, url?: string): Block =>
  url === undefined ? { kind: "source", text: value } : { kind: "source", text: value, url };

/** The blocks with more of them above the sources, which stay the last. */
export function beforeSources(blocks: readonly Block[], ...more: readonly Block[]): readonly Block[] {
  const at = blocks.findIndex(({ kind }) => kind === "source");
  return blocks.toSpliced(at < 0 ? blocks.length : at, 0, ...more);
}

/**
 * The words of a reply as plain text, one paragraph per block: for Zalo, terminal, evaluation and tests.
 * @example plainText({ blocks: [list("Rời xa", "Báo vị trí")] }) // two lines: "• Rời xa", "• Báo vị trí"
 */
export function plainText(reply: Reply): string {
  return reply.blocks.map(plainBlock).join("\n\n");
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case "text":
    case "strong":
    case "quote":
      return block.text;
    case "list":
      return block.items.map((item) => `• ${item}`).join("\n");
    case "table":
      return block.rows
        .map(
          (row) =>
            `• ${row.map((cell, i) => (i === 0 ? cell : `${block.header[i] ?? ""}: ${cell}`)).join("; ")}`,
        )
        .join("\n");
    case "source":
      return block.url === undefined ? `Nguồn: ${block.text}` : `Nguồn: ${block.text}\n${block.url}`;
  }
}
