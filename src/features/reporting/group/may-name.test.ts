import { expect, it } from "vitest";
import type { CommuneRoutes } from "./commune-routes.ts";
import { mayNameIn, namable } from "./may-name.ts";

const [PROVINCE, KY_LUA, HANDLER] = ["-1", "-2", "4101"] as const;
const COMMUNES: Readonly<Record<string, string>> = { one: "Kỳ Lừa", other: "Thất Khê" };
const routes = {
  isGroup: (chat: string) => chat.startsWith("-"),
  isProvince: (chat: string) => chat === PROVINCE,
  groupFor: async (commune: string | null) => (commune === "Kỳ Lừa" ? KY_LUA : PROVINCE),
} as unknown as CommuneRoutes;
const book = { communeOf: async (code: string) => COMMUNES[code] ?? null };
const cases = [{ code: "one" }, { code: "other" }, { code: "nowhere" }];
const named = async (chat: string, table: CommuneRoutes | undefined = routes) =>
  (await namable(cases, mayNameIn({ ...(table && { routes: table }), book }, chat))).map(({ code }) => code);

it("a commune's group hears of its own cases only, the province's group and a handler's own chat of all", async () => {
  expect(await named(KY_LUA)).toEqual(["one"]);
  for (const chat of [PROVINCE, HANDLER]) expect(await named(chat)).toHaveLength(3);
});

it("where there is one group it hears of all", async () => {
  expect((await namable(cases, mayNameIn({ book }, KY_LUA))).length).toBe(3);
});
