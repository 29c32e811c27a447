import { describe, expect, it } from "vitest";
import { expectMostOf } from "../../../test/most-of.ts";
import { contextOf } from "../../../test/turn-context.ts";
import { plainText } from "../../messaging/reply.ts";
import { INCIDENT_IDS } from "../../reader/names/incident.ts";
import { readMessage } from "../../reading/read-message.ts";
import { adviceFor, incidents } from "./incidents-feature.ts";
import { REPORTING_BY_MESSAGE } from "./incidents-wording.ts";

const detect = (message: string) => readMessage(message).incident;

describe("the incident read in a message", () => {
  const NAMED = [
    ["tôi bị mất xe máy sáng nay ở chợ Giếng Vuông", "theft"],
    ["nha toi bi trom hom qua", "theft"],
    ["có kẻ gian cạy cửa quán em đêm qua lấy mất két tiền", "theft"],
    ["e bi lua lam nhiem vu tren telegram chuyen 15tr roi gio ko rut dc", "onlineScam"],
    ["tôi chuyển tiền cọc mua xe trên facebook giờ họ chặn tôi", "onlineScam"],
    ["tự xưng điện lực bảo cài app đóng tiền điện", "onlineScamInProgress"],
    ["nó dọa tung ảnh nóng của em lên mạng nếu không chuyển tiền", "blackmail"],
    ["hàng xóm hát karaoke suốt đêm không ngủ được", "publicDisorder"],
    ["nhà đầu ngõ mở sới bạc, đánh bài ăn tiền suốt ngày", "gambling"],
    ["co nguoi dan nguoi TQ qua duong mon ban dem", "illegalCrossing"],
    ["muốn giao nộp súng kíp của ông nội để lại, nhà em giữ lâu rồi", "weaponsHandover"],
    ["chồng em hay đánh em mỗi khi say", "domesticViolence"],
    ["hôm qua em bị mấy thằng đánh ở quán nhậu", "assault"],
    ["hôm qua có va chạm giao thông, xe kia bỏ chạy", "trafficAccident"],
    ["em làm rơi cccd ở chợ", "lostProperty"],
    ["chung cư em khóa cửa thoát hiểm", "fireHazard"],
  ] as const;

  it("names most of what is told", () =>
    // What sounds an alarm has its own advice.
    expectMostOf(
      NAMED,
      0.9,
      ([message, id]) => detect(message) === id || readMessage(message).danger !== null,
    ));

  const OTHERS = [
    "lừa đảo qua mạng là gì",
    "làm sao để phòng tránh lừa đảo",
    "hang xom danh vo suot thi bao cho ai",
    "duong day nong ma tuy la so may",
    "Tôi báo mất trộm rồi thì bao lâu có kết quả?",
    "Tết này nhà cháu đốt pháo hoa được không ạ?",
    "dot phao no bi phat bao nhieu vay ad",
    "Tố giác tội phạm khác tin báo tội phạm chỗ nào?",
    "Muốn tố giác thì đến đâu?",
    "công an xã bảo ko nhận đơn của em thì sao ạ",
    "to cao can bo khac to giac toi pham nhu nao",
    "Năm 2022 bắt bao nhiêu vụ, bao nhiêu đối tượng ma túy?",
    "tieng keng an ninh danh may tieng la co trom",
    "tôi có bị lộ danh tính không",
    "ma túy",
    "lừa đảo trên mạng",
  ];

  it("leaves most questions to the knowledge", () =>
    expectMostOf(OTHERS, 0.9, (message) => detect(message) === null));
});

describe("advice", () => {
  it.each(INCIDENT_IDS)("%s is brief, honest and sourced", (category) => {
    const reply = adviceFor(category, false);
    const words = plainText({ blocks: reply.blocks.filter(({ kind }) => kind !== "source") });
    expect(words.length).toBeLessThan(1000);
    expect(words).toContain(REPORTING_BY_MESSAGE);
    expect(reply.blocks.at(-1)?.kind).toBe("source");
    expect(words).not.toMatch(
      /(tôi|Trợ lý) đã (ghi nhận|chuyển|gửi|báo)|sẽ đến|chắc chắn lấy lại|tên trộm|kẻ trộm|tội phạm này/u,
    );
  });

  it("tells the victim of a scam what counts in the first hours", () => {
    const words = plainText(adviceFor("onlineScam", false));
    for (const advice of [
      "đừng chuyển thêm",
      "ngân hàng",
      "bằng chứng",
      "Trình báo công an",
      "lấy lại tiền",
    ]) {
      expect(words).toContain(advice);
    }
  });
});

describe("who is of the teller's own family and does it", () => {
  const taken = (message: string) => incidents({ takesReports: true }).take(contextOf(message));
  it("is met with what the knowledge has for families, not with how to watch strangers", async () => {
    const families = [
      "con trai tôi hút chích từ năm ngoái",
      "chong em dinh ma tuy hai nam nay roi",
      "thằng em tôi chơi đá bỏ học",
      "chau noi toi nghien ma tuy gia dinh kho so qua",
    ];
    const strangers = [
      "đầu xóm có bọn tụ tập hút chích mỗi tối",
      "có người bán ma túy ở quán nước cuối chợ",
      "thay may thanh nien dung kim tiem sau truong",
    ];
    const results = await Promise.all([...families, ...strangers].map(taken));
    expectMostOf(results.slice(0, families.length), 0.75, (result) => result === null);
    expectMostOf(results.slice(families.length), 0.66, (result) => result !== null);
  });
});

describe("who did it, or only saw it", () => {
  const advice = (message: string) =>
    plainText(adviceFor("onlineScam", true, readMessage(message))).split("\n")[0] ?? "";
  const BY = {
    doer: [
      "em trót bán tài khoản ngân hàng của em cho người ta dùng đi lừa rồi",
      "toi lo cho thue tai khoan ngan hang cho bon lua dao, gio toi so qua",
      "cháu đã nhận tiền lừa đảo về tài khoản của cháu rồi chuyển giúp bọn nó",
    ],
    self: ["tôi bị lừa chuyển 20 triệu qua mạng hôm qua", "em bi lua mat tien tren facebook roi"],
  };
  it("is told to stop and go to the police; a victim never is", () => {
    expectMostOf(BY.doer, 0.66, (message) => advice(message).includes("trình bày sớm"));
    for (const message of BY.self) expect(advice(message)).not.toContain("trình bày sớm");
  });
});
