import { DurableObject } from "cloudflare:workers";
import { Hono } from "hono";

interface Env {
  readonly FLOOR: DurableObjectNamespace<Floor>;
}

/** As much of a webhook as names its chat and its message. */
interface Event {
  readonly update_id?: number;
  readonly sender?: { readonly id: string };
  readonly message: { readonly msg_id?: string; readonly chat?: { readonly id: number } };
}

const LATER = 5_000;

/** The least that keeps a message: one row, unique by its key, and an alarm that would take it up. */
export class Floor extends DurableObject<Env> {
  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    state.storage.sql.exec(
      "CREATE TABLE IF NOT EXISTS inbox (seq INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, body TEXT NOT NULL)",
    );
  }

  async accept(key: string, body: string): Promise<void> {
    this.ctx.storage.sql.exec("INSERT OR IGNORE INTO inbox (key, body) VALUES (?, ?)", key, body);
    void this.ctx.storage.setAlarm(Date.now() + LATER);
  }

  override async alarm(): Promise<void> {
    this.ctx.storage.sql.exec("DELETE FROM inbox");
  }
}

const bare = new Hono().post("/bare", async (c) => {
  await c.req.text();
  return c.text("ok");
});

export default {
  async fetch(request, env) {
    if (new URL(request.url).pathname === "/bare") return bare.fetch(request);
    const body = await request.text();
    const { sender, message, update_id } = JSON.parse(body) as Event;
    const chat = sender?.id ?? String(message.chat?.id);
    await env.FLOOR.get(env.FLOOR.idFromName(chat)).accept(message.msg_id ?? String(update_id), body);
    return new Response("ok");
  },
} satisfies ExportedHandler<Env>;
