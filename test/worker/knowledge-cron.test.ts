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
const HOUR = 3_600_000;
/** Eight in the morning of 1 June in Vietnam. */
const MORNING = Date.UTC(2027, 5, 1, 1);
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

it("tells the supervisors once a month, from eight in the morning of the first on", async () => {
  await runKnowledgeCron(bindings, config, MORNING);
  expect(await written()).toEqual([]); // there is nothing to look at
  const library = readLibrary([{ name: "a.md", text: DOCUMENT }]);
  await applyBuild(bindings.KNOWLEDGE, await planBuild(library, [], 0));
  await runKnowledgeCron(bindings, config, MORNING - HOUR);
  expect(await written()).toEqual([]);
  for (const at of [MORNING, MORNING + HOUR, MORNING + 24 * HOUR])
    await runKnowledgeCron(bindings, config, at);
  for (const days of [7, 29, 30]) await runKnowledgeCron(bindings, config, MORNING + days * 24 * HOUR);
  expect(await written()).toEqual(["knowledge_review:2027-06", "knowledge_review:2027-07"]);
  await runOfficialsCron(bindings, config, MORNING);
  const keys = ["notice:knowledge_review:2027-06", "notice:knowledge_review:2027-07"];
  expect(await toldKeys({ channel: "telegram", chat: FIRST }, keys)).toEqual(keys);
});
