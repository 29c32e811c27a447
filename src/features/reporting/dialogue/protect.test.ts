import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HIDDEN, offersIdentityPaper, protectReporter } from "./protect.ts";

describe("the reporter's own identity", () => {
  it.each([
    ["Tôi tên là Nguyễn Văn An, nhà bị trộm", `Tôi tên là ${HIDDEN}, nhà bị trộm`],
    ["Em là Lê Thị Hoa, em bị đe doạ", `Em là ${HIDDEN}, em bị đe doạ`],
    ["tên tôi là Hoàng Văn Tú", `tên tôi là ${HIDDEN}`],
    ["sđt của tôi 0912345678", `sđt của tôi ${HIDDEN}`],
    ["liên hệ tôi qua số 0912 345 678 nhé", `liên hệ tôi qua số ${HIDDEN} nhé`],
    ["Tên của tôi: nông thu hà. Ở chợ", `Tên của tôi: ${HIDDEN}. Ở chợ`],
    ["toi ten la hoang van tu, o cao loc", `toi ten la ${HIDDEN}, o cao loc`],
    ["tôi là lý a sùng, bị lừa", `tôi là ${HIDDEN}, bị lừa`],
    ["gọi lại cho tôi số 020 099 001 234 nhé", `gọi lại cho tôi số ${HIDDEN} nhé`],
    ["goi lai cho em 0912.345.678", `goi lai cho em ${HIDDEN}`],
    ["CCCD của tôi: 020123456789", `CCCD của tôi: ${HIDDEN}`],
    ["nó bảo đọc mã OTP là 482913", `nó bảo đọc mã OTP là ${HIDDEN}`],
    ["mat khau la Abc12345", `mat khau la ${HIDDEN}`],
  ])("%s", (text, safe) => {
    expect(protectReporter(text).text).toBe(safe);
  });

  it.each([
    "Số 0987654321 gọi tự xưng công an",
    "chuyển 20 triệu vào tài khoản 0123456789 Vietcombank",
    "xe máy biển số 12B1-123.45",
    "hàng xóm là Công an xã",
    "Tôi là người dân thôn Pò Mỏ",
    "nó gọi cho tôi bằng số 0987654321",
    "hàng xóm tên Nguyễn Văn Bình đánh tôi",
    "tra hộ số điện thoại 0912345678 xem tên chủ máy",
    "vào trang https://lua-dao.example rồi viết cho an@example.vn",
  ])("evidence stays: %s", (text) => {
    expect(protectReporter(text)).toEqual({ text, hid: new Set() });
  });

  it("leaves any other text alone", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ,.]{0,80}$/), (text) => {
        expect(protectReporter(text).text).toBe(text);
      }),
    );
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
