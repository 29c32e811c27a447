import { expect, it } from "vitest";
import { plainText } from "../../../../messaging/reply.ts";
import { ownerNotice } from "./owner-notice.ts";

const CODE = "TB-AAAA-AAAA";

it("the owner hears that something was said, never what; of what the machine does, nothing", () => {
  const said = ownerNotice(CODE, { kind: "reporter_said", text: "nhà số 5", media: [], as: "withdraws" });
  expect(said && plainText(said)).toMatch(/XIN RÚT/u);
  expect(JSON.stringify(said)).not.toContain("nhà số 5");
  expect(ownerNotice(CODE, { kind: "card_changed" })).toBeNull();
  expect(ownerNotice(CODE, { kind: "new_report" })).toBeNull();
});
