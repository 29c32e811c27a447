import { expect, it } from "vitest";
import type { TurnContext } from "../../../turn/feature.ts";
import type { OfficialActor } from "../case.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { meantInstead } from "./plain.ts";

const SELF: OfficialActor = { kind: "official", id: "1", label: "Lò Văn Inh", role: "duty" };
const REPORTING = {
  officials: {
    list: async () => [
      { telegramId: "1", label: "Lò Văn Inh", role: "duty" },
      { telegramId: "2", label: "Vi Thị Nhung", role: "duty" },
    ],
  },
} as unknown as ReportingServices;
const CONTEXT = { now: Date.parse("2026-11-23T02:40:00+07:00") } as TurnContext;
const meant = (typed: string) => meantInstead(REPORTING, CONTEXT, SELF, "TB-7K2M-9QP4", typed);

it("offers beside a message to the reporter what a handler may have meant for the desk", async () => {
  expect(await meant("giao vụ này cho chị Nhung")).toEqual([
    { label: "Không gửi, mà: Giao Vi Thị Nhung", payload: "/giao TB-7K2M-9QP4 2" },
  ]);
  expect(await meant("gác vụ này đến 7h sáng mai")).toMatchObject([
    { payload: "/hen TB-7K2M-9QP4 7h sáng mai" },
  ]);
});

it("and nothing beside a message that is plainly one", async () => {
  expect(await meant("Anh chị còn nhớ biển số không ạ?")).toEqual([]);
  expect(await meant("em đang giữ mấy vụ")).toEqual([]);
});
