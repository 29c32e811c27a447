import { describe, expect, it } from "vitest";
import { isSecret } from "./secret.ts";

describe("isSecret", () => {
  it("takes the very same word", () => {
    expect(isSecret("mật-khẩu-138", "mật-khẩu-138")).toBe(true);
  });

  it.each([undefined, "", "mật-khẩu-13", "mật-khẩu-1388", "MẬT-KHẨU-138", " mật-khẩu-138"])(
    "takes nothing else: %j",
    (given) => {
      expect(isSecret(given, "mật-khẩu-138")).toBe(false);
    },
  );
});
