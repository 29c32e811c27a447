import { readFileSync, rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CRASH_POINTS, type CrashPoint } from "../../src/platform/crash-points.ts";
import { form } from "../long-form.ts";
import { asMarkdown, CRASH_TABLE, type Story } from "./crash-point-table.ts";
import { CrashStory, preparedState, REPLY } from "./crash-story.ts";

const LATER = /\b111\b/u;
const CODE = /TB-[0-9A-Z]{4}-[0-9A-Z]{4}/gu;
/** Messages of the citizen in each story, with the one that they write afterwards. */
const WRITTEN: Readonly<Record<Story, number>> = { question: 2, refused: 2, photo: 4, report: 3 };

/**
 * The short form: the points where something is on disk for the first time, or is out and not written down. One message
 * dies at one after the other, each life comes as far as the next; one server at a time. The long form is all of them, each
 * from a clean state.
 */
const WAYS = form<readonly (readonly CrashPoint[])[]>({
  short: [
    ["before_journal", "journaled", "committed", "after_send"],
    ["vault_written", "delivered"],
  ],
  long: CRASH_POINTS.map((point) => [point]),
});

let prepared: string;
beforeAll(async () => {
  prepared = await preparedState();
});
afterAll(() => rmSync(prepared, { recursive: true, force: true }));

describe("the table of crash points", () => {
  it("has every point that the code has, and is what docs/crash-points.md shows", () => {
    expect(Object.keys(CRASH_TABLE)).toEqual([...CRASH_POINTS]);
    const page = readFileSync(new URL("../../docs/crash-points.md", import.meta.url), "utf8");
    expect(page).toContain(asMarkdown());
  });
});

it.each(WAYS.map((points) => [points.join(", "), points] as const))(
  "loses nothing, dying at %s",
  async (_, points) => {
    const story = await CrashStory.begin(prepared);
    try {
      await dieAtEach(story, points);
      await comeBackFrom(story, points);
    } finally {
      await story.end();
    }
  },
);

/** At each stop: the 200 as far as it is told, what is on disk, and what the citizen had got by then. */
async function dieAtEach(story: CrashStory, points: readonly CrashPoint[]): Promise<void> {
  for (const [i, point] of points.entries()) {
    const row = CRASH_TABLE[point];
    if (i === 0) {
      const isAcknowledged = (await story.dieAt(point, row.story)) === 200;
      if (row.acknowledged === "no") expect(isAcknowledged).toBe(false);
    } else await story.dieAgainAt(point, points[i - 1] === "before_journal");
    expect(story.onDisk(), point).toMatchObject(row.disk);
    const doubled = repliesOf(points.slice(0, i)) - 1;
    expect(answersOf(story, row.story), point).toHaveLength(doubled + row.gotBefore);
  }
}

/** Nothing lost, nothing doubled but where the table says so, order kept, and the ledger adds up. */
async function comeBackFrom(story: CrashStory, points: readonly CrashPoint[]): Promise<void> {
  const last = points.at(-1);
  if (last === undefined) throw new Error("a way has a point");
  const kind = CRASH_TABLE[last].story;
  await story.comeBack();
  if (last === "before_journal") expect(await story.deliverAgain()).toBe(200);
  // A refused reply waits for the citizen's next word.
  const refused = { parked: 1, listed: 1, gap: 0 };
  if (kind === "refused") expect(await story.countsUntil(refused)).toMatchObject(refused);
  else await story.untilTold(REPLY[kind]);
  expect(await story.deliverAgain()).toBe(200);
  if (kind === "photo") await story.ask({ kind: "text", text: "gửi" });
  await story.ask({ kind: "text", text: "111 là số gì" });
  await story.untilTold(LATER);

  const replies = repliesOf(points);
  const order = story.told().filter((text) => LATER.test(text) || REPLY[kind].test(text));
  expect(order.map((text) => LATER.test(text))).toEqual([...Array(replies).fill(false), true]);
  const cases = kind === "photo" || kind === "report" ? 1 : 0;
  if (cases === 1) {
    const codes = [...new Set(JSON.stringify(story.told()).match(CODE))];
    expect(codes).toHaveLength(1);
    const cards = await story.cards(codes.join());
    // At `delivered` the card may have been on its way out: that is `after_send` in the other chat.
    if (!points.includes("delivered")) expect(cards).toEqual([...new Set(cards)]);
    expect(new Set(cards).size, cards.join("\n---\n")).toBe(kind === "photo" ? 2 : 1);
  }
  const n = WRITTEN[kind];
  const settled = { received: n, answered: n, gap: 0, listed: 0 };
  expect(await story.countsUntil(settled)).toMatchObject(settled);
  await story.stop();
  const atRest = { waiting: 0, held: 0, cases, uncarried: 0, files: kind === "photo" ? 1 : 0 };
  expect(story.onDisk()).toMatchObject(atRest);
}

function answersOf(story: CrashStory, kind: Story): readonly string[] {
  return story.told().filter((text) => REPLY[kind].test(text));
}

/** How often the reply comes after deaths at all of these: once, and once more for each that doubles it. */
function repliesOf(points: readonly CrashPoint[]): number {
  return 1 + points.filter((point) => CRASH_TABLE[point].replies === 2).length;
}
