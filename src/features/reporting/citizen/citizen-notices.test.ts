import { describe, expect, it } from "vitest";
import { plainText } from "../../../messaging/reply.ts";
import { citizenNotice } from "./citizen-notices.ts";

const CODE = "TB-AAAA-BBBB";

describe("what a reporter is told", () => {
  it("names the case, the new state and the reason given", () => {
    const notice = citizenNotice(CODE, { kind: "state_changed", to: "rejected", text: "Không đúng địa bàn" });
    expect(notice?.about).toBe(CODE);
    expect(notice === null ? "" : plainText(notice)).toMatch(/TB-AAAA-BBBB[\s\S]*Không đúng địa bàn/u);
  });

  it("asks only at the end whether it is well", () => {
    const payloads = (to: "resolved" | "accepted") =>
      citizenNotice(CODE, { kind: "state_changed", to })?.buttons?.map(({ payload }) => payload);
    expect(payloads("resolved")).toEqual([`/daon ${CODE}`, `/chuaxong ${CODE}`]);
    expect(payloads("accepted")).toBeUndefined();
  });

  it("carries a handler's words and files, and waits for an answer", () => {
    const media = [{ key: "m1", kind: "image" as const, bytes: 10, contentType: "image/jpeg" }];
    const notice = citizenNotice(CODE, { kind: "duty_said", text: "Có mấy người ạ?", media });
    expect(notice).toMatchObject({ about: CODE, asks: true, attachments: [{ key: "m1", kind: "image" }] });
    expect(notice === null ? "" : plainText(notice)).toContain("Có mấy người ạ?");
  });

  it.each([{ kind: "new_report" }, { kind: "card_changed" }, { kind: "undelivered" }] as const)(
    "is nothing of what concerns only the group: %j",
    (body) => {
      expect(citizenNotice(CODE, body)).toBeNull();
    },
  );
});
