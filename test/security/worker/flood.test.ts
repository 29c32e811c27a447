import { runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { PACE } from "../../../src/features/rate-limit.ts";
import { migrate } from "../../worker/bindings.ts";
import { bodiesIn, chatOf } from "../../worker/chats.ts";
import { postTelegram } from "./post.ts";

const PERSON = 555138138;
const FLOOD = PACE.burst + 60;
const chat = () => chatOf({ channel: "telegram", chat: String(PERSON) });
let sent = 0;

function say(text: string): Promise<number> {
  sent += 1;
  const from = { id: PERSON, is_bot: false, first_name: "A" };
  const message = { message_id: sent, date: 1, chat: { id: PERSON, type: "private" }, from, text };
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
    const flood = Array.from({ length: FLOOD }, (_, i) => say(`phong trào ${i} là gì`));
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
