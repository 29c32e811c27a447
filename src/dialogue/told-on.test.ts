import { expect, it } from "vitest";
import { contextOf } from "../../test/turn-context.ts";
import { GATHERED, PERHAPS } from "../features/reporting/citizen/citizen-session.ts";
import { remember } from "../features/reporting/citizen/perhaps-told.ts";
import { openGathered } from "../features/reporting/citizen/sealed-draft.ts";
import type { ReportingServices } from "../features/reporting/reporting-services.ts";
import { plainText } from "../messaging/reply.ts";
import { type KeyRing, parseKeyRing } from "../platform/crypto/key-ring.ts";
import { merged } from "../turn/session.ts";
import { toldOn } from "./told-on.ts";

const ring = parseKeyRing(`k:${Buffer.alloc(32, 1).toString("base64")}`) as KeyRing;
const reporting = { ring, media: { hold: async () => undefined } } as unknown as ReportingServices;
const MINUTES = 60_000;

/** What is kept of a story once this is said after a question that told so much, and what is answered. */
async function after(words: string, said: string, { isSure = true, later = 1 } = {}) {
  const asked = contextOf("hỏi", { now: 0 });
  const session = await remember(reporting, asked, { words, isSure });
  const context = contextOf(said, { session, now: later * MINUTES });
  const taken = await toldOn(reporting).take(context);
  if (taken === null) return null;
  const left = merged(session, taken.session);
  const told = await openGathered(ring, context.inbound, GATHERED.of(left));
  return { what: told?.what, said: taken.replies.map(plainText).join(), left };
}

it("begins the story with what was asked, advises on the whole, and forgets the question", async () => {
  const told = await after("mat xe may", "e de xe truoc cua hang trong cho ky lua, ra la mat roi");
  expect(told?.what).toMatch(/^mat xe may\ne de xe/u);
  expect(told?.said).toContain("Giữ nguyên hiện trường");
  expect(PERHAPS.of(told?.left ?? {})).toBeUndefined();
});

it.each([
  ["a question", "thế phải mang giấy tờ gì", {}],
  ["thanks", "cảm ơn em nhé", {}],
  ["a piece after half an hour", "e de xe truoc cua hang, ra la mat roi", { later: 31 }],
  ["a bare piece of what only may have been told", "o pho", { isSure: false }],
] as const)("%s is left to the others", async (_, said, given) =>
  expect(await after("mat xe may", said, given)).toBeNull(),
);

it("doesn't join what is of another kind", async () => {
  const said = "hàng xóm nhà tôi đốt rác nilon khói mù mịt cả xóm ngày nào cũng thế";
  expect((await after("mat xe may", said))?.what).toBe(said);
});
