import { Conversation as RealConversation } from "../../../src/chat/conversation.ts";
import type { Bindings } from "../../../src/env.ts";
import worker from "../../../src/index.ts";
import { countedDatabase } from "./count-d1.ts";
import { countObjects, settle } from "./count-object.ts";
import { counted } from "./counter.ts";

export { ZaloTokenKeeper } from "../../../src/channels/zalo/token-keeper.ts";

/** One for each real one: the Worker remembers its settings by it. */
const environments = new WeakMap<Bindings, Bindings>();

function countedBindings(env: Bindings): Bindings {
  const known = environments.get(env);
  if (known !== undefined) return known;
  const made = { ...env, LEDGER: countedDatabase(env.LEDGER), KNOWLEDGE: countedDatabase(env.KNOWLEDGE) };
  environments.set(env, made);
  return made;
}

export class Conversation extends RealConversation {
  constructor(state: DurableObjectState, env: Bindings) {
    super(countObjects(state), countedBindings(env));
  }
}

/** The production Worker; GET /bench/rows tells what it has cost so far. */
export default {
  async fetch(request, env, ctx) {
    if (new URL(request.url).pathname !== "/bench/rows")
      return worker.fetch(request, countedBindings(env), ctx);
    settle();
    return Response.json(counted());
  },
} satisfies ExportedHandler<Bindings>;
