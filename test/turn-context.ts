import type { Inbound, InboundContent } from "../src/messaging/inbound.ts";
import type { Matter } from "../src/reader/names/labels.ts";
import { DETECTORS, readMessage } from "../src/reading/read-message.ts";
import type { TurnContext } from "../src/turn/feature.ts";
import type { Session } from "../src/turn/session.ts";

/** What a feature is given for one message of an invented person; `isOvertaken` and the like are added where a test needs them. */
export function contextOf(
  content: InboundContent | string,
  {
    session = {},
    matter = "none",
    now = 0,
    ended,
    ...inbound
  }: Partial<Pick<Inbound, "key" | "channel" | "isPrivate">> & {
    readonly session?: Session;
    readonly matter?: Matter;
    readonly now?: number;
    readonly ended?: TurnContext["ended"];
  } = {},
): TurnContext {
  const said: InboundContent = typeof content === "string" ? { kind: "text", text: content } : content;
  const words = said.kind === "text" ? said.text : said.kind === "media" ? (said.caption ?? "") : "";
  const reading = readMessage(words, DETECTORS, matter);
  const person = { key: "k", channel: "telegram", chat: "1", sender: "1", isPrivate: true } as const;
  return {
    inbound: { ...person, at: now, content: said, ...inbound },
    reading,
    utterance: reading.utterance,
    session,
    matter,
    now,
    ...(ended !== undefined && { ended }),
  };
}
