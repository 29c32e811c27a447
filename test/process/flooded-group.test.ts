import { afterAll, beforeAll, expect, it } from "vitest";
import { GroupLimit } from "../../bench/flood/group-limit.ts";
import { Handler } from "../../bench/flood/handler.ts";
import { keptIn } from "../../bench/flood/kept.ts";
import { planPeople } from "../../bench/flood/people.ts";
import { Reporters } from "../../bench/flood/reporters.ts";
import { form } from "../long-form.ts";
import { Cast } from "./cast.ts";

/** `npm run bench:flood` has a whole day, and looks at the clock. */
const COUNT = form({
  short: { ordinary: 40, burst: 4, urgent: 1 },
  long: { ordinary: 400, burst: 4, urgent: 8 },
});
const MS = form({ short: 3_000, long: 120_000 });

let cast: Cast;
beforeAll(async () => {
  cast = await Cast.assemble();
});
afterAll(() => cast.dismiss());

it("a group that takes 20 messages a minute refuses nothing, its urgent cards come, one event is one case, nothing is lost", async () => {
  const { server, telegram, zalo } = cast;
  const { settings, port } = server;
  const limit = new GroupLimit(settings.TELEGRAM_DUTY_CHAT_ID);
  telegram.failByChance(limit.refuse);
  const platforms = { settings, telegram, zalo };
  const handler = new Handler(platforms, port);
  const told = await new Reporters(platforms, port).report(planPeople(COUNT), MS);
  const codesOf = (wanted?: string) =>
    told.flatMap(({ person: { kind }, code }) =>
      wanted === undefined || kind === wanted ? (code ?? []) : [],
    );
  expect(codesOf()).toHaveLength(told.length);
  for (const code of codesOf("urgent"))
    await telegram.api.changes.waitUntil(() => handler.cards.has(code) || undefined);
  expect(limit.refusals).toEqual([]);
  await handler.settled();
  await server.kill();
  const { cases, joined, waiting } = keptIn(server.stateDir, settings.REPORT_ENCRYPTION_KEYS);
  const isKept = (code: string) =>
    cases.has(code) &&
    (handler.cards.has(code) || handler.listed.has(code) || joined.has(code) || waiting.has(code));
  expect(codesOf().filter((code) => !isKept(code))).toEqual([]);
  expect(handler.listed.size + [...waiting].length).toBeGreaterThan(0);
  expect(codesOf("burst").filter((code) => !joined.has(code)).length).toBeLessThanOrEqual(2);
});
