import { runInDurableObject } from "cloudflare:test";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { ConversationStore } from "../../../src/chat/chat-store.ts";
import { ALLOWANCES } from "../../../src/features/rate-limit.ts";
import { DETECTORS } from "../../../src/reading/read-message.ts";
import { migrate } from "../../worker/bindings.ts";
import { bodiesIn, chatOf } from "../../worker/chats.ts";
import { postTelegram } from "./post.ts";

const PERSON = 555138138;
const FLOODER = 555138139;
const STRANGER = 555138140;
const CRY = "cháy nhà rồi cứu với";
const AT_ONCE = 40;
const FLOOD = ALLOWANCES.ordinary.burst + 60;
const chat = (who = PERSON) => chatOf({ channel: "telegram", chat: String(who) });
let sent = 0;

function say(text: string, who = PERSON): Promise<number> {
  sent += 1;
  const from = { id: who, is_bot: false, first_name: "A" };
  // Seconds apart: what is sent within one second may be one long text that the client cut.
  const message = { message_id: sent, date: 10 * sent, chat: { id: who, type: "private" }, from, text };
  return postTelegram(JSON.stringify({ update_id: sent, message }));
}

/** What rests in the chat when all turns are over; nothing leaves, as the platforms are a closed port here. */
async function settled(): Promise<{ readonly states: Record<string, number>; readonly said: string[] }> {
  for (;;) {
    const stub = await chat();
    await stub.wake();
    const rows = await runInDurableObject(stub, (_, state) => ({
      states: Object.fromEntries(
        state.storage.sql
          .exec<{ state: string; n: number }>("SELECT state, count(*) AS n FROM inbox GROUP BY state")
          .toArray()
          .map(({ state, n }) => [state, n]),
      ),
      said: [...bodiesIn(state)],
    }));
    if (rows.states.pending === undefined) return rows;
  }
}

beforeAll(migrate);

describe("a chat that floods", () => {
  it("is written down whole; danger, a report and the newest question are answered, the rest is counted", async () => {
    const flood = Array.from({ length: FLOOD }, (_, i) => say(`phong trào ${i} là gì${" ?".repeat(500)}`));
    const more = [say("cháy nhà, có người kẹt bên trong"), say("/baocao hàng xóm đánh bạc ở chợ")];
    expect(new Set(await Promise.all([...flood, ...more]))).toEqual(new Set([200]));
    await say("huỷ");
    expect(await say("/quyenriengtu")).toBe(200);
    const { states, said } = await settled();
    expect((states.answered ?? 0) + (states.ignored ?? 0)).toBe(sent);
    expect(states.ignored).toBeGreaterThan(0);
    const all = said.join("\n");
    expect(all.match(/gửi nhanh quá/gu)).toHaveLength(1);
    expect(all).toContain("114");
    expect(all).toMatch(/Nơi|ở đâu/u);
    expect(said.at(-1)).toMatch(/riêng tư|lưu|xoá/u);
  });
});

describe("another's danger behind forty long messages", () => {
  afterEach(() => vi.restoreAllMocks());

  it.each(["anh B ", "1/", "bố em đang cầm dao đuổi mẹ em, cứu với. "])(
    "is answered before them, and each of them is read twice at most: %s",
    async (unit) => {
      for (const who of [FLOODER, STRANGER]) {
        await say("xin chào", who);
        await (await chat(who)).wake();
      }
      const work: ("read" | "answer" | "count" | "danger")[] = [];
      const { danger } = DETECTORS;
      vi.spyOn(DETECTORS, "danger").mockImplementation((utterance, learn) => {
        if (utterance.clean.length > 1_000) work.push("read");
        return danger(utterance, learn);
      });
      const { commit } = ConversationStore.prototype;
      vi.spyOn(ConversationStore.prototype, "commit").mockImplementation(function (
        this: ConversationStore,
        ...turn
      ) {
        const [, , , parts] = turn;
        const isDanger = parts[0]?.chat === String(STRANGER);
        work.push(isDanger ? "danger" : parts.length > 0 ? "answer" : "count");
        return commit.apply(this, turn);
      });
      const long = unit.repeat(Math.ceil(4_096 / unit.length)).slice(0, 4_096);
      const flood = Array.from({ length: AT_ONCE }, () => say(long, FLOODER));
      await Promise.all([...flood, say(CRY, STRANGER)]);
      while (!work.includes("danger")) await scheduler.wait(1);
      await (await chat(FLOODER)).wake();
      const times = (what: (typeof work)[number]) => work.filter((done) => done === what).length;
      expect(work.indexOf("danger")).toBeLessThan(AT_ONCE / 4);
      // The last may be read as the end of the one before. Each is read by itself, and once more where something is open.
      expect(times("answer") + times("count")).toBeGreaterThanOrEqual(AT_ONCE - 1);
      expect(times("read")).toBeGreaterThanOrEqual(AT_ONCE);
      // What is told with a danger is read together, too, where a piece of it alone is none.
      expect(times("read")).toBeLessThanOrEqual(2 * AT_ONCE + 2);
    },
  );
});
