import { describe, expect, it } from "vitest";
import type { Inbound } from "../messaging/inbound.ts";
import { plainText, text } from "../messaging/reply.ts";
import type { Feature } from "../turn/feature.ts";
import type { Session } from "../turn/session.ts";
import { takeTurn } from "./turn.ts";

const feature: Feature = {
  name: "any",
  take: () => ({ replies: [{ blocks: [text("Anh/chị hỏi gì ạ?")] }] }),
};

const inbound = (said: string, more: Partial<Inbound> = {}): Inbound => ({
  key: said,
  channel: "zalo",
  chat: "c",
  sender: "c",
  isPrivate: true,
  at: 0,
  content: { kind: "text", text: said },
  ...more,
});

async function turn(message: Inbound, session: Session = {}) {
  const taken = await takeTurn(message, session, [feature], 0);
  return { said: taken.replies.map(plainText).join(), session: taken.session };
}

describe("how a turn speaks to the person", () => {
  it("goes by the age that they told, and remembers the word, not the age", async () => {
    const first = await turn(inbound("tôi năm nay 71 tuổi, hỏi về phong trào"));
    expect(first.said).toBe("Bác hỏi gì ạ?");
    expect(JSON.stringify(first.session)).not.toContain("71");
    expect((await turn(inbound("cảm ơn"), first.session)).said).toBe("Bác hỏi gì ạ?");
    const put = await turn(inbound("tôi 35 tuổi thôi"), first.session);
    expect(put.said).toBe("Anh/chị hỏi gì ạ?");
  });

  it.each([
    ["nobody's age", inbound("phong trào là gì")],
    ["another's", inbound("mẹ tôi 80 tuổi")],
    ["forwarded words", inbound("tôi 71 tuổi", { forwarded: true })],
    ["a group", inbound("tôi 71 tuổi", { isPrivate: false })],
  ])("stays as it is for %s", async (_, message) =>
    expect((await turn(message)).said).toBe("Anh/chị hỏi gì ạ?"),
  );
});
