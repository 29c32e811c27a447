import { type Block, plainText, type Reply } from "../../messaging/reply.ts";
import { escapeHtml, link } from "./html.ts";
import { typedAlternatives } from "./keyboard.ts";
import { alignedTable } from "./table.ts";

/** A piece of text and how it is formatted. `html` gets raw parts of `text`, already cut to size, and escapes them. */
export interface Fragment {
  readonly text: string;
  readonly html: (raw: string) => string;
  /** The gap between this fragment and the one before it. */
  readonly gap: "\n" | "\n\n";
}

const SOURCE = "Nguồn: ";

/** A reply's blocks in order, and last the buttons that Telegram can't carry, as words to type. */
export function fragmentsOf(reply: Reply): Fragment[] {
  const fragments = reply.blocks.map((block, i) => fragmentOf(block, reply.blocks[i - 1]));
  const typed = typedAlternatives(reply.buttons ?? []);
  return typed === "" ? fragments : [...fragments, { text: typed, html: escapeHtml, gap: "\n\n" }];
}

function fragmentOf(block: Block, before: Block | undefined): Fragment {
  switch (block.kind) {
    case "text":
      return { text: block.text, html: escapeHtml, gap: "\n\n" };
    case "strong":
      return { text: block.text, html: (raw) => `<b>${escapeHtml(raw)}</b>`, gap: "\n\n" };
    case "quote":
      return { text: block.text, html: (raw) => `<blockquote>${escapeHtml(raw)}</blockquote>`, gap: "\n\n" };
    case "list":
      return { text: plainText({ blocks: [block] }), html: escapeHtml, gap: "\n\n" };
    case "table":
      return tableFragment(block);
    case "source":
      return {
        text: `${SOURCE}${block.text}`,
        html: (raw) => `<i>${sourceHtml(raw, block.url)}</i>`,
        gap: before?.kind === "source" ? "\n" : "\n\n",
      };
  }
}

function tableFragment(block: Extract<Block, { kind: "table" }>): Fragment {
  const aligned = alignedTable(block.header, block.rows);
  return aligned === null
    ? { text: plainText({ blocks: [block] }), html: escapeHtml, gap: "\n\n" }
    : { text: aligned, html: (raw) => `<pre>${escapeHtml(raw)}</pre>`, gap: "\n\n" };
}

function sourceHtml(raw: string, url: string | undefined): string {
  return raw.startsWith(SOURCE) ? SOURCE + link(raw.slice(SOURCE.length), url) : link(raw, url);
}
