import { describe, expect, it } from "vitest";
import { createAssistant } from "../assistant/features.ts";
import type { Services } from "../assistant/services.ts";
import { takeTurn } from "../assistant/turn.ts";
import type { Inbound, InboundContent } from "../messaging/inbound.ts";
import { plainText } from "../messaging/reply.ts";
import type { Feature } from "../turn/feature.ts";
import type { Session } from "../turn/session.ts";
import { handover } from "./handover.ts";

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

const inboundOf = (content: InboundContent, now: number): Inbound => ({
  key: `k${now}`,
  channel: "zalo",
  chat: "7135",
  sender: "7135",
  isPrivate: true,
  at: now,
  content,
});
const hear = (content: InboundContent, session: Session, now: number) =>
  createAssistant(services(now))(inboundOf(content, now), session);
const words = (text: string): InboundContent => ({ kind: "text", text });

const said = async (content: InboundContent, session: Session, now: number) => {
  const turn = await hear(content, session, now);
  return { ...turn, text: turn.replies.map(plainText).join("\n") };
};

describe("an operator's word", () => {
  it("silences the machine for a while, which it says once", async () => {
    const { session } = await hear({ kind: "operator", text: "Chào anh" }, {}, T0);
    const told = await said(words("113 là số gì"), session, T0 + MINUTE);
    expect(told.text).toContain("Cán bộ đang trả lời");
    const meanwhile = await said(words("113 là số gì"), told.session, T0 + 29 * MINUTE);
    expect(meanwhile).toMatchObject({ replies: [], outcome: "ignored" });
    const after = await said(words("113 là số gì"), meanwhile.session, T0 + 31 * MINUTE);
    expect(after.text).not.toContain("Cán bộ đang trả lời");
    expect(after.replies).not.toEqual([]);
    const again = await hear({ kind: "operator", text: "Chào anh" }, after.session, T0 + 40 * MINUTE);
    expect((await said(words("dạ"), again.session, T0 + 41 * MINUTE)).text).toContain("Cán bộ đang trả lời");
  });

  it("begins the time anew with each word, and nothing is told again", async () => {
    const first = await hear({ kind: "operator", text: "Chào anh" }, {}, T0);
    const told = await hear(words("dạ"), first.session, T0 + MINUTE);
    const { session } = await hear({ kind: "operator", text: "Anh nói rõ" }, told.session, T0 + 20 * MINUTE);
    expect((await hear(words("xin chào"), session, T0 + 45 * MINUTE)).replies).toEqual([]);
  });

  const open: Session = { report: { sealed: "x", at: T0 } };

  it.each([
    ["a danger", words("cháy nhà cứu với"), {}],
    ["a danger under a photo", { kind: "media", media: [], caption: "cháy nhà cứu với" }, {}],
    ["a danger in an edit", { kind: "edited", text: "cháy nhà cứu với" }, {}],
    ["a command", words("/help"), {}],
    ["a wish to report", words("báo tin"), {}],
    ["a report told at once", words("báo tin: có đám đánh bạc ở chợ tối qua"), {}],
    ["the own list", words("tin của tôi"), {}],
    ["a code", words("TB-7K2M-9QP4 đến đâu rồi"), {}],
    ["a tap", { kind: "text", text: "gửi", tapped: true }, {}],
    ["what a button says, on a messenger that doesn't tell taps", words("che tên"), { choices: ["che tên"] }],
    ["gửi, with a report open", words("gửi"), open],
    ["huỷ, with a report open", words("huỷ giúp em"), open],
  ] as const)("doesn't silence %s", async (_, content, before) => {
    const { session } = await hear({ kind: "operator", text: "Chào anh" }, {}, T0);
    const { text, replies } = await said(content, { ...session, ...before }, T0 + MINUTE);
    expect(text).not.toContain("Cán bộ đang trả lời");
    expect(replies).not.toEqual([]);
  });

  it.each([
    ["an answer to the operator", words("vâng xe màu xanh"), open],
    ["gửi, with nothing to send", words("gửi"), {}],
    ["a sticker", { kind: "sticker" }, {}],
    ["a photo", { kind: "media", media: [{ kind: "image", ref: "r" }] }, {}],
  ] as const)("leaves %s to the operator", async (_, content, before) => {
    const { session } = await hear({ kind: "operator", text: "Chào anh" }, {}, T0);
    const { text } = await said(content, { ...session, ...before }, T0 + MINUTE);
    expect(text).toContain("Cán bộ đang trả lời");
  });

  it("holds up no withdrawal", async () => {
    const { session } = await hear({ kind: "operator", text: "Chào anh" }, {}, T0);
    const seen: string[] = [];
    const after: Feature = {
      name: "after",
      take: ({ inbound }) => {
        seen.push(inbound.content.kind);
        return null;
      },
    };
    const last: Feature = { name: "last", take: () => ({ replies: [] }) };
    const features = [handover({ operatorQuietMs: 30 * MINUTE }), after, last];
    for (const kind of ["withdrawn", "left", "pause"] as const)
      await takeTurn(inboundOf({ kind }, T0 + MINUTE), session, features, T0 + MINUTE);
    expect(seen).toEqual(["withdrawn", "left", "pause"]);
  });
});
