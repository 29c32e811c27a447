import { describe, expect, it } from "vitest";
import { createAssistant } from "../assistant/features.ts";
import type { Services } from "../assistant/services.ts";
import type { InboundContent } from "../messaging/inbound.ts";
import { plainText } from "../messaging/reply.ts";
import type { Session } from "../turn/session.ts";

const T0 = Date.UTC(2026, 10, 23, 8, 0);
const MINUTE = 60_000;

function services(now: number): Services {
  return {
    knowledge: { search: async () => [] },
    figures: { facts: async () => [] },
    now: () => now,
    isOfficial: async () => false,
    operatorQuietMs: 30 * MINUTE,
  } as Services;
}

const hear = (content: InboundContent, session: Session, now: number) =>
  createAssistant(services(now))(
    { key: `k${now}`, channel: "zalo", chat: "7135", sender: "7135", isPrivate: true, at: now, content },
    session,
  );
const words = (text: string): InboundContent => ({ kind: "text", text });

describe("an operator's word", () => {
  it("silences the machine for a while, except for danger", async () => {
    const { session } = await hear({ kind: "operator", text: "Chào anh" }, {}, T0);
    const meanwhile = await hear(words("113 là số gì"), session, T0 + 29 * MINUTE);
    expect(meanwhile).toMatchObject({ replies: [], outcome: "ignored" });
    const danger = await hear(words("cháy nhà cứu với"), session, T0 + MINUTE);
    expect(danger.replies[0] && plainText(danger.replies[0])).toContain("114");
    const after = await hear(words("113 là số gì"), session, T0 + 31 * MINUTE);
    expect(after.replies).not.toEqual([]);
  });

  it("begins the time anew with each word", async () => {
    const first = await hear({ kind: "operator", text: "Chào anh" }, {}, T0);
    const { session } = await hear(
      { kind: "operator", text: "Anh nói rõ hơn" },
      first.session,
      T0 + 20 * MINUTE,
    );
    expect((await hear(words("xin chào"), session, T0 + 45 * MINUTE)).replies).toEqual([]);
  });
});
