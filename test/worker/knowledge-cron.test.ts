import { beforeAll, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { runKnowledgeCron } from "../../src/cron/knowledge-cron.ts";
import { runOfficialsCron } from "../../src/cron/officials-cron.ts";
import { applyBuild, planBuild } from "../../src/knowledge/build-index.ts";
import { readLibrary } from "../../src/knowledge/document.ts";
import { bindings, migrate } from "./bindings.ts";
import { toldKeys } from "./chats.ts";

beforeAll(migrate);

const FIRST = "138000001";
const config = readConfig({ ...bindings });
const DOCUMENT = `---
id: a
title: Pháo
as_of: 2026-01-01
audience: public
class: public
---
## Đốt pháo ở đâu?
> check_after: 2027-05-31

Trả lời.

Nguồn: Báo A
`;

const written = async () =>
  (
    await bindings.LEDGER.prepare(
      "SELECT key FROM official_notices WHERE key LIKE 'knowledge_review:%' ORDER BY id",
    ).all<{ key: string }>()
  ).results.map(({ key }) => key);

const at = (month: number, day: number, hour = 8) =>
  runKnowledgeCron(bindings, config, Date.UTC(2027, month - 1, day, hour - 7));

it("tells the supervisors once a month what there is to look at, not in the month of the start", async () => {
  await at(4, 20);
  await at(5, 1); // there is nothing to look at
  const library = readLibrary([{ name: "a.md", text: DOCUMENT }]);
  await applyBuild(bindings.KNOWLEDGE, await planBuild(library, [], 0));
  await at(5, 2);
  await at(6, 1, 7); // before the morning
  expect(await written()).toEqual([]);
  await at(6, 1);
  for (const day of [1, 2, 8, 30]) await at(6, day, 9);
  await at(7, 8); // cron missed the first days: not in the middle of a month
  expect(await written()).toEqual(["knowledge_review:2027-06"]);
  await at(8, 7);
  const keys = ["knowledge_review:2027-06", "knowledge_review:2027-08"];
  expect(await written()).toEqual(keys);
  await runOfficialsCron(bindings, config, Date.UTC(2027, 7, 7, 1));
  const told = keys.map((key) => `notice:${key}`);
  expect(await toldKeys({ channel: "telegram", chat: FIRST }, told)).toEqual(told);
});

it("sends a new province nothing in its first month, whatever the day", async () => {
  await bindings.LEDGER.exec("DELETE FROM operations_state; DELETE FROM official_notices");
  await at(9, 1);
  await at(9, 2);
  expect(await written()).toEqual([]);
  await at(10, 1);
  expect(await written()).toEqual(["knowledge_review:2027-10"]);
});
