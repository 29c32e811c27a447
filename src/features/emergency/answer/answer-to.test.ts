import { describe, expect, it } from "vitest";
import { readUtterance } from "../../../language/utterance.ts";
import { plainText } from "../../../messaging/reply.ts";
import { type DANGER_KINDS, NUMBERS_OF } from "../../../reader/names/danger.ts";
import { adviceOn } from "../advice.ts";
import { readEvents } from "../event/read-events.ts";
import { linesFor } from "../next/next-step.ts";
import type { OpenDanger } from "../open-danger.ts";
import { answerTo, type Said } from "./answer-to.ts";

type Kind = (typeof DANGER_KINDS)[number];

const open = (kind: Kind, more: Partial<OpenDanger> = {}): OpenDanger => ({
  kind,
  numbers: NUMBERS_OF[kind],
  at: 0,
  ...more,
});

function step(danger: OpenDanger, typed: string, more: Partial<Said> & Pick<Said, "isAsked">): string {
  const said = readUtterance(typed);
  const events = readEvents(said, { points: [] }, more.isAsked);
  return plainText({ blocks: answerTo(danger, said, { events, ...more }) ?? [] });
}

describe("what was told or asked", () => {
  it.each([
    ["bleeding", "co nen garo lai k", "Đừng garô"],
    // What is asked whether to do goes before how the body is.
    ["roadCrash", "anh ấy còn thở, gọi không đáp, có nên cởi mũ bảo hiểm không", "trước khi tháo mũ"],
    ["roadCrash", "anh ay khong tho nua, co nen be len xe cho di vien k", "ép mạnh"],
    ["domesticViolence", "con be con trong nha voi no", "Đừng quay vào một mình"],
    ["domesticViolence", "no dang soi den pin tim em", "Bị thấy thì chạy"],
    ["domesticViolence", "anh trai em giu duoc no roi", "Nó bị giữ rồi"],
    ["breakIn", "hàng xóm sang rồi ạ", "ở sát bên họ"],
    ["domesticViolence", "co nen bao cong an khong", "Nên báo"],
    ["explosive", "nó đang lấy búa gõ vào quả đạn", "Dừng ngay"],
    ["explosive", "no bao dem ban sat vun", "Không bán"],
    ["fire", "giờ ai đền cho tôi", "hãng bảo hiểm"],
    ["humanTrafficking", "em khong biet dang o dau", "Vị trí"],
    ["drowning", "em thấy có lỗi quá", "không phải lỗi"],
    ["roadCrash", "dùng thắt lưng buộc được ko", "Đừng garô"],
    ["breakIn", "e bật đèn lên được ko", "Đừng bật đèn"],
    ["confinedSpace", "để tôi xuống cứu nó nhé", "Không ai xuống"],
    ["confinedSpace", "gio im roi khong thay gi nua", "vẫn không ai xuống"],
    ["fire", "tầng 3, nhảy xuống được không", "Khoan nhảy"],
    ["fire", "ra dc roi, ba bi bong tay", "xả nước mát"],
    ["drowning", "con em nhay xuong vot duoc ko", "Đừng xuống"],
    ["drowning", "nó ho ra nước rồi nó khóc rồi", "nằm nghiêng"],
    ["violence", "xoá tin nhắn kiểu gì", "nhấn giữ"],
    ["bleeding", "co nen diu ba day k", "để nằm yên"],
    ["medical", "goi ba k tra loi, ba lim di roi", "Vỗ vai"],
    ["poisoning", "1 dua bat dau giat", "không nhét gì vào miệng"],
    ["gas", "co nen rut phich tu lanh ra ko", "đừng bật hay tắt gì"],
    ["gas", "no roi no roi", "Nổ rồi"],
    ["fire", "gac 2 con bac gai toi chua xuong duoc", "tầng mấy"],
    ["childAbuse", "trong nhà im bặt rồi anh ạ", "chưa phải là yên"],
    ["roadCrash", "ông lái xe định bỏ chạy kìa", "biển số"],
    ["choking", "có nên lấy tay móc không", "Không móc họng"],
    ["childbirth", "ra roi nhung be ko khoc", "không vỗ mông"],
    ["poisoning", "co nen moc hong cho ong ay k", "Không tự gây nôn"],
    ["electricShock", "con keo me ra khoi cho day dien duoc ko", "đừng chạm, đừng kéo"],
    ["electricShock", "em lôi chị ấy ra nhé", "đừng chạm, đừng kéo"],
    ["explosive", "có nên đem quả đó vứt xuống sông không", "không mang đi"],
    ["explosive", "no nhat ve nha cat roi", "Để yên tại chỗ"],
    ["flood", "tôi về dắt trâu ra được không", "Không quay lại"],
    ["heldAbroad", "nha em chuyen tien cho no co duoc khong", "Chưa chuyển tiền"],
    ["roadCrash", "em có quay video thì làm gì", "đừng đăng lên mạng"],
    ["blackmail", "bao the nay me e co biet ko a", "không nhắn cho người nhà"],
  ] as const)("%s: %s", (kind, said, words) =>
    expect(step(open(kind), said, { isAsked: true })).toContain(words),
  );

  it.each([
    ["weapon", "em với con ngồi im lặng rồi, có nên ra không"],
    ["roadCrash", "xe em vẫn nổ máy, tự lái đi đâu được không"],
    ["stroke", "có nên bật đèn không"],
    ["missingPerson", "o cho Dong Kinh tang 1"],
    ["fire", "làm căn cước ở đâu"],
  ] as const)("answers what nothing else does by the danger's own block: %s, %s", (kind, said) => {
    const [lead, ...lines] = step(open(kind), said, { isAsked: true }).split("\n\n");
    expect(lead).toMatch(/^Gọi ngay 11/u);
    expect(lines.length).toBeGreaterThan(1);
    const own = [...adviceOn(kind).steps, ...linesFor(open(kind)).map(({ step: line }) => line)];
    for (const line of lines.slice(0, -1)) expect(own).toContain(line);
  });

  it("gives the steps for the gas of coals, not those for a bottle of gas", () => {
    const danger = open("gas", { told: ["charcoal"] });
    expect(step(danger, "cua khoa trong", { isAsked: false })).toContain("mở hết cho thoáng");
    expect(step(danger, "khoa binh roi van xi xi", { isAsked: false })).toBe("");
  });

  it("leads back into nothing that is over for now", () => {
    const calm = open("fire", { calmer: true });
    expect(step(calm, "có bình ga, không mở cửa, nhiều khói bò thấp", { isAsked: false })).not.toContain(
      "Hô to",
    );
    expect(step(calm, "nó lại bị bỏng tay nữa", { isAsked: false })).toContain("xả nước mát");
  });
});

