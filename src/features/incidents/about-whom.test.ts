import { describe, expect, it } from "vitest";
import { plainText } from "../../messaging/reply.ts";
import { readMessage } from "../../reading/read-message.ts";
import { isOfChild } from "./about-whom.ts";
import { adviceFor } from "./incidents-feature.ts";

describe("whom a wrong is about", () => {
  it.each(["con em lop 8 bi doa", "nó rủ cháu 13 tuổi đi", "bọn trẻ con chơi ở đó", "hoc sinh hut thuoc"])(
    "somebody under eighteen: %s",
    (said) => expect(isOfChild(readMessage(said))).toBe(true),
  );

  it.each(["ông 73 tuổi bị lừa", "mất 15 tr", "chồng em bị đánh"])("nobody: %s", (said) =>
    expect(isOfChild(readMessage(said))).toBe(false),
  );

  it("names 111 once where a child is in it, and accuses nobody", () => {
    const words = plainText(adviceFor("gambling", true, readMessage("nó rủ học sinh lớp 7 đánh bạc")));
    expect(words.match(/111/gu)).toHaveLength(1);
    expect(plainText(adviceFor("gambling", true, readMessage("nhà bên đánh bạc")))).not.toContain("111");
    expect(plainText(adviceFor("childHarm", true, readMessage("trẻ em bị đánh")))).not.toContain("Có trẻ em");
    expect(plainText(adviceFor("other", true))).not.toContain("chính mình");
  });
});
