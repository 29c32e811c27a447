import { expect, it } from "vitest";
import { plainText } from "../../../../messaging/reply.ts";
import { MINUTE } from "../../../../platform/time.ts";
import { ownerKey, ownerNotice } from "./owner-notice.ts";

const CODE = "TB-AAAA-AAAA";

it("the owner hears that something was said, never what; of what the machine does, nothing", () => {
  const said = ownerNotice(CODE, { kind: "reporter_said", text: "nhà số 5", media: [], as: "withdraws" });
  expect(said && plainText(said)).toMatch(/XIN RÚT/u);
  expect(JSON.stringify(said)).not.toContain("nhà số 5");
  expect(ownerNotice(CODE, { kind: "card_changed" })).toBeNull();
  expect(ownerNotice(CODE, { kind: "new_report" })).toBeNull();
});

it("hears of those who report the same event once in five minutes, and of all else each time", () => {
  const joined = (key: string) => ({ key, code: CODE, body: { kind: "joined", n: 4 } as const });
  expect(ownerKey(joined("a"), 0)).toBe(ownerKey(joined("b"), 4 * MINUTE));
  expect(ownerKey(joined("a"), 0)).not.toBe(ownerKey(joined("a"), 5 * MINUTE));
  expect(ownerKey({ ...joined("a"), body: { kind: "reopened", text: "" } }, 0)).toBe("a/owner");
});
