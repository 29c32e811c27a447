import { beforeEach, expect, it } from "vitest";
import { createReportBook } from "../../src/features/reporting/create-report-book.ts";
import { dutyNotices } from "../../src/features/reporting/duty/duty-notices.ts";
import { bindings, migrate } from "./bindings.ts";
import { DeskGroup } from "./desk-group.ts";
import { book, bookContext, CONTENT, fresh, ringOf, submission, T0 } from "./reports-fixture.ts";

const LAN = "4701";
const group = new DeskGroup();

beforeEach(async () => {
  await migrate();
  await bindings.LEDGER.prepare("UPDATE reports SET closed_at = 1, erased_at = 1").run();
  await bindings.LEDGER.prepare("DELETE FROM case_figures").run();
  await group.open([LAN, "Lan ca đêm"]);
});

const submit = async (what: string) =>
  (
    await book.submit(
      submission({
        reporter: { channel: "zalo", chat: fresh() },
        category: "publicDisorder",
        content: { ...CONTENT, what, media: [] },
      }),
    )
  ).code;

/** Another case's sealed content in its place: no key opens it there. */
const damage = (code: string, of: string) =>
  bindings.LEDGER.prepare(
    "UPDATE reports SET content_sealed = (SELECT content_sealed FROM reports WHERE code = ?), indexed_under = NULL WHERE code = ?",
  )
    .bind(of, code)
    .run();

it("one case that can't be opened hides no other: cards, lists, search and bursts go on", async () => {
  const [whole, broken] = [await submit("đánh nhau ở chợ zumba"), await submit("đánh nhau nữa ở chợ")];
  await damage(broken, whole);
  const [card] = await dutyNotices(book, whole, { kind: "card_changed" }, T0);
  expect(card?.slot).toBe(`card:${whole}`);
  expect((await group.say(LAN, "/tin zumba")).words).toContain(whole);
  expect((await group.say(LAN, "/tin")).words).toContain(broken);
  const next = await submit("đánh nhau ở chợ zumba, người khác thấy");
  expect((await group.say(LAN, "/tin zumba")).words).toContain(next);
});

it("its group can't be told: the province has it, and no alarm of another waits for it", async () => {
  const [whole, broken] = [await submit("đánh nhau"), await submit("đánh nhau nữa")];
  await damage(broken, whole);
  expect(await book.communeOf(broken)).toBeNull();
});

it("figures whose key is gone are counted without their commune", async () => {
  await submit("đánh nhau ở chợ Kỳ Lừa");
  const { figures } = createReportBook(bookContext.db, ringOf(9));
  expect(await figures("2026-01", "2026-12")).toMatchObject([{ month: "2026-11", commune: null }]);
});
