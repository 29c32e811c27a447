import { runInDurableObject } from "cloudflare:test";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { ChannelName } from "../../../src/messaging/inbound.ts";
import { type Body, postTelegram, postZalo } from "../../security/worker/post.ts";
import { bindings, migrate } from "../../worker/bindings.ts";
import { bodiesIn, chatOf } from "../../worker/chats.ts";
import { type Json, mutated } from "../hostile.ts";
import { runs } from "../runs.ts";
import { CITIZENS, misread, PEOPLE, senselessText, telegramUpdate, zaloEvent } from "../updates.ts";

const long = (bindings as unknown as { readonly FUZZ?: string }).FUZZ;
const CASES = runs(long, 700, 0.1);
const { ZALO_APP_ID, ZALO_OA_ID, ZALO_API_ROOT } = bindings;
const ACCOUNT = { appId: ZALO_APP_ID, oaId: ZALO_OA_ID, files: ZALO_API_ROOT };

const bodies = (valid: fc.Arbitrary<Json>): fc.Arbitrary<Body> =>
  fc.oneof(
    { weight: 8, arbitrary: mutated(valid).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: misread(valid) },
    { weight: 1, arbitrary: senselessText },
  );

function chatNamed(name: string) {
  const [channel, chat = ""] = name.split(":");
  return chatOf({ channel: ChannelName.parse(channel), chat });
}
const CHATS = [
  ...CITIZENS.map((id) => `zalo:${id}`),
  ...PEOPLE.map((id) => `telegram:${id}`),
  "telegram:-1001380000138",
];

interface Rows {
  readonly states: Readonly<Record<string, number>>;
  readonly bodies: readonly string[];
}

/** What a chat has on disk, once its turns are over. */
async function rowsOf(name: string): Promise<Rows> {
  const stub = await chatNamed(name);
  let rows: Rows = { states: { pending: 1 }, bodies: [] };
  while ((rows.states.pending ?? 0) > 0) {
    await stub.wake();
    rows = await runInDurableObject(stub, (_, state) => ({
      states: Object.fromEntries(
        state.storage.sql
          .exec<{ state: string; n: number }>("SELECT state, count(*) AS n FROM inbox GROUP BY state")
          .toArray()
          .map(({ state, n }) => [state, n]),
      ),
      bodies: bodiesIn(state),
    }));
  }
  return rows;
}

/** The last thing that each chat would say; nothing arrives, as the platforms are a closed port here. */
const lastOf = async (name: string) => (await rowsOf(name)).bodies.slice(-3).join("\n");

beforeAll(migrate);

describe("senseless signed bodies", () => {
  it(`${CASES} of Zalo's: never 5xx, and every one that was taken has had its turn`, async () => {
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(bodies(zaloEvent(ACCOUNT)), async (body) => {
        const status = await postZalo(body);
        statuses.add(status);
        return status === 200;
      }),
      { numRuns: CASES, endOnFailure: true },
    );
    expect([...statuses]).toEqual([200]);
  });

  it(`${CASES} of Telegram's: never 5xx`, async () => {
    await fc.assert(
      fc.asyncProperty(bodies(telegramUpdate), async (body) => (await postTelegram(body)) === 200),
      { numRuns: CASES, endOnFailure: true },
    );
  });

  it("no message is lost or set aside, and each chat still answers", async () => {
    let taken = 0;
    for (const name of CHATS) {
      const { states } = await rowsOf(name);
      expect({ name, parked: states.parked ?? 0, pending: states.pending ?? 0 }).toEqual({
        name,
        parked: 0,
        pending: 0,
      });
      taken += (states.answered ?? 0) + (states.ignored ?? 0);
    }
    expect(taken).toBeGreaterThan(CASES / 4);
    const timestamp = "1763875200999";
    for (const [i, id] of CITIZENS.entries()) {
      const message = { text: "cháy nhà rồi", msg_id: `after${i}` };
      const event = {
        app_id: ZALO_APP_ID,
        sender: { id },
        recipient: { id: ZALO_OA_ID },
        event_name: "user_send_text",
        message,
        timestamp,
      };
      expect(await postZalo(JSON.stringify(event))).toBe(200);
      expect(await lastOf(`zalo:${id}`)).toContain("114");
    }
    for (const [i, id] of PEOPLE.entries()) {
      const person = { id, is_bot: false, first_name: "A" };
      const message = { message_id: 1, date: 1, chat: { id, type: "private" }, from: person, text: "/help" };
      expect(await postTelegram(JSON.stringify({ update_id: 2_000_000_001 + i, message }))).toBe(200);
      expect(await lastOf(`telegram:${id}`)).toContain("/solieu");
    }
  });
});
