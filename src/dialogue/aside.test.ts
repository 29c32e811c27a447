import { describe, expect, it } from "vitest";
import { contextOf } from "../../test/turn-context.ts";
import { OPEN_DANGER } from "../features/emergency/open-danger.ts";
import { FILED, GATHERED, REPORT } from "../features/reporting/citizen/citizen-session.ts";
import { keepDraft, keepGathered } from "../features/reporting/citizen/sealed-draft.ts";
import { beginDraft } from "../features/reporting/dialogue/dialogue.ts";
import type { ReportingServices } from "../features/reporting/reporting-services.ts";
import { plainText, text } from "../messaging/reply.ts";
import { type KeyRing, parseKeyRing } from "../platform/crypto/key-ring.ts";
import type { Feature } from "../turn/feature.ts";
import { aside } from "./aside.ts";

const ring = parseKeyRing(`k:${Buffer.alloc(32, 1).toString("base64")}`) as KeyRing;
const reporting = { ring } as ReportingServices;
const answering: Feature = {
  name: "answering",
  take: () => ({ replies: [{ blocks: [text("Cán bộ trực đọc.")] }] }),
};

describe("an answer in between", () => {
  it("ends with where the report stands, and the way to send it", async () => {
    const context = contextOf("ai đọc tin này", { matter: "draft" });
    const draft = beginDraft("mất xe máy ở chợ", 0).draft;
    const session = REPORT.with(await keepDraft(ring, context.inbound, draft, 0));
    const taken = await aside(answering, reporting).take({ ...context, session });
    expect(plainText(taken?.replies[0] ?? { blocks: [] })).toMatch(
      /^Cán bộ trực đọc\.[\s\S]*Tin báo đang viết/,
    );
    expect(taken?.replies[0]?.buttons?.map(({ label }) => label)).toContain("Gửi");
  });

  it("ends with the offer to report what was told, and its button", async () => {
    const context = contextOf("ai đọc tin này", { matter: "incident" });
    if (ring === null) throw new Error("no keys");
    const told = beginDraft("mất xe máy ở chợ", 0).draft;
    const session = GATHERED.with(await keepGathered(ring, context.inbound, told, 0));
    const [reply] = (await aside(answering, reporting).take({ ...context, session }))?.replies ?? [];
    expect(plainText(reply ?? { blocks: [] })).toMatch(/^Cán bộ trực đọc\.[\s\S]*bấm Báo tin này/u);
    expect(reply?.buttons).toEqual([{ label: "Báo tin này", payload: "báo tin này" }]);
  });

  it("stands under the number of an open danger", async () => {
    const session = OPEN_DANGER.with({ kind: "fire", numbers: ["114"], at: 0 });
    const taken = await aside(answering, undefined).take(
      contextOf("ai đọc tin này", { matter: "danger", session }),
    );
    expect(plainText(taken?.replies[0] ?? { blocks: [] })).toMatch(/^[^\n]*114[^\n]*\n+Cán bộ trực đọc/);
  });

  it("of when a report is done begins with the own deadline", async () => {
    const status = { code: "TB-AAAA-AAAA", lane: "crime", state: "accepted", receivedAt: 0, dueAt: 1e12 };
    const book = { statusFor: async () => status, isReporter: async () => true };
    const session = FILED.with({ code: status.code, at: 0 });
    const said = async (words: string, events: readonly string[] = []) => {
      const feature: Feature = {
        ...answering,
        take: () => ({ replies: [{ blocks: [text("Luật: 20 ngày.")] }], events }),
      };
      const taken = await aside(feature, { ...reporting, book } as unknown as ReportingServices).take(
        contextOf(words, { matter: "filed", session }),
      );
      return plainText(taken?.replies[0] ?? { blocks: [] });
    };
    expect(await said("thế bao giờ thì giải quyết xong hả bác")).toMatch(
      /^TB-AAAA-AAAA[^\n]*Hạn[\s\S]*Luật: 20 ngày/u,
    );
    expect(await said("giấy phép pháo hoa xin ở đâu")).toBe("Luật: 20 ngày.");
  });

  it("is left as it is where nothing is open", async () => {
    const context = contextOf("ai đọc tin này");
    expect(await aside(answering, reporting).take(context)).toEqual(answering.take(context));
  });
});
