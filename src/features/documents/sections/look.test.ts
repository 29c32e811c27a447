import { describe, expect, it } from "vitest";
import { lookAt, together } from "./look.ts";

const line = (text: string, page = 1) => ({ text, page, isEmphasised: false });

describe("a look at a document", () => {
  it("names dates and numbers once, but no numbers of articles", () => {
    const look = lookAt([
      line("Điều 3. Đạt 97,63% (1.686 xã) trước ngày 15 tháng 10 năm 2026, xem khoản 2 Điều 7."),
      line("2. Đạt 97,63%; họp ngày 01/02/2026."),
    ]);
    expect(look.dates).toEqual(["ngày 15 tháng 10 năm 2026", "01/02/2026"]);
    expect(look.numbers).toEqual(["97,63%", "1.686 xã"]);
  });

  it("says on which pages something tells of a person", () => {
    const look = together([
      lookAt([line("Gọi 0912 345 678.", 2)]),
      lookAt([line("Gọi 0912345679, gửi an@vidu.vn.", 4)]),
    ]);
    expect(look.personal).toEqual([
      { kind: "phone", pages: [2, 4] },
      { kind: "email", pages: [4] },
    ]);
  });
});
