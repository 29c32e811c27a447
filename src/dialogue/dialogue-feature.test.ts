import { describe, expect, it } from "vitest";
import { contextOf } from "../../test/turn-context.ts";
import { FILED } from "../features/reporting/citizen/citizen-session.ts";
import type { InboundContent } from "../messaging/inbound.ts";
import { text } from "../messaging/reply.ts";
import { dialogue, type Skills } from "./dialogue-feature.ts";
import { MOVES } from "./policy.ts";

/** Skills that only say which move it was. */
const skills: Partial<Skills> = Object.fromEntries(
  Object.keys(MOVES).map((move) => [move, () => ({ replies: [{ blocks: [text(move)] }] })]),
);

const played = async (content: InboundContent | string, given: Parameters<typeof contextOf>[1] = {}) => {
  const result = await dialogue(skills).take(contextOf(content, { matter: "draft", ...given }));
  const [block] = result?.replies[0]?.blocks ?? [];
  return block !== undefined && "text" in block ? block.text : null;
};

describe("the policy's feature", () => {
  it("does what the table says", async () => {
    expect(await played("gửi đi em ơi, đúng hết rồi")).toBe("draftSend");
    expect(await played("o sau cho, canh cay xang")).toBe("draftAdd");
  });

  it("knows what is said of a report that was sent and sounds like mere talk", async () => {
    expect(await played("chua xong dau a, bong moi lai vo roi", { matter: "filed" })).toBe("caseAdd");
    expect(await played("không, đùa thôi", { matter: "filed" })).toBe("caseWithdraw");
    expect(await played("à còn nữa, nó xăm rồng ở cổ", { matter: "filed" })).toBe("caseAdd");
    expect(await played("không, đùa thôi", { matter: "draft" })).toBe("draftCancel");
    expect(await played("không, đùa thôi", { matter: "none" })).toBeNull();
  });

  it("hears after the result of a report whether all is well", async () => {
    const ended = { code: "TB-AAAA-AAAA", at: 5 };
    const given = { matter: "filed", ended, session: FILED.with(ended) } as const;
    expect(await played("ổn rồi, cảm ơn các anh nhiều", given)).toBe("caseGlad");
    expect(await played("đã xong đâu anh ơi, đêm qua nhà đấy lại mở tiếp", given)).toBe("caseAdd");
    expect(await played("chua xong dau", given)).toBe("caseAdd");
    expect(await played("vẫn chưa thấy ai xuống dẹp cả các anh ạ", given)).toBe("caseAdd");
    expect(
      await played("ổn rồi, cảm ơn các anh nhiều", { matter: "filed", session: FILED.with(ended) }),
    ).toBeNull();
  });

  it.each([
    ["commands", "/help", {}],
    ["groups", "gửi đi", { isPrivate: false }],
    ["our own buttons", { kind: "text", text: "gửi đi", tapped: true }, {}],
    ["what has no words", { kind: "location", lat: 21, lng: 106 }, {}],
    ["questions, which are answered aside", "ai đọc được tin này vậy ạ", {}],
  ] as const)("leaves %s to the others", async (_, content, given) =>
    expect(await played(content, given)).toBeNull(),
  );

  it("leaves a move without a skill to the others", async () =>
    expect(await dialogue({}).take(contextOf("gửi đi em ơi", { matter: "draft" }))).toBeNull());
});
