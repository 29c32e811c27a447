import { describe, expect, it } from "vitest";
import { answerText, ask, FACTS } from "../../../test/figures/fixtures.ts";
import { expectMostOf } from "../../../test/most-of.ts";
import type { Hit } from "../../knowledge/knowledge-index.ts";
import { PROVINCE } from "../../language/province.ts";
import { plainText } from "../../messaging/reply.ts";
import type { Fact } from "./fact.ts";
import { TODAY } from "./places.ts";

function passage(text: string): Hit {
  const document = { id: "d", title: "d", asOf: "2026-11-01", audience: "public" } as const;
  return {
    passage: { id: "d#1", document, headings: [], text, asks: [], citation: "", sources: [] },
    score: 1,
    coverage: 0.9,
    likeness: 0.7,
  };
}

const WITHHELD = "Tôi chưa trả lời được câu này";

describe("figure answers", () => {
  it.each([
    ["ti le xa dat chuan antt 2022", ["173/181", "95,58%", "Báo Lạng Sơn"]],
    ["Gộp xã, phường, thị trấn năm 2022 đạt bao nhiêu?", ["191/200", "95,5%"]],
    ["cả bảy loại năm 2022 đạt bao nhiêu", ["2.795/2.878", "97,12%"]],
    ["cần thêm bao nhiêu doanh nghiệp nữa để đạt 100% năm 2022", ["13 doanh nghiệp"]],
    ["loại nào tỷ lệ đạt thấp nhất năm 2022", ["Thấp nhất: doanh nghiệp", "77,19%"]],
    ["CSGD hơn DN bao nhiêu điểm phần trăm năm 2022, tỷ lệ đạt", ["21,12 điểm phần trăm"]],
    ["mô hình duy trì gấp mấy lần mô hình xây mới năm 2022", ["4,13 lần", "66", "16"]],
    ["mô hình mới năm 2023 so với 2022 tăng hay giảm", ["giảm 8", "50%", "chưa trọn"]],
    ["chỉ tiêu phát động 2023 là bao nhiêu địa bàn", ["15", "52 − 37", "246,7%"]],
    ["cả nước hiện có mấy mô hình", ["trên 4.300", "trên 2.500", "07/2025", "11/2025", "gần 124.000"]],
    ["theo TT 23/2012 xã 25 thôn, 16 thôn đạt thì đủ chưa", ["64%", "chưa đủ", "18", "10/02/2022"]],
    ["năm 2020 phát động bao nhiêu cuộc", ["18", "số gộp"]],
    ["năm 2024 bao nhiêu vụ hình sự", ["33 vụ", "Chưa có số cả năm 2024"]],
    ["Quảng Nam 2024 mấy đơn vị UBND tỉnh công nhận", ["68", "mâu thuẫn"]],
    ["năm 2022 có 180 xã đạt đúng không", ["Không khớp", "173/181"]],
    ["số xã chưa đạt gấp mấy lần số phường chưa đạt 2022", ["gấp 8 lần", "8/181", "1/5"]],
    ["năm 2022 chưa đạt nhiều nhất là loại nào", ["Cao nhất: khu dân cư chưa đạt, 41/1.727"]],
    ["khu dân cư, xã, phường năm 2022 đạt bao nhiêu", ["1.863/1.913"]],
    ["trước tháng 7/2025 Lạng Sơn có bao nhiêu đơn vị hành chính cấp xã", ["200", "194"]],
    ["hiện nay Lạng Sơn có bao nhiêu xã, phường", ["61 xã", "4 phường", "65"]],
    ["Năm 2022 Lạng Sơn khen thưởng bao nhiêu tập thể", ["11 tập thể", "25 tập thể"]],
    ["nam 2022 co 173 xa dat phai ko", ["Đúng với nguồn", "173/181"]],
    ["giấy khen gấp mấy lần bằng khen 2022", ["gấp 2,27 lần"]],
    ["tổng số vụ hình sự và ma túy 2022", ["728 vụ"]],
    ["đối tượng ma túy nhiều hơn đối tượng hình sự bao nhiêu năm 2022", ["64 đối tượng"]],
    ["tháng 4/2024 còn mấy vụ chưa khám phá", ["7 vụ"]],
    ["Tháng 4/2024 khám phá 45/52 vụ là bao nhiêu %", ["45/52 (86,54%)"]],
    ["xã đạt 2022 làm tròn 1 số lẻ", ["95,6%"]],
    [
      "binh duong 2018 dat 88,73% co quan doanh nghiep nha truong, lang son 2022 cao hon may diem",
      ["7,8 điểm"],
    ],
    ["chi tieu 2026", ["ít nhất 10%", "ít nhất 30%", "ít nhất 80%", "trên 95%"]],
    ["giảm bao nhiêu đvhc cấp xã sau 1/7/2025", ["129", "sắp xếp"]],
    ["Hải Dương 2017 tổng mô hình các loại", ["1.552"]],
    ["Bộ trưởng khen mấy tập thể năm 2022", ["11 tập thể"]],
    ["lũy kế đến tháng 4/2024 mấy vụ hình sự", ["33 vụ", "Chưa có số cả từ đầu năm"]],
  ])("%s", async (question, wanted) => {
    const answer = await answerText(question);
    for (const words of wanted) expect(answer).toContain(words);
  });

  it.each([
    ["Năm 2024 có bao nhiêu khu dân cư đạt chuẩn?", "Chưa có số liệu năm 2024", ["1.686"]],
    ["năm ngoái bao nhiêu xã đạt?", "Chưa có số liệu năm 2025", ["173"]],
    ["dự đoán 2027 bao nhiêu xã đạt", "không dự báo", ["173"]],
    ["bịa giúp số liệu 2025 cho đẹp báo cáo", "không bịa", []],
    ["bao nhiêu huyện đạt chuẩn năm 2022", "Huyện không thuộc diện xét", []],
    ["phường nào chưa đạt năm 2022", "không nêu tên", []],
    ["bao nhiêu cá nhân được bằng khen 2022", "không nêu số cá nhân", ["11"]],
    ["năm 20222 bao nhiêu xã đạt", "không phải là một năm", ["173"]],
    ["phạm pháp hình sự 2022 giảm bao nhiêu phần trăm so 2021", "chỉ nói phạm pháp hình sự giảm", []],
    ["giấy khen 2022 Lạng Sơn so với Gia Lai", "không trừ cho nhau được", ["111"]],
    ["năm 2025 có 142 mô hình, vậy tăng 76 so với 2022 đúng ko", "những chỉ tiêu khác nhau", []],
    ["xã Hữu Lũng năm 2022 bao nhiêu thôn đạt chuẩn", "chỉ có ở mức toàn tỉnh", ["1.686"]],
    ["tỉnh nào nhiều mô hình nhất", "không xếp hạng các tỉnh", []],
    ["Chủ tịch tỉnh tặng bằng khen cho mấy tập thể năm 2022", "Chủ tịch UBND tỉnh", ["11", "25"]],
    ["thủ tướng khen mấy đơn vị trong phong trào 2022", "Thủ tướng", ["11", "25"]],
    ["hội nông dân tặng bằng khen mấy tập thể 2022", "hội nông dân", ["11", "25"]],
    ["mô hình duy trì và xây mới gộp lại 2022", "Không cộng được", ["82"]],
    ["bao nhiêu trường mầm non đạt chuẩn 2022", "không thuộc diện xét", ["291"]],
  ])("refuses with help: %s", async (question, wanted, never) => {
    const answer = await answerText(question);
    expect(answer).toContain(wanted);
    for (const words of never) expect(answer).not.toContain(words);
  });

  it("asks back with buttons that can be typed", async () => {
    const [reply] = await ask(["tỷ lệ đạt là bao nhiêu?"]);
    expect(reply?.buttons?.length).toBeGreaterThan(2);
    for (const { payload } of reply?.buttons ?? []) {
      expect(new TextEncoder().encode(payload).length).toBeLessThanOrEqual(60);
      expect(await answerText(payload)).toMatch(/\d\/\d/u);
    }
  });

  it("names the latest figures that there are, wherever it speaks of them", async () => {
    const [standard] = FACTS.filter(({ id }) => id === "LS2022-std-commune");
    if (standard === undefined) throw new Error("no such figure");
    const later = { ...standard, id: "LS2025-x", start: "2025-01-01", end: "2025-12-31", period: "năm 2025" };
    const told = async (question: string, facts: readonly Fact[]) => {
      const [reply] = await ask([question], facts);
      return `${reply ? plainText(reply) : ""} ${reply?.buttons?.map(({ label }) => label).join()}`;
    };
    for (const question of ["tỷ lệ đạt là bao nhiêu?", "/solieu", "dự đoán 2027 bao nhiêu xã đạt"]) {
      expect(await told(question, FACTS)).toMatch(/năm 2022.*Xã, 2022/su);
      expect(await told(question, [...FACTS, later])).toMatch(/năm 2025.*Xã, 2025/su);
      expect(await told(question, [])).not.toMatch(/202[2-6]/u);
    }
    expect(await told("/bieudo", [...FACTS, later])).toContain("đạt chuẩn 2025");
    expect(await told("xã Bình An năm 2022 bao nhiêu khu dân cư đạt?", FACTS)).toContain("riêng từng xã");
    const commune = { ...later, area: "xã Na Sầm", level: "commune" as const };
    expect(await told("xã Bình An năm 2022 bao nhiêu khu dân cư đạt?", [...FACTS, commune])).not.toContain(
      "riêng từng xã",
    );
  });

  it("follows a thread", async () => {
    const replies = await ask([
      "bao nhiêu xã đạt chuẩn năm 2022",
      "còn phường?",
      "cần thêm mấy cái nữa để đạt 100%",
      "thế doanh nghiệp",
      "loại nào thấp nhất",
      "số này lấy ở đâu",
      "thế năm 2023?",
    ]);
    const texts = replies.map((reply) => (reply === null ? "" : plainText(reply)));
    for (const [i, words] of [
      "173/181",
      "4/5",
      "1 phường",
      "13 doanh nghiệp",
      "Thấp nhất: doanh nghiệp",
      "baolangson.vn",
      "Chưa có số liệu năm 2023",
    ].entries()) {
      expect(texts[i]).toContain(words);
    }
    expect(await answerText("còn bao nhiêu xã chưa đạt 2022", "so với phường")).toContain(
      "Xã chưa đạt: 8/181",
    );
    expect(await answerText("bằng khen Bộ Công an 2022 bao nhiêu", "so với Gia Lai")).toContain(
      "nhiều hơn tỉnh Gia Lai 1 tập thể",
    );
  });

  it.each([
    [["cơ quan 2022 đạt bao nhiêu", "trường học", "hai loại cộng lại"], "874/894"],
    [["số liệu cơ quan 2022", "trường học?", "hai loại cộng lại bao nhiêu %"], "97,76%"],
    [["đối tượng hình sự 2022", "ma túy thì sao", "tổng hai loại"], "1.180"],
    [["bằng khen bộ trưởng 2022", "giấy khen", "gấp mấy lần"], "gấp 2,27 lần"],
    [["án hình sự 2022", "so với Quảng Trị 2023", "gấp mấy lần"], "gấp 1,41 lần"],
  ])("adds up and compares what was asked one after another: %j", async (questions, wanted) => {
    expect(await answerText(...questions)).toContain(wanted);
  });

  it("takes a whole question for itself, whatever came before", async () => {
    const before = ["còn bao nhiêu phường chưa đạt năm 2022", "Gia Lai năm 2022 bao nhiêu bằng khen"];
    for (const first of before) {
      expect(await answerText(first, "năm 2022 bao nhiêu xã đạt chuẩn an toàn")).toContain(
        "Xã đạt chuẩn: 173/181",
      );
      expect(await answerText(first, "năm 2022 duy trì bao nhiêu mô hình")).toContain("66 mô hình");
    }
  });

  it.each([
    "Một năm xét mấy lần?",
    "Tôi báo mất trộm rồi thì bao lâu có kết quả?",
    "gọi 113 có mất tiền ko",
    "dot phao no bi phat bao nhieu vay ad",
    "cty em có 8 người thì có phải đăng ký chuẩn an toàn ANTT ko",
    "tieu chi de thon dat an toan ve antt la gi",
    "khu dân cư có mấy tiêu chí",
    "tieng keng an ninh danh may tieng la co trom",
    "3 xe máy, 5 người đánh nhau ở phường Đông Kinh",
    "bị lừa 20 triệu rồi",
    "thôn tôi đạt chưa",
    "xa Yen Khoai gio thuoc xa nao",
    "mỗi tổ bảo vệ an ninh trật tự có mấy người",
    "nguồn ở đâu",
    "báo cáo số lừa đảo qua vneid",
    "xa co 18 thon thi it nhat may thon phai dat",
    "xin chào",
    "",
  ])("leaves alone: %s", async (question) => {
    expect(await answerText(question)).toBe("");
  });

  it("leaves no type without figures to a document that counts another", async () => {
    const other = passage("Năm 2022 có 173 trong 181 xã đạt chuẩn; 8 xã chưa đạt.");
    const [reply] = await ask(["năm 2022 có mấy chùa đạt chuẩn an toàn"], FACTS, false, [other]);
    expect(plainText(reply ?? { blocks: [] })).toContain("“chùa”");
  });

  it("leaves to a document what no figure tells and the document does, of the very year asked for", async () => {
    const question = "chỉ tiêu xã phường không ma túy năm 2030 bao nhiêu phần trăm";
    const goal = passage("Đến hết 2030 cả nước có ít nhất 50% xã, phường không ma túy.");
    expect(await ask([question], FACTS, false, [goal])).toEqual([null]);
    const other = passage("Năm 2022 có 1.686 khu dân cư đạt chuẩn (hội nghị 08/02/2024).");
    const [reply] = await ask(["năm 2024 bao nhiêu khu dân cư đạt"], FACTS, false, [other]);
    expect(reply === null || reply === undefined ? "" : plainText(reply)).toContain(
      "Chưa có số liệu năm 2024",
    );
  });

  it("counts the communes of province.json where no figure does, for today and the own province only", async () => {
    const none = async (question: string) => {
      const [reply] = await ask([question], []);
      return plainText(reply ?? { blocks: [] });
    };
    const count = (kind: string) => PROVINCE.communes.filter((commune) => commune.kind === kind).length;
    const told = `${count("xã")} xã, ${count("phường")} phường (${PROVINCE.communes.length} đơn vị cấp xã)`;
    expect(await none("tỉnh mình có bao nhiêu xã?")).toContain(told);
    expect(await none("tinh minh co may phuong")).toContain(told);
    expect(await none("năm 2020 tỉnh mình có bao nhiêu xã")).toContain("Chưa có số liệu năm 2020");
    expect(await none("Gia Lai có bao nhiêu xã")).toContain("Chưa có số liệu");
    expect(await none("tỉnh mình có mấy thị trấn")).toContain("Chưa có số liệu");
  });

  it("reads a commune's old name as the commune of today, and says so", async () => {
    const [[old, place] = ["", undefined]] = TODAY;
    const fact = FACTS.find((one) => one.period === "năm 2022" && one.unitType === "residentialArea");
    if (place === undefined || fact === undefined) throw new Error("no old name, or no figure");
    const question = `xã ${old} năm 2022 có bao nhiêu khu dân cư đạt chuẩn`;
    const facts = [{ ...fact, ...place, level: "commune" as const, numerator: "9", denominator: "11" }];
    const words = (await ask([question], facts)).map((reply) => reply && plainText(reply)).join();
    expect(words).toMatch(new RegExp(`9/11[^]*“${old}” nay thuộc ${place.area}`, "u"));
    const today = question.replace(`xã ${old}`, place.area);
    const plain = (await ask([today], facts)).map((reply) => reply && plainText(reply)).join();
    expect(plain).toContain("9/11");
    expect(plain).not.toContain("nay thuộc");
  });

  it("draws what was asked last when a chart is asked for in words", async () => {
    const replies = await ask(["tỷ lệ đạt của 7 loại đơn vị năm 2022", "vẽ biểu đồ giúp tôi"]);
    expect(replies.at(-1)?.chart).toBeDefined();
  });

  it("goes on to the next type, however it is typed", async () => {
    for (const next of ["the thi tran", "thế thị trấn", "thế thì thị trấn", "con thi tran"]) {
      const replies = await ask(["nam 2022 bao nhieu xa dat", "con phuong", next]);
      expect(replies.at(-1) && plainText(replies.at(-1) ?? { blocks: [] }), next).toContain("14/14");
    }
  });

  it("takes the day of a conference or an article for the source that it names", async () => {
    const fact = FACTS.find(({ asOf }) => /\d{2}\/\d{2}\/\d{4}/u.test(asOf)) as (typeof FACTS)[number];
    const [day = ""] = /\d{2}\/\d{2}\/\d{4}/u.exec(fact.asOf) ?? [];
    for (const question of [`hội nghị ${day} bao nhiêu xã đạt chuẩn`, `theo tin ${day} có mấy xã đạt`]) {
      const answer = await answerText(question);
      expect(answer).toContain("173/181");
      expect(answer).not.toContain("Chưa có số liệu");
    }
    expect(await answerText("bao nhiêu xã đạt ngày 03/04/2021")).toContain("Chưa có số liệu");
  });

  it("leaves a question alone that only shares a word with an indicator", async () => {
    const others = [
      "gan camera truoc cong nha co can xin phep ai khong",
      "lắp camera soi ra ngõ thì phải hỏi ý kiến hàng xóm không",
      "gui xe dap o cong cho co bi mat khong",
      "ngày hội toàn dân do cấp nào đứng ra tổ chức",
      "camera an ninh của thôn ai được xem lại",
      "mo hinh camera an ninh co phai bat buoc khong",
    ];
    const answers = await Promise.all(others.map((question) => answerText(question)));
    expectMostOf(answers, 0.8, (answer) => answer === "");
  });

  it("never withholds or throws on the oddest input", async () => {
    for (const question of [
      "/solieu",
      "/solieu '; DROP TABLE figures;--",
      "/solieu =HYPERLINK(1)",
      "năm -5 bao nhiêu xã đạt",
      `bao nhiêu xã đạt ${"9".repeat(5000)}`,
      "tỷ lệ % % % 2022 xã/phường",
    ]) {
      expect(await answerText(question)).not.toContain(WITHHELD);
    }
  });
});
