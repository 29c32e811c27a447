import { describe, expect, it } from "vitest";
import { contextOf } from "../../../../test/turn-context.ts";
import { plainText, type Reply } from "../../../messaging/reply.ts";
import { parseKeyRing } from "../../../platform/crypto/key-ring.ts";
import type { Danger } from "../../../reader/names/danger.ts";
import type { TurnContext } from "../../../turn/feature.ts";
import { merged, type Session } from "../../../turn/session.ts";
import { emergency } from "../../emergency/emergency-feature.ts";
import { openDanger } from "../../emergency/open-danger.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { alarmed, whileOpen } from "./in-danger.ts";

const ring = parseKeyRing(`k:${Buffer.alloc(32, 1).toString("base64")}`);
const reporting = { ring, media: { hold: async () => undefined } } as unknown as ReportingServices;
const nothing = { name: "nothing", take: () => null };

const WOUND: Danger = { kind: "bleeding", numbers: ["115"], language: "vi" };
const TOLD = "dây buộc con bò nhà tôi bị cắt đứt, chỉ còn vết bánh xe";

/** An alarm at these words, whatever the reader makes of them. */
async function alarm(danger: Danger, typed = TOLD, session: Session = {}) {
  const context = contextOf(typed, { session });
  const sounding: TurnContext = { ...context, reading: { ...context.reading, danger } };
  const taken = await alarmed(emergency, nothing, reporting).take(sounding);
  return {
    reply: taken?.replies[0] ?? { blocks: [] },
    session: merged(session, taken?.session ?? {}),
  };
}

const labels = (buttons: readonly { readonly label: string }[] = []) => buttons.map(({ label }) => label);

const said = (reply: Reply) => plainText(reply);

describe("an alarm that may be none", () => {
  it("says the way out, in words that no digit and no old button stand for; a sure one doesn't", async () => {
    const { reply } = await alarm({ ...WOUND, isUnsure: true });
    expect(said(reply)).toContain("nhắn: không ai gặp nguy");
    expect(labels(reply.buttons).join()).not.toMatch(/nguy/u);
    expect(said((await alarm(WOUND)).reply)).not.toContain("không ai gặp nguy");
  });

  it.each(["không ai gặp nguy", "khong ai gap nguy dau a", "dạ không có ai gặp nguy hiểm cả"])(
    "is closed by %s: what was told stays, as a wrong to be reported",
    async (words) => {
      const { session } = await alarm({ ...WOUND, isUnsure: true });
      const context = contextOf(words, { session });
      const taken = await whileOpen(nothing, reporting).take(context);
      expect(said(taken?.replies[0] ?? { blocks: [] })).toMatch(/115[\s\S]*vẫn giữ, chưa gửi ai/u);
      expect(labels(taken?.replies[0]?.buttons)).toEqual(["Báo tin này"]);
      expect(openDanger(merged(session, taken?.session ?? {}), context.now)).toBeUndefined();
    },
  );

  it("isn't closed by anything else, nor once one was sure", async () => {
    const unsure = await alarm({ ...WOUND, isUnsure: true });
    const sure = await alarm(WOUND, "máu chảy nhiều lắm", unsure.session);
    const stays = async (words: string, session: Session) => {
      const taken = await whileOpen(nothing, reporting).take(contextOf(words, { session }));
      return openDanger(merged(session, taken?.session ?? {}), 0) !== undefined;
    };
    expect(await stays("không ai gặp nguy", sure.session)).toBe(true);
    for (const words of [
      "2",
      "tôi muốn báo công an ngay, nó đang phá cửa",
      "làm đơn đi, cứu em với",
      "tìm thấy bé rồi, bé không thở",
      "khong gap con",
      "không gấp sao được",
      "không ai gặp nguy nhưng nó cầm dao",
      "không ai bị sao nhưng nó còn đứng đó",
    ])
      expect(await stays(words, unsure.session), words).toBe(true);
  });

  it("meets what stands in the way of help before the same steps once more", async () => {
    const { session } = await alarm(WOUND);
    const { reply } = await alarm(WOUND, "chân nó chảy máu quá mà máy tôi hết tiền gọi", session);
    expect(said(reply)).toMatch(/không cần tiền|bấm gọi được/u);
    const robbed: Danger = { kind: "robbery", numbers: ["113"], language: "vi" };
    const other = await alarm(robbed, "nó cướp xe, máy em hết tiền gọi", session);
    expect(said(other.reply)).toContain("113");
  });
});

describe("what is surely past or a habit", () => {
  const FIRE: Danger = { kind: "fire", numbers: ["114"], language: "vi" };
  const staysOpen = async (danger: Danger, told: string, words: string) => {
    const { session } = await alarm(danger, told);
    const taken = await whileOpen(nothing, reporting).take(contextOf(words, { session }));
    return openDanger(merged(session, taken?.session ?? {}), 0) !== undefined;
  };

  it("is told as a wrong where somebody burns something every evening", async () =>
    expect(await staysOpen(FIRE, "nó đốt rác khét lẹt", "tối nào chẳng đốt")).toBe(false));

  it.each([
    [FIRE, "tối nào cũng dặn rút điện mà không nghe"],
    [FIRE, "tối nào nó cũng đốt rác, hôm nay cháy lan sang nhà em"],
    [{ ...WOUND, kind: "animalBite" }, "khâu rồi"],
    [WOUND, "đã băng bó rồi"],
    [{ ...WOUND, kind: "animalBite" }, "con chó này ngày nào cũng cắn người"],
    [{ ...WOUND, kind: "domesticViolence" }, "đêm nào cũng đánh"],
  ] as const)("doesn't end by words that say less: %o, %s", async (danger, words) =>
    expect(await staysOpen(danger as Danger, TOLD, words)).toBe(true),
  );
});

describe("what was taken as done to somebody", () => {
  const TAKEN: Danger = { kind: "kidnapping", numbers: ["113"], language: "vi" };
  const answered = async (told: string, words: string, danger = TAKEN) => {
    const { session } = await alarm(danger, told);
    const taken = await whileOpen(nothing, reporting).take(contextOf(words, { session, matter: "danger" }));
    const isOpen = openDanger(merged(session, taken?.session ?? {}), 0) !== undefined;
    return { isOpen, said: said(taken?.replies[0] ?? { blocks: [] }) };
  };

  it.each([
    ["bọn nó dí kích điện rồi lôi tuột lên xe máy", "2 con chó becgie chắc chục triệu"],
    ["nó bịt mồm bê luôn lên thùng xe tải chạy mất", "hai con lợn nái tạ rưỡi đó ạ"],
  ])("is a wrong where it was done to animals: %s; %s", async (told, words) => {
    const { isOpen, said: line } = await answered(told, words);
    expect(isOpen).toBe(false);
    expect(line).toMatch(/^[^\n]*113[^\n]*\n\n[^\n]*vật nuôi[^\n]*vẫn giữ, chưa gửi ai/u);
  });

  it.each([
    ["nó lôi con bé lên xe ô tô đen", "2 con chó becgie chắc chục triệu"],
    ["nó lôi lên xe phóng mất", "lấy cả con chó, bạn em còn trên xe đó"],
    ["nó lôi lên xe phóng mất", "xe ô tô đen, hai thằng"],
  ])("goes on where somebody is named, or no animal: %s; %s", async (told, words) =>
    expect((await answered(told, words)).isOpen).toBe(true),
  );
});
