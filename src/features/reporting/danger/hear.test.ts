import { describe, expect, it } from "vitest";
import { contextOf } from "../../../../test/turn-context.ts";
import { type DangerKind, NUMBERS_OF } from "../../../reader/names/danger.ts";
import { hear } from "./hear.ts";

const heard = (kind: DangerKind, text: string) =>
  hear(contextOf(text, { matter: "danger" }), { kind, numbers: NUMBERS_OF[kind], at: 0 });

describe("a message in an open danger", () => {
  it.each(["gọi 114 báo rồi", "vua goi 113 bao roi a"])("has called: %s", (text) =>
    expect(heard("fire", text).row).toBe("called"),
  );

  it.each([
    "goi 113 ko ai nghe",
    "gọi mãi không ai bắt máy",
    "e goi 114 ma may toan bao ban",
    "gọi 113 rồi mà máy bận suốt",
  ])("got no answer: %s", (text) => expect(heard("fire", text).row).toBe("noAnswer"));

  it("takes no person's name from a shared place", () => {
    const context = contextOf("", { matter: "danger" });
    const content = { kind: "location", lat: 21.85, lng: 106.76, label: "Nhà Nguyễn Văn An" } as const;
    const danger = { kind: "fire", numbers: NUMBERS_OF.fire, at: 0 } as const;
    const { place } = hear({ ...context, inbound: { ...context.inbound, content } }, danger);
    expect(place?.where).toEqual({ lat: 21.85, lng: 106.76, words: "Nhà [đã che]" });
  });

  it("takes nobody with a tool in hand for mute", () => {
    expect(heard("weapon", "co thang cam dao cam gay dap cua nha em").cantCall).toBe(false);
    expect(heard("weapon", "em câm điếc không nói được, có thằng cầm dao phá cửa").cantCall).toBe(true);
  });

  it("can't be heard: nobody answers, no voice, no sound; but not who forbids it, or only asks", () => {
    expect(heard("fire", "gọi 114 máy cứ bận suốt").isUnheard).toBe(true);
    expect(heard("breakIn", "em không dám lên tiếng, nó ở ngay ngoài").isUnheard).toBe(true);
    expect(heard("roadCrash", "tay run quá không nói ra lời").isUnheard).toBe(true);
    expect(heard("breakIn", "em không dám lên tiếng, đừng báo ai").isUnheard).toBe(false);
    expect(heard("humanTrafficking", "co nen chuyen tien chuoc cho no khong").cantCall).toBe(false);
  });

  it("who was hurt is still there when those who did it are gone", () => {
    const danger = { kind: "violence", numbers: NUMBERS_OF.violence, at: 0, told: ["bleeding"] } as const;
    const { events } = hear(contextOf("bọn nó chạy hết rồi", { matter: "danger" }), danger);
    expect(events).toContain("unconscious");
    expect(heard("violence", "bọn nó chạy hết rồi").events).toEqual(["gone"]);
  });

  it("hides and can't call, both at once", () => {
    const both = heard("breakIn", "e nap trong tu quan ao k dam len tieng, k goi duoc");
    expect(both.cantCall).toBe(true);
    expect(both.isSilent).toBe(true);
    expect(heard("breakIn", "em trốn trong buồng ko dám lên tiếng, ko gọi dc đâu").cantCall).toBe(true);
    expect(heard("breakIn", "đừng báo ai, em đang trốn không gọi được").cantCall).toBe(false);
    expect(heard("weapon", "đừng báo công an, em không gọi được đâu nó giết em").cantCall).toBe(false);
  });

  it("has no money in the telephone, alarm or not; a ransom is something else", () => {
    expect(heard("weapon", "no van dang ban, dt toi ko con tien de goi").row).toBe("noCredit");
    for (const ransom of [
      "nó bắt chuộc 50 triệu mà nhà em không có tiền",
      "nó gọi điện đòi 500 triệu, tôi không có tiền chuộc",
    ])
      expect(heard("kidnapping", ransom).row, ransom).not.toBe("noCredit");
  });

  it("wants no answer where somebody may see one come", () => {
    expect(heard("humanTrafficking", "no ve roi dung nhan lai nua").wantsNone).toBe(true);
    expect(heard("fire", "đừng nhắn lại nữa cháy to rồi").wantsNone).toBe(false);
    expect(heard("breakIn", "nó nhắn lại là sẽ đến").wantsNone).toBe(false);
    for (const kept of [
      "thoi de toi goi truong thon hoa giai truoc, dung gui",
      "thôi đừng gửi gì nữa, đừng nhắn lại",
    ])
      expect(heard("domesticViolence", kept).wantsNone, kept).toBe(false);
  });

  it("can't call only where something says so", () =>
    expect(heard("stings", "bác trưởng thôn bảo bôi vôi").cantCall).toBe(false));

  it("takes back a place", () => {
    for (const words of ["à nhầm, số 15 chứ không phải 12", "nhầm ạ, bên trái cầu chứ không phải bên phải"])
      expect(heard("fire", words).place, words).toMatchObject({ isFirm: true, isCorrection: true });
  });

  it("asks for the next step, or tells something with the question", () => {
    expect(heard("unconscious", "giờ làm thế nào").isAsked).toBe(true);
    expect(heard("unconscious", "nhà ở thôn Nà Lai").isAsked).toBe(false);
  });
});

describe("what is told while a danger is open", () => {
  it("takes how somebody looks, and where they were taken, for no place", () => {
    expect(heard("missingPerson", "áo đỏ nhé không phải vàng, tôi cuống").place).toBeUndefined();
    expect(heard("poisoning", "xe của hàng xóm chở đi viện Tràng Định rồi").place?.isFirm).not.toBe(true);
  });

  it("hears a telephone that still works as no hindrance", () => {
    const little = heard("flood", "điện thoại còn 8%");
    expect([little.cantCall, little.row]).toEqual([false, "details"]);
  });

  it("passes nothing on where somebody asks whom it goes to", () =>
    expect(heard("robbery", "gửi nhà em cho ai thế").asksToPass).toBe(false));
});
