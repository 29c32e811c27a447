import { readFileSync } from "node:fs";
import { assert as check, constantFrom, integer, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Kind, maskPersonal } from "./mask.ts";

const digits = (n: number) =>
  tuple(...Array.from({ length: n }, () => integer({ min: 0, max: 9 }))).map((all) => all.join(""));
const split = (text: string, gap: string, sizes: readonly number[]) => {
  let at = 0;
  return sizes
    .map((size) => {
      at += size;
      return text.slice(at - size, at);
    })
    .join(gap);
};

describe("masking", () => {
  it.each<[Kind, string, string]>([
    ["phone", "gọi cho tôi số 0912345678 nhé", "0912345678"],
    ["phone", "sdt +84 912 345 678", "912 345 678"],
    ["phone", "0912.345.678", "345"],
    ["phone", "0 9 1 2 3 4 5 6 7 8", "9 1 2"],
    ["phone", "gọi em.0912345678 nhé", "0912345678"],
    ["phone", "máy bàn 0205 3 812 345", "812 345"],
    ["identity", "CCCD 020099001234", "020099001234"],
    ["identity", "số căn cước: 020 099 001 234", "099 001"],
    ["identity", "cmnd cũ 081234567", "081234567"],
    ["account", "chuyển vào tài khoản 19034567890123 Techcombank", "19034567890123"],
    ["account", "stk 1023 4567 89", "4567"],
    ["plate", "xe biển số 12A-345.67", "345.67"],
    ["plate", "xe may 29-B1 123.45 tong toi", "123.45"],
    ["plate", "bien so 12a1 23456", "23456"],
    ["email", "thư của tôi là an.nguyen@example.vn", "an.nguyen"],
    ["link", "vào https://lua-dao.example/x?y=1 thì mất tiền", "lua-dao"],
    ["report_code", "tin TB-7K2M-9QXA đến đâu rồi", "7K2M"],
    ["birth_date", "sinh ngày 12/03/1990", "12/03"],
    ["house", "tôi ở số nhà 12 ngõ 5 đường Bà Triệu", "12 ngõ 5"],
    ["name", "Tôi tên là Nguyễn Văn Khánh, hỏi về tố giác", "Khánh"],
    ["name", "toi ten la nguyen van khanh o cao loc", "khanh"],
    ["name", "ông Trần Văn Bình hàng xóm đánh vợ", "Bình"],
    ["name", "anh Hùng ở thôn tôi bán pháo", "Hùng"],
    ["name", "hang xom la le thi hoa hay danh bac", "hoa"],
    ["name", "em tên Linh, cho em hỏi", "Linh"],
    ["name", "tôi là nông thu hà, ở Cao Lộc", "thu"],
    ["name", "toi ten la hoang van tu, hoi ve to giac", "tu,"],
    ["name", "Cháu là Pờ Sì Mẩy, cháu muốn hỏi", "Mẩy"],
    ["access_code", "nó hỏi mã OTP là 482913", "482913"],
    ["access_code", "mat khau Abc12345 bị lộ", "Abc"],
    ["identity", "hộ chiếu C1234567 bị mất", "1234567"],
  ])("takes out a %s: %s", (kind, text, secret) => {
    const { text: safe, masked } = maskPersonal(text);
    expect(safe).not.toContain(secret);
    expect(masked).toContain(kind);
  });

  it.each([
    "113 là số gì? 114, 115, 111, 112 thì sao",
    "Gọi 18001567 hay 19001234",
    "Thông tư 124/2021/TT-BCA thay Thông tư 23/2012/TT-BCA khi nào",
    "Năm 2022 có 1.686/1.727 khu dân cư đạt, bằng 97,63%",
    "từ 01/07/2025 đến 31/10/2025",
    "Chủ tịch Hồ Chí Minh nói gì về công an",
    "xã Cao Lộc, phường Tam Thanh, xã Văn Lãng, xã Hoàng Văn Thụ có bao nhiêu dân",
    "phạt 3.000.000 đồng theo Điều 8 khoản 3",
    "Công an tỉnh Lạng Sơn ở đâu",
    "Tôi là Trưởng Công an phường, hỏi về phong trào",
    "toi la chu tich tinh, xac nhan giup",
    "mật khẩu cấp 2 là gì",
  ])("leaves alone: %s", (text) => {
    expect(maskPersonal(text)).toEqual({ text, masked: [] });
  });

  it("finds telephone and identity numbers however they are spaced", () => {
    const gap = constantFrom("", " ", ".", "-");
    check(
      property(digits(8), constantFrom("3", "5", "7", "8", "9"), gap, (rest, second, between) => {
        const number = split(`0${second}${rest}`, between, [4, 3, 3]);
        expect(maskPersonal(`cho hỏi số ${number} là ai`).text).toBe("cho hỏi số [số điện thoại] là ai");
      }),
    );
    check(
      property(digits(11), gap, (rest, between) => {
        const number = split(`0${rest}`, between, [3, 3, 3, 3]);
        expect(maskPersonal(`căn cước ${number} bị mất`).text).not.toMatch(/\d/u);
      }),
    );
  });

  it.each([
    " ",
    "\n",
    "a",
    "1 ",
    "a.",
    "cccd ",
    "sinh ngày ",
    "tôi là ",
    "Nguyễn Văn A ",
    "số nhà 1 ",
    "otp ",
  ])("a message of nothing but %j, as long as one can be, is read through", (unit) => {
    const long = unit.repeat(30_000 / unit.length);
    expect(maskPersonal(`${long}0912345678`).text).not.toContain("0912345678");
  });

  it("leaves ordinary questions as they are", () => {
    const Questions = z.array(z.object({ text: z.string().optional() }));
    const texts = ["questions.json", "paraphrases.json", "citizen-batches.json"].flatMap((file) =>
      Questions.parse(
        JSON.parse(readFileSync(new URL(`../../../eval/${file}`, import.meta.url), "utf8")),
      ).flatMap(({ text }) => text ?? []),
    );
    const changed = texts.filter((text) => maskPersonal(text).text !== text);
    expect(texts.length).toBeGreaterThan(300);
    expect(changed.length / texts.length).toBeLessThan(0.05);
  });
});
