import { expect, it } from "vitest";
import { plainText } from "../../../messaging/reply.ts";
import type { TurnContext } from "../../../turn/feature.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { handlingFigures } from "./handling-command.ts";

const NOW = Date.parse("2026-01-05T08:00:00+07:00");

async function asked(argument: string): Promise<string> {
  const reporting = { book: { figures: async () => [] } } as unknown as ReportingServices;
  const { replies } = await handlingFigures(reporting, { now: NOW } as TurnContext, argument);
  return replies.map(plainText).join("\n");
}

it("what is no month and no year is answered with what can be asked at this time", async () => {
  expect(await asked("quý ba")).toBe("Gõ /baocaothang, hoặc /baocaothang 12/2025, hoặc /baocaothang 2026");
});

it("a time without reports says so", async () => {
  expect(await asked("12/2025")).toContain("Chưa có tin nào nhận trong tháng 12/2025");
});
