import type { Channel, SendOutcome, WirePart } from "../../messaging/channel.ts";
import type { DrawChart } from "../../messaging/chart.ts";
import { bytesOf, type ReadMedia } from "../../messaging/media.ts";
import { MAX_IMAGE, type SendResult, type ZaloClient } from "./zalo-client.ts";
import { renderReply } from "./zalo-render.ts";
import { imageMessage, type ZaloMessage, ZaloPart } from "./zalo-wire.ts";

/** Zalo: eight free messages in 48 hours after a person's last word. Three are for alarms, questions and results. */
const FREE = { all: 8, kept: 3 } as const;

/** The Official Account as a messenger. Make one for each conversation: it remembers what has had its last try. */
export function createZaloChannel(client: ZaloClient, drawChart: DrawChart, readMedia: ReadMedia): Channel {
  /** Messages that failed without a reason and may be tried once more. */
  const lastChance = new Set<string>();

  const settle = (result: SendResult, message: string): SendOutcome => {
    const hadItsChance = lastChance.delete(message);
    if (result.kind !== "retry_once") return result;
    if (hadItsChance) return { kind: "hold", reason: result.reason };
    lastChance.add(message);
    return { kind: "retry", reason: result.reason, afterMs: result.afterMs };
  };

  return {
    name: "zalo",
    afterLastWord: FREE,
    render: (reply, to) => renderReply(reply, to.replyTo),
    async send(part: WirePart, to: { chat: string }): Promise<SendOutcome> {
      const ours = readPart(part);
      if (ours === null) return { kind: "park", reason: "zalo malformed_part" };
      if (ours.extra === true) return orDrop(await client.sendMessage(to.chat, ours.message));
      const sending = await withPicture(ours, client, drawChart, readMedia);
      const result = "message" in sending ? await client.sendMessage(to.chat, sending.message) : sending;
      return settle(result, `${to.chat}\n${part.body}`);
    },
  };
}

/** What is extra has one try: whatever keeps it from being sent, nothing waits for it and nobody is told. */
const orDrop = (result: SendResult): SendOutcome =>
  result.kind === "sent" ? result : { kind: "sent", dropped: result.reason };

/** Sends the words under their picture, or without it where it can't be drawn or is refused: the words say the same. */
async function withPicture(
  { message, chart, attachment }: ZaloPart,
  client: ZaloClient,
  drawChart: DrawChart,
  readMedia: ReadMedia,
): Promise<{ message: ZaloMessage } | Exclude<SendResult, { kind: "sent" }>> {
  if (attachment !== undefined) {
    if (attachment.kind !== "image") return { message };
    const file = await readMedia(attachment.key).catch(() => undefined);
    if (file === undefined) return { kind: "retry", reason: "media_unreadable" };
    // A large one is refused anyhow, and isn't read for that.
    return file === null || file.size > MAX_IMAGE
      ? { message }
      : withImage(message, "", await bytesOf(file), client);
  }
  const png = chart === undefined ? null : await drawChart(chart).catch(() => null);
  return png === null ? { message } : withImage(message, message.text ?? "", png, client);
}

/** The message as an image with a caption; unchanged where Zalo refuses the image. */
async function withImage(
  message: ZaloMessage,
  caption: string,
  bytes: Uint8Array,
  client: ZaloClient,
): Promise<{ message: ZaloMessage } | Exclude<SendResult, { kind: "sent" }>> {
  const upload = await client.uploadImage(bytes, "anh.png");
  if (upload.kind === "uploaded") return { message: imageMessage(upload.attachmentId, caption) };
  return upload.kind === "park" ? { message } : upload;
}

function readPart(part: WirePart): ZaloPart | null {
  try {
    return ZaloPart.parse(JSON.parse(part.body));
  } catch {
    return null;
  }
}
