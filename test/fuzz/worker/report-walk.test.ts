import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Turn } from "../../../src/assistant/turn.ts";
import { REPORT } from "../../../src/features/reporting/citizen/citizen-session.ts";
import { openDraft } from "../../../src/features/reporting/citizen/sealed-draft.ts";
import type { InboundContent } from "../../../src/messaging/inbound.ts";
import { plainText } from "../../../src/messaging/reply.ts";
import { bindings, migrate } from "../../worker/bindings.ts";
import { CitizenChat } from "../../worker/citizen-chat.ts";
import { photo } from "../../worker/photo.ts";
import { bookContext, fresh } from "../../worker/reports-fixture.ts";
import { runs } from "../runs.ts";

const WALKS = runs((bindings as unknown as { readonly FUZZ?: string }).FUZZ, 150, 0.02);

beforeAll(migrate);

/** A citizen in the middle of anything. */
class Citizen extends CitizenChat {
  tell(text: string): Promise<Turn> {
    return this.turn({ kind: "text", text });
  }

  /** Everything that the report under way holds; null where there is none. */
  async draft(): Promise<string | null> {
    const draft = await openDraft(bookContext.ring, this.inbound({ kind: "pause" }), REPORT.of(this.session));
    return draft === null ? null : JSON.stringify(draft);
  }
}

/** One thing that a citizen does; where words are told, they hold a mark to be found again. */
type Step = (citizen: Citizen) => Promise<{ readonly turn: Turn; readonly mark?: string }>;

const says =
  (text: string): Step =>
  async (citizen) => ({ turn: await citizen.tell(text) });
const tells =
  (before: string, after: string): Step =>
  async (citizen) => {
    const mark = `dấu${fresh().replace("-", "")}`;
    return { turn: await citizen.tell(`${before} ${mark} ${after}`), mark };
  };
const shows =
  (content: InboundContent, canFetch = true): Step =>
  async (citizen) => {
    citizen.file = canFetch ? photo() : null;
    return { turn: await citizen.turn(content) };
  };

const image = { kind: "media", media: [{ kind: "image", ref: "r" }] } as const;
const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .constantFrom(
      [
        "/baocao",
        "/baocao đánh bạc ở cuối xóm tối qua",
        "báo cáo",
        "tố giác",
        "gửi",
        "sửa",
        "bỏ qua",
        "không nhớ",
      ],
      [
        "sửa nơi",
        "sửa lúc",
        "thêm ảnh",
        "bỏ ảnh",
        "thôi",
        "1",
        "2",
        "3",
        "5",
        "9",
        "ok",
        "?",
        "xong",
        "đúng rồi",
      ],
      [
        "/tracuu",
        "/tincuatoi",
        "/quyenriengtu",
        "/solieu 2022",
        "khu dân cư là gì",
        "xin chào",
        "báo tin này",
      ],
      [
        "thứ bảy tuần trước lúc 25h",
        "31/02/2026",
        "0:00",
        "hôm qua",
        "99 giờ đêm",
        "ở đâu cũng thế",
        "21.85, 106.76",
      ],
    )
    .chain((words) => fc.constantFrom(...words.map(says))),
  fc.constantFrom(
    tells("hàng xóm", "đánh bạc ăn tiền cả đêm"),
    tells("xe máy của", "bị lấy mất ở chợ"),
    tells("thôn", "xã Hữu Liên gần nhà văn hoá"),
  ),
  fc.string({ unit: "grapheme", maxLength: 40 }).map(says),
  fc.constantFrom<Step>(
    shows(image),
    shows(image, false),
    shows({ ...image, caption: "ảnh chụp tối qua" }),
    shows({ kind: "location", lat: 21.85, lng: 106.76 }),
    shows({ kind: "location", lat: 90, lng: -180, label: "x".repeat(3_000) }),
    shows({ kind: "sticker" }),
    shows({ kind: "edited", text: "tối hôm kia" }),
    shows({ kind: "unsupported", what: "poll" }),
    shows({ kind: "pause" }),
  ),
);

const wordsOf = ({ replies }: Turn) => replies.map(plainText).join("\n");

describe("a report told in any order", () => {
  it(`${WALKS} walks: nothing told is lost, and every state has its way out`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const citizen = new Citizen();
        for (const take of steps) {
          const before = await citizen.draft();
          const { turn, mark } = await take(citizen);
          if (turn.outcome === "answered" && mark !== undefined) expect(wordsOf(turn)).not.toBe("");
          const after = await citizen.draft();
          if (before !== null && mark !== undefined) expect(after).toContain(mark);
        }
        const here = citizen.session;
        const inReport = (await citizen.draft()) !== null;
        expect(wordsOf(await citizen.tell("cháy nhà, có người kẹt bên trong"))).toContain("114");
        citizen.session = here;
        expect(wordsOf(await citizen.tell("/help"))).toContain("/baocao");
        expect((await citizen.draft()) !== null).toBe(inReport);
        expect(wordsOf(await citizen.tell("huỷ"))).not.toBe("");
        if ((await citizen.draft()) !== null) await citizen.tell("xoá");
        expect(await citizen.draft()).toBeNull();
        // What was set aside for the report, or waits for a tap, has its own day.
        const { told, parked, unsent } = citizen.session;
        if ((told ?? parked ?? unsent) === undefined) {
          await citizen.turn({ kind: "pause" });
          expect(citizen.session.pauseAt).toBeUndefined();
        }
        await citizen.tell("/baocao mất trộm ở chợ Kỳ Lừa tối qua");
        expect(wordsOf(await citizen.tell("gửi"))).toMatch(/TB-[0-9A-Z]{4}-[0-9A-Z]{4}/u);
      }),
      { numRuns: WALKS, endOnFailure: true },
    );
  });
});
