import type { Channel, SendOutcome, WirePart } from "../../messaging/channel.ts";
import type { DrawChart } from "../../messaging/chart.ts";
import type { SendResult, ZaloClient } from "./client.ts";
import { renderReply } from "./render.ts";
import { imageMessage, type ZaloMessage, ZaloPart } from "./wire.ts";

/** The Official Account as a messenger. Make one for each conversation: it remembers what it tried last. */
export function createZaloChannel(client: ZaloClient, drawChart: DrawChart): Channel {
  /** The message that failed without a reason and has one more try. */
  let lastChance: string | null = null;

  const settle = (result: SendResult, message: string): SendOutcome => {
    const hadItsChance = lastChance === message;
    lastChance = null;
    if (result.kind !== "retry_once") return result;
    if (hadItsChance) return { kind: "hold", reason: result.reason };
    lastChance = message;
    return { kind: "retry", reason: result.reason, afterMs: result.afterMs };
  };

  return {
    name: "zalo",
    render: (reply, to) => renderReply(reply, to.replyTo),
    async send(part: WirePart, to: { chat: string }): Promise<SendOutcome> {
      const ours = readPart(part);
      if (ours === null) return { kind: "park", reason: "zalo malformed_part" };
      const sending = await withPicture(ours, client, drawChart);
      const result = "message" in sending ? await client.sendMessage(to.chat, sending.message) : sending;
      return settle(result, `${to.chat}\n${part.body}`);
    },
  };
}

/** The words under their picture; without it where it can't be drawn or isn't taken, as the words say the same. */
async function withPicture(
  { message, chart }: ZaloPart,
  client: ZaloClient,
  drawChart: DrawChart,
): Promise<{ message: ZaloMessage } | Exclude<SendResult, { kind: "sent" }>> {
  if (chart === undefined) return { message };
  const png = await drawChart(chart).catch(() => null);
  if (png === null) return { message };
  const upload = await client.uploadImage(png, "bieu-do.png");
  if (upload.kind === "uploaded") return { message: imageMessage(upload.attachmentId, message.text) };
  return upload.kind === "park" ? { message } : upload;
}

function readPart(part: WirePart): ZaloPart | null {
  try {
    return ZaloPart.parse(JSON.parse(part.body));
  } catch {
    return null;
  }
}
