import { describe, expect, it } from "vitest";
import { contextOf } from "../../../../test/turn-context.ts";
import { plainText, source, text } from "../../../messaging/reply.ts";
import { parseKeyRing } from "../../../platform/crypto/key-ring.ts";
import type { Feature, FeatureResult } from "../../../turn/feature.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { thenReport } from "./then-report.ts";

const ADVICE: FeatureResult = { replies: [{ blocks: [text("Gọi 114 ngay.")] }] };
const advising = (result: FeatureResult | null): Feature => ({ name: "advice", take: () => result });
const ring = parseKeyRing(`k:${Buffer.alloc(32, 1).toString("base64")}`);

/** Where reports are taken, and where nothing of it works. */
const working = { ring, media: { hold: async () => undefined } } as unknown as ReportingServices;
const broken = new Proxy({} as ReportingServices, {
  get: () => {
    throw new Error("no database");
  },
});
const FIRE = "cháy nhà ở ngõ 5 rồi";

describe("advice with the report behind it", () => {
  it("stands first, offers to report by one tap, and keeps sealed what was told", async () => {
    const taken = await thenReport(advising(ADVICE), working).take(contextOf(FIRE));
    expect(taken?.replies.map(plainText).join()).toContain("Gọi 114 ngay.");
    expect(taken?.replies[0]?.buttons).toHaveLength(1);
    expect(taken?.session).toBeDefined();
    expect(JSON.stringify(taken?.session)).not.toContain("ngõ 5");
  });

  it("offers a told wrong in words, with the button that they name; nothing where nothing could be kept", async () => {
    const told = "hàng xóm đánh bạc ăn tiền suốt đêm";
    const incident = advising({ replies: [{ blocks: [text("Không vào xem."), source("Luật")] }] });
    const [offered] = (await thenReport(incident, working).take(contextOf(told)))?.replies ?? [];
    expect(offered?.blocks.map(({ kind }) => kind)).toEqual(["text", "text", "source"]);
    expect(plainText(offered ?? { blocks: [] })).toContain("bấm Báo tin này");
    expect(offered?.buttons).toEqual([{ label: "Báo tin này", payload: "báo tin này" }]);
    const [bare] = (await thenReport(incident, broken).take(contextOf(told)))?.replies ?? [];
    expect(plainText(bare ?? { blocks: [] })).not.toContain("Báo tin này");
  });

  it("comes whatever becomes of the rest", async () => {
    expect(await thenReport(advising(ADVICE), broken).take(contextOf(FIRE))).toEqual(ADVICE);
  });

  it("comes alone where no reports are taken, and in a group", async () => {
    expect(await thenReport(advising(ADVICE), undefined).take(contextOf(FIRE))).toEqual(ADVICE);
    expect(await thenReport(advising(ADVICE), working).take(contextOf(FIRE, { isPrivate: false }))).toEqual(
      ADVICE,
    );
  });

  it("offers nothing where there was nothing to advise", async () => {
    expect(await thenReport(advising(null), working).take(contextOf("xin chào"))).toBeNull();
    const silent = { replies: [] };
    expect(await thenReport(advising(silent), working).take(contextOf("xin chào"))).toEqual(silent);
  });
});
