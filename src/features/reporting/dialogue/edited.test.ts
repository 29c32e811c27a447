import { describe, expect, it } from "vitest";
import { answer, beginDraft } from "./dialogue.ts";
import { takeEdit } from "./edited.ts";

const NOW = Date.UTC(2026, 10, 23, 8, 0);

describe("an edit of a message", () => {
  const { draft: begun } = beginDraft("có người bán pháo", NOW, "m1");
  const { draft } = answer(begun, { kind: "text", text: "ở chợ Kỳ Lừa", id: "m2" }, NOW);

  it("is read anew in its place", () => {
    const edited = takeEdit(draft, "ở chợ Giếng Vuông", NOW, undefined, "m2")?.draft;
    expect(edited).toMatchObject({
      where: { words: "chợ Giếng Vuông" },
      what: "có người bán pháo",
      step: "summary",
    });
    expect(takeEdit(draft, "thôn Nà Pàn", NOW, undefined, "m2")?.draft.where?.words).toBe("thôn Nà Pàn");
    const named = takeEdit(draft, "đốt rác khói mù mịt", NOW, undefined, "m1")?.draft;
    expect(named?.what).toBe("đốt rác khói mù mịt");
    const told = takeEdit(draft, "có hai người bán pháo", NOW, undefined, "m1")?.draft;
    expect(told).toMatchObject({ where: { words: "chợ Kỳ Lừa" }, what: "có hai người bán pháo" });
  });

  it("of one piece leaves the others", () => {
    const more = answer(draft, { kind: "text", text: "biển số 12B1-123.45, áo đen" }, NOW).draft;
    const edited = takeEdit(more, "biển số 12B1-999.99, áo đen", NOW)?.draft;
    expect(edited?.what).toBe("có người bán pháo\nbiển số 12B1-999.99, áo đen");
    expect(edited?.details.plate).toBe("12B1-999.99");
  });

  it("that changes nothing does nothing", () => {
    expect(takeEdit(draft, "ở chợ Kỳ Lừa", NOW, undefined, "m2")).toBeNull();
    expect(takeEdit(draft, "có người bán pháo", NOW)).toBeNull();
  });

  it("of what isn't remembered is added, marked as such", () => {
    const added = takeEdit(draft, "nó đeo kính đen", NOW)?.draft;
    expect(added?.what).toBe("có người bán pháo\n(sửa lại) nó đeo kính đen");
  });

  it("of the only message of a report leaves a report", () => {
    const edited = takeEdit(begun, "có người đốt rác", NOW, undefined, "m1")?.draft;
    expect(edited).toMatchObject({ what: "có người đốt rác" });
  });
});
