import type { Channel, SendOutcome, WirePart } from "../../messaging/channel.ts";
import type { SendResult, ZaloClient } from "./client.ts";
import { renderReply } from "./render.ts";
import { ZaloMessage } from "./wire.ts";

/** The Official Account as a messenger. Make one for each conversation: it remembers what it tried last. */
export function createZaloChannel(client: ZaloClient): Channel {
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
      const message = readPart(part);
      if (message === null) return { kind: "park", reason: "zalo malformed_part" };
      return settle(await client.sendMessage(to.chat, message), `${to.chat}\n${part.body}`);
    },
  };
}

function readPart(part: WirePart): ZaloMessage | null {
  try {
    return ZaloMessage.parse(JSON.parse(part.body));
  } catch {
    return null;
  }
}