describe("the step of the advice that speaks of the same things", () => {
  it("answers a bare question for the next step by nothing of another kind", () => {
    const asked = { isAsked: true, also: "bleeding" } as const;
    expect(step(open("unconscious"), "lam the nao bay gio", asked)).toMatch(/Vỗ vai, gọi to[^•]*Còn thở/u);
    expect(step(open("unconscious"), "chảy máu nhiều quá làm sao", asked)).toContain("Ép chặt");
  });

  it("of somebody else in despair who no longer answers is that for any body", () => {
    const said = "nó không trả lời nữa";
    expect(step(open("selfHarm", { ofOther: true }), said, { isAsked: false })).toContain("Vỗ vai");
    expect(step(open("selfHarm"), said, { isAsked: false })).toBe("");
  });

  it("leaves who breathes again to those who have come to help", () => {
    const helped = (typed: string) => step(open("unconscious"), typed, { isAsked: false });
    expect(helped("bà tỉnh rồi, vẫn thở")).toContain("nằm nghiêng");
    expect(helped("xe cap cuu den roi, ba tinh roi")).toBe("");
    expect(helped("bác sĩ đến rồi mà ông vẫn không thở")).toContain("ép mạnh");
  });

  it("answers who is abroad, or asks us to call, and fear where nothing else is told", () => {
    expect(step(open("heldAbroad"), "bên này bấm 113 có được không", { isAsked: true })).toContain(
      "chỉ gọi được ở Việt Nam",
    );
    expect(step(open("humanTrafficking"), "anh gọi cho mẹ em được không", { isAsked: true })).toContain(
      "không gọi, không nhắn",
    );
    expect(step(open("breakIn"), "em sợ quá", { isAsked: false })).toContain("Sợ là phải");
    expect(step(open("breakIn"), "em sợ quá, nó cầm dao", { isAsked: false })).toContain("nó cầm gì");
  });

  it("looks in the steps of the danger before, too", () => {
    const danger = open("unconscious", { also: "electricShock" });
    expect(step(danger, "dây điện vẫn còn vắt trên người", { isAsked: false })).toMatch(
      /gạt dây|Ngắt cầu dao/u,
    );
  });

  it("answers a question, the number first", () => {
    const words = step(open("stroke"), "cho bà uống nước được không", { isAsked: true });
    expect(words).toMatch(/^Gọi ngay 115/u);
    expect(words).toContain("Không cho ăn, uống");
    expect(step(open("snakebite"), "co nen rach cho hut doc ra ko", { isAsked: true })).toContain(
      "Không garô",
    );
  });

  it("needs more than one shared word where nothing was asked, and counts less what many steps have", () => {
    expect(step(open("loanShark"), "bọn nó đang đổ xăng trước cổng", { isAsked: false })).toContain(
      "Xăng đổ ra",
    );
    expect(step(open("stroke"), "uống cà phê sáng nay", { isAsked: false })).toBe("");
    expect(step(open("gas"), "nó bắt đầu đi bật tivi", { isAsked: false })).toBe("");
  });

  it("tells who doesn't breathe's helper to press the chest, whatever else is open", () => {
    const also = { isAsked: false, also: "unconscious" } as const;
    expect(step(open("drowning"), "kéo lên rồi mà không thở", also)).toMatch(/ép mạnh giữa ngực 30 cái/u);
    expect(step(open("fire"), "đưa ra được rồi mà không thở", also)).toMatch(/ép mạnh, nhanh giữa ngực/u);
  });

  it("says to despair no step that may be for another", () =>
    expect(step(open("selfHarm"), "bạn em không muốn ở với ai, không gọi ai", { isAsked: true })).not.toMatch(
      /Lo cho người khác|Tôi đang không ổn/u,
    ));

  it("is one line without noise for somebody who is silent, of what has changed or is asked", () => {
    const silent = (typed: string, isAsked: boolean) =>
      step(open("breakIn", { silent: true }), typed, { isAsked });
    expect(silent("chặn cửa phòng được không", true)).toMatch(/^113\.\n\n[^\n]*chặn cửa[^\n]*$/u);
    expect(silent("nó leo lên gác rồi", false)).toMatch(/^113\.\n\n[^\n]*chặn cửa[^\n]*$/u);
    expect(silent("em sợ quá", false)).toBe("");
    expect(step(open("fire", { silent: true }), "mở cửa ra được không", { isAsked: true })).toBe("");
  });

  it("puts what goes on before what is over", () => {
    expect(step(open("buried"), "ra hết rồi nhưng nhà ông Sinh bị đất vùi", { isAsked: false })).toContain(
      "không ai lao vào",
    );
    expect(
      step(open("drowning"), "kéo được thằng anh lên rồi, đứa em vẫn dưới ao", { isAsked: false }),
    ).toContain("Còn ai dưới nước");
    expect(
      step(open("violence"), "chúng nó bỏ chạy rồi, ông bảo vệ còn nằm gục đó", { isAsked: false }),
    ).toContain("lo người bị thương");
  });

  it("finds no harm in words that only look like one", () => {
    const flood = step(open("flood"), "o cam con dien, co giat khong", { isAsked: true });
    expect(flood).not.toContain("Co giật");
    expect(flood).toContain("dây điện");
    expect(step(open("domesticViolence"), "chau voi em tron trong phong tam", { isAsked: false })).toContain(
      "Ở yên trong đó",
    );
    expect(step(open("humanTrafficking"), "bao cong an cho nao", { isAsked: true })).not.toContain("ép sâu");
  });
});
