import { expect, it } from "vitest";
import { plainText } from "../../../../messaging/reply.ts";
import type { Report } from "../../report.ts";
import { instead, readSlip } from "./slips.ts";

const CODE = "TB-VR2S-PMMH";

it.each([
  [`/xong ${CODE}`, undefined, "resolved"],
  [`/dong ${CODE} da xong`, undefined, "resolved"],
  ["/Nhận vr2spmmh", undefined, "accepted"],
  ["/trùng", CODE, "duplicate"],
  ["/bo", `/xl ${CODE} rejected 1`, "rejected"],
])("%s in reply to %s is meant for a button", (typed, about, to) =>
  expect(readSlip(typed, about)).toEqual({ code: CODE, to }),
);

it.each(["/xong", "/giao TB-VR2S-PMMH", "/nhan gui abcdefghijklmnop 1", "xong TB-VR2S-PMMH", "/xong Páo"])(
  "%s isn't",
  (typed) => expect(readSlip(typed, undefined)).toBeNull(),
);

it("nothing is done: the case's buttons come, first the one that was meant, and each only asks", () => {
  const report = { code: CODE, state: "accepted", version: 2 } as Report;
  const officer = { kind: "official", id: "1", label: "Nga", role: "duty" } as const;
  const reply = instead(report, { code: CODE, to: "resolved" }, officer);
  expect(plainText(reply)).toContain("chưa thay đổi gì");
  expect(reply.buttons?.map(({ label }) => label)).toEqual([
    "Đã xong",
    "Đang xử lý",
    "Không xử lý",
    "Trùng",
    "Chuyển",
  ]);
  expect(reply.buttons?.[0]?.payload).toBe(`/xl ${CODE} resolved 2 c`);
});
