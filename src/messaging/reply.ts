import { z } from "zod";
import type { ChartSpec } from "./chart.ts";

/** What we say, before a channel gives it its form. Code builds these; only channels know HTML or limits. */

export type Block =
  | { readonly kind: "text"; readonly text: string }
  /** One line that must be seen first: an emergency number, a headline figure. */
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | {
      readonly kind: "table";
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** Where the answer comes from: always the last blocks of an answer. */
  | { readonly kind: "source"; readonly text: string; readonly url?: string };

/** A kept file to send along, by its name in the media store. */
export const Attachment = z.object({ key: z.string(), kind: z.enum(["image", "video", "audio", "file"]) });

export type Attachment = Readonly<z.infer<typeof Attachment>>;

/** A tap sends `payload` as if typed, so each button can be typed as well. At most 60 bytes in UTF-8. */
export interface Button {
  readonly label: string;
  readonly payload: string;
}

export interface Reply {
  readonly blocks: readonly Block[];
  /** A picture above the words; the words say the same figures. */
  readonly chart?: ChartSpec;
  /** At most five (Zalo's limit) for a person; a card for the duty group may have more. */
  readonly buttons?: readonly Button[];
  /** Files after the words. */
  readonly attachments?: readonly Attachment[];
  /** The code of the report that this is about: whoever replies to the message talks about it too. */
  readonly about?: string;
  /** A person waits for the answer: what is said next in the chat is taken for it. */
  readonly asks?: boolean;
  /** Names a message that is sent once; a later reply of the same name takes its place. It has to fit into one message. */
  readonly slot?: string;
  /** The forum topic for it, where the group has topics: opened at the first message, known by `about` after. */
  readonly topic?: string;
}

export const text = (value: string): Block => ({ kind: "text", text: value });
export const strong = (value: string): Block => ({ kind: "strong", text: value });
export const list = (...items: readonly string[]): Block => ({ kind: "list", items });
export const source = (value: string, url?: string): Block =>
  url === undefined ? { kind: "source", text: value } : { kind: "source", text: value, url };

/** The words of a reply as plain text, one block a paragraph: for Zalo, the terminal, the evaluation and the tests. */
export function plainText(reply: Reply): string {
  return reply.blocks.map(plainBlock).join("\n\n");
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case "text":
    case "strong":
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
