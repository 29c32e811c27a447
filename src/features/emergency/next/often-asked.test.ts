import { describe, expect, it } from "vitest";
import { z } from "zod";
import { breaches } from "../../../../test/advised.ts";
import { readUtterance } from "../../../language/utterance.ts";
import { plainText } from "../../../messaging/reply.ts";
import { DANGER_KINDS, NUMBERS_OF } from "../../../reader/names/danger.ts";
import sources from "../advice/sources.json" with { type: "json" };
import rules from "../advice-rules.json" with { type: "json" };
import type { OpenDanger } from "../open-danger.ts";
import OFTEN_ASKED from "./often-asked.json" with { type: "json" };
import { preparedAnswer, stepOn, tellsNothing } from "./often-asked.ts";

const prepared = (kind: (typeof DANGER_KINDS)[number], question: string) =>
  plainText({ blocks: preparedAnswer(kind, readUtterance(question)) ?? [] });

describe("prepared answers", () => {
  it("name known kinds and sources, are short, and advise nothing that harms", () => {
    const Row = z.strictObject({
      asks: z.array(z.string().min(2)).min(1),
      kinds: z.array(z.enum(DANGER_KINDS)),
      say: z.string().max(110),
      sources: z.array(z.enum(Object.keys(sources))),
    });
    const rows = z.array(Row).parse(OFTEN_ASKED);
    expect(rows.flatMap(({ say }) => breaches(say, { ...rules.everywhere, ...rules.silent.never }))).toEqual(
      [],
    );
  });

  it.each([
    ["bleeding", "co nen garo lai k", "Đừng garô"],
    ["breakIn", "e bật đèn lên được ko", "Đừng bật đèn"],
    ["confinedSpace", "để tôi xuống cứu nó nhé", "Không ai xuống"],
    ["fire", "tầng 3, nhảy xuống được không", "Khoan nhảy"],
    ["drowning", "con em nhay xuong vot duoc ko", "Đừng xuống"],
    ["violence", "xoá tin nhắn kiểu gì", "nhấn giữ"],
    ["bleeding", "co nen diu ba day k", "để nằm yên"],
    ["medical", "goi ba k tra loi, ba lim di roi", "Vỗ vai"],
    ["fire", "gac 2 con bac gai toi chua xuong duoc", "tầng mấy"],
    ["childAbuse", "trong nhà im bặt rồi anh ạ", "chưa phải là yên"],
    ["roadCrash", "ông lái xe định bỏ chạy kìa", "biển số"],
  ] as const)("%s: %s", (kind, question, words) => expect(prepared(kind, question)).toContain(words));

  it("are none for what isn't asked of such a danger", () => {
    expect(
      preparedAnswer("weapon", readUtterance("em với con ngồi im lặng rồi, có nên ra không")),
    ).toBeNull();
    expect(
      preparedAnswer("roadCrash", readUtterance("xe em vẫn nổ máy, tự lái đi viện được không")),
    ).toBeNull();
    expect(preparedAnswer("stroke", readUtterance("có nên bật đèn không"))).toBeNull();
    expect(preparedAnswer("fire", readUtterance("làm căn cước ở đâu"))).toBeNull();
  });
});

describe("the step of the advice that speaks of the same things", () => {
  const open = (kind: (typeof DANGER_KINDS)[number], more: Partial<OpenDanger> = {}): OpenDanger => ({
    kind,
    numbers: NUMBERS_OF[kind],
    at: 0,
    ...more,
  });
  const step = (danger: OpenDanger, said: string, more: Parameters<typeof stepOn>[2]) =>
    plainText({ blocks: stepOn(danger, readUtterance(said), more) ?? [] });

  it("answers a bare question for the next step by nothing of another kind", () => {
    const asked = { isAsked: true, also: "bleeding" } as const;
    expect(stepOn(open("unconscious"), readUtterance("lam the nao bay gio"), asked)).toBeNull();
    expect(step(open("unconscious"), "chảy máu nhiều quá làm sao", asked)).toContain("Ép chặt");
    expect(tellsNothing(readUtterance("gio e phai lam gi nua a"))).toBe(true);
    expect(tellsNothing(readUtterance("giờ cho uống gì"))).toBe(false);
  });

  it("of somebody else in despair who no longer answers is that for any body", () => {
    const said = "nó không trả lời nữa";
    expect(step(open("selfHarm", { ofOther: true }), said, { isAsked: false })).toContain("Vỗ vai");
    expect(step(open("selfHarm"), said, { isAsked: false })).toBe("");
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

  it("needs more than one shared word where nothing was asked", () => {
    expect(step(open("loanShark"), "bọn nó đang đổ xăng trước cổng", { isAsked: false })).toContain(
      "Đổ xăng",
    );
    expect(step(open("stroke"), "uống cà phê sáng nay", { isAsked: false })).toBe("");
  });

  it("tells who doesn't breathe's helper to press the chest, whatever else is open", () => {
    const also = { isAsked: false, also: "unconscious" } as const;
    expect(step(open("drowning"), "kéo lên rồi mà không thở", also)).toMatch(/Ép mạnh giữa ngực 30 cái/u);
    expect(step(open("fire"), "đưa ra được rồi mà không thở", also)).toMatch(/ép mạnh, gần 2 cái/u);
  });

  it("says to despair no step that may be for another", () =>
    expect(step(open("selfHarm"), "bạn em không muốn ở với ai, không gọi ai", { isAsked: true })).toBe(""));

  it("is no list for somebody who is silent", () =>
    expect(step(open("breakIn", { silent: true }), "chặn cửa phòng được không", { isAsked: true })).toMatch(
      /^113\./u,
    ));
});
