import { describe, expect, it } from "vitest";
import { BODY } from "../../../test/documents/directive.ts";
import { LEARNED_ENCODER } from "../../knowledge/encoder.ts";
import { previewReply, sectionsReply } from "./documents-wording.ts";
import { prepare } from "./prepare.ts";

const lines = (...texts: readonly string[]) =>
  texts.map((text) => ({ text, page: 1, isEmphasised: text === text.toUpperCase() }));
const DRAFT = "0123456789abcdef";

async function ready(...texts: readonly string[]) {
  let paces = 0;
  const prepared = await prepare(
    { lines: lines(...texts), pages: 1, withoutWords: [] },
    { draft: DRAFT, fileName: "tệp", now: 0 },
    {
      encoder: LEARNED_ENCODER,
      pace: async () => {
        paces += 1;
      },
    },
  );
  return { prepared, paces };
}

describe("preparing a document", () => {
  it("stops at a stamp of secrecy before anything is made of it", async () => {
    expect((await ready("MẬT", "CHỈ THỊ", ...BODY)).prepared).toBe("secret");
  });

  it("lets others in between a few sections", async () => {
    const many = Array.from(
      { length: 200 },
      (_, i) => `${i + 1}. Chủ bến xe thứ ${i + 1} cử người trực đêm.`,
    );
    const { prepared, paces } = await ready("CHỈ THỊ", ...many);
    expect(prepared !== "secret" && prepared.sections.length).toBe(201);
    expect(paces).toBeGreaterThan(40);
  });

  it("can be shown: every button can be tapped, and no button makes public what isn't", async () => {
    const { prepared } = await ready("LƯU HÀNH NỘI BỘ", "CHỈ THỊ", ...BODY);
    if (prepared === "secret") throw new Error("no secret");
    const shown = { ...prepared, pages: 1, withoutWords: [2], isLegacy: true, replaces: null };
    const { buttons = [] } = previewReply(shown, DRAFT);
    expect(buttons.map(({ label }) => label)).toEqual(["Đăng nội bộ", "Xem các mục", "Huỷ"]);
    const more = sectionsReply(prepared.sections.slice(0, 1), 0, `/tailieu xem ${DRAFT} 2996`).buttons ?? [];
    for (const { payload } of [...buttons, ...more])
      expect(new TextEncoder().encode(payload).length).toBeLessThanOrEqual(60);
  });
});
