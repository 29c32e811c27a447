import { describe, expect, it } from "vitest";
import { contextOf } from "../../../test/turn-context.ts";
import { plainText, text } from "../../messaging/reply.ts";
import { firstAid, knownOfCase } from "./first-aid-feature.ts";

const answerTo = async (message: string) => {
  const result = await firstAid.take(contextOf(message));
  return result === null ? null : plainText(result.replies[0] ?? { blocks: [] });
};

describe("first aid asked in general", () => {
  it("is answered by the steps, then by whom to call", async () => {
    const answer = await answerTo("rắn cắn thì sơ cứu thế nào, có nên garô không ạ");
    expect(answer).toMatch(/^• Nằm yên/u);
    expect(answer).toContain("Không garô");
    expect(answer).toContain("Nếu đang xảy ra: gọi 115");
  });

  it.each(["khu dân cư là gì", "/solieu rắn cắn", "", "cảm ơn nhé"])("isn't seen in: %s", async (message) => {
    expect(await answerTo(message)).toBeNull();
  });
});

describe("what is known of a case", () => {
  const known = knownOfCase({ name: "known", take: () => ({ replies: [{ blocks: [text("biết")] }] }) });

  it("goes before the steps, where nobody asks what to do", async () => {
    expect(
      await known.take(contextOf("nhà em để bình gas mini trong phòng ngủ có nguy hiểm không")),
    ).not.toBeNull();
    expect(await known.take(contextOf("bị rắn cắn thì sơ cứu thế nào"))).toBeNull();
    expect(await known.take(contextOf("khu dân cư là gì"))).toBeNull();
  });
});
