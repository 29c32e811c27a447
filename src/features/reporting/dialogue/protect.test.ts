import { describe, expect, it } from "vitest";
import { HIDDEN, hideSecrets, offersIdentityPaper } from "./protect.ts";

describe("passwords and one-time codes", () => {
  it.each([
    ["nó bảo đọc mã OTP là 482913", `nó bảo đọc mã OTP là ${HIDDEN}`],
    ["mat khau la Abc12345", `mat khau la ${HIDDEN}`],
    ["số 0987654321 gọi tự xưng công an", "số 0987654321 gọi tự xưng công an"],
  ])("%s", (text, safe) => {
    expect(hideSecrets(text)).toBe(safe);
  });
});

describe("a photo offered as an identity paper", () => {
  it.each(["ảnh căn cước của tôi", "đây là cccd", "gui anh mat truoc cmnd cua em", "Hộ chiếu của cháu"])(
    "%s",
    (caption) => {
      expect(offersIdentityPaper(caption)).toBe(true);
    },
  );

  it.each([
    "ảnh nhóm thanh niên",
    "nó dùng căn cước giả, đây là ảnh",
    "ảnh căn cước của đối tượng",
    "nhặt được cccd ai đó",
    "",
  ])("not: %s", (caption) => {
    expect(offersIdentityPaper(caption)).toBe(false);
  });
});
