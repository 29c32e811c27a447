import { ZaloTokenKeeper as RealKeeper } from "../../../src/channels/zalo/token-keeper.ts";
import { Conversation as RealConversation } from "../../../src/chat/conversation.ts";
import type { Bindings } from "../../../src/env.ts";
import worker from "../../../src/index.ts";
import { countedDatabase } from "./count-d1.ts";
import { countedFiles } from "./count-files.ts";
import { countCall, countObjects, settle } from "./count-object.ts";
import { add, counted } from "./counts.ts";

/** One for each real one: the Worker remembers its settings by it. */
const environments = new WeakMap<Bindings, Bindings>();

function countedBindings(env: Bindings): Bindings {
  const known = environments.get(env);
  if (known !== undefined) return known;
  const made = {
    ...env,
    LEDGER: countedDatabase(env.LEDGER, "ledger"),
    KNOWLEDGE: countedDatabase(env.KNOWLEDGE, "knowledge"),
    MEDIA: countedFiles(env.MEDIA),
  };
  environments.set(env, made);
  return made;
}

export class Conversation extends RealConversation {
  constructor(state: DurableObjectState, env: Bindings) {
    super(countObjects(state), countedBindings(env));
  }

  override accept(...given: Parameters<RealConversation["accept"]>) {
    return countCall(this.ctx, "objectCalls", super.accept(...given));
  }

  override deliver(...given: Parameters<RealConversation["deliver"]>) {
    return countCall(this.ctx, "objectCalls", super.deliver(...given));
  }

  override wake() {
    return countCall(this.ctx, "objectCalls", super.wake());
  }

  override alarm() {
    return countCall(this.ctx, "alarmsRun", super.alarm());
  }
}

export class ZaloTokenKeeper extends RealKeeper {
  override accessToken(...given: Parameters<RealKeeper["accessToken"]>) {
    add({ tokenCalls: 1 });
    return super.accessToken(...given);
  }
}

/** The production Worker; GET /bench/counts tells what it has cost so far, POST /bench/cron runs its trigger once. */
export default {
  async fetch(request, env, ctx) {
    const { pathname } = new URL(request.url);
    if (pathname === "/bench/counts") {
      settle();
      return Response.json(counted());
    }
    if (pathname !== "/bench/cron") return worker.fetch(request, countedBindings(env), ctx);
    const trigger = { scheduledTime: Date.now(), cron: "", noRetry: () => {} };
    await worker.scheduled(trigger, countedBindings(env));
    return new Response("ok");
  },
} satisfies ExportedHandler<Bindings>;
