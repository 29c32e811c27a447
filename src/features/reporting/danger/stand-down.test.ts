import { describe, expect, it } from "vitest";
import { contextOf } from "../../../../test/turn-context.ts";
import { plainText } from "../../../messaging/reply.ts";
import { parseKeyRing } from "../../../platform/crypto/key-ring.ts";
import type { Danger } from "../../../reader/names/danger.ts";
import type { TurnContext } from "../../../turn/feature.ts";
import { merged, type Session } from "../../../turn/session.ts";
import { emergency } from "../../emergency/emergency-feature.ts";
import { openDanger } from "../../emergency/open-danger.ts";
import { REPORT } from "../citizen/citizen-session.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { NOBODY_IN_DANGER } from "./danger-wording.ts";
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

describe("an alarm that may be none", () => {
  it("has a way out, which a sure one hasn't, nor an unsure one behind it", async () => {
    const { reply, session } = await alarm({ ...WOUND, isUnsure: true });
    expect(labels(reply.buttons)).toContain("Không ai gặp nguy");
    expect(labels((await alarm(WOUND)).reply.buttons)).not.toContain("Không ai gặp nguy");
    const surely = await alarm(WOUND, "máu chảy nhiều lắm", session);
    const again = await alarm({ ...WOUND, isUnsure: true }, "vẫn chảy", surely.session);
    expect(labels(again.reply.buttons)).not.toContain("Không ai gặp nguy");
  });

  it("sounds no alarm where an open danger is plainly over", async () => {
    const { session } = await alarm(WOUND);
    const context = contextOf("ổn rồi ạ, cháu nó ngồi chơi", { session });
    const unsure = {
      ...context,
      reading: { ...context.reading, danger: { ...WOUND, isUnsure: true as const } },
    };
    expect(await alarmed(emergency, nothing, reporting).take(unsure)).toBeNull();
    const sure = { ...context, reading: { ...context.reading, danger: WOUND } };
    expect(await alarmed(emergency, nothing, reporting).take(sure)).not.toBeNull();
  });

  it("meets what stands in the way of help before the steps once more", async () => {
    const { session } = await alarm(WOUND);
    const { reply } = await alarm(WOUND, "chân nó chảy máu quá mà máy tôi hết tiền gọi", session);
    expect(plainText(reply)).toMatch(/không cần tiền|bấm gọi được/u);
  });

  it("is closed by one tap: what was told stays, as a wrong to be reported", async () => {
    const { session } = await alarm({ ...WOUND, isUnsure: true });
    const context = contextOf(NOBODY_IN_DANGER.payload, { session });
    const taken = await whileOpen(nothing, reporting).take(context);
    const after = merged(session, taken?.session ?? {});
    expect(plainText(taken?.replies[0] ?? { blocks: [] })).toMatch(/115[\s\S]*vẫn giữ, chưa gửi ai/u);
    expect(labels(taken?.replies[0]?.buttons)).toEqual(["Báo tin này"]);
    expect(openDanger(after, context.now)).toBeUndefined();
  });

  it("becomes a report, and no urgent case, where somebody wishes to report it", async () => {
    const { session } = await alarm({ ...WOUND, isUnsure: true });
    const context = contextOf("tôi muốn báo việc này", { session });
    const taken = await whileOpen(nothing, reporting).take(context);
    const after = merged(session, taken?.session ?? {});
    expect(plainText(taken?.replies[0] ?? { blocks: [] })).toContain("115");
    expect(REPORT.of(after)).toBeDefined();
    expect(openDanger(after, context.now)).toBeUndefined();
  });

  it("is passed on where help is asked for, sure or not", async () => {
    const { session } = await alarm({ ...WOUND, isUnsure: true });
    const context = contextOf("báo công an giúp em với", { session, matter: "danger" });
    expect(await whileOpen(nothing, reporting).take(context)).toBeNull();
  });
});
