import { z } from "zod";
import { ENGINES, type EngineName, type Find } from "./engines.ts";

const Asked = z.object({
  engine: z.enum(Object.keys(ENGINES) as [EngineName, ...EngineName[]]),
  questions: z.array(z.string()),
});

/** One engine an isolate, as in production: what it has read once it needn't read again. */
const open = new Map<EngineName, Find>();

/** POST {engine, questions} → the ids found for each, one question after the other. */
export default {
  async fetch(request: Request, env: { readonly KNOWLEDGE: D1Database }): Promise<Response> {
    const { engine, questions } = Asked.parse(await request.json());
    const find = open.get(engine) ?? ENGINES[engine](env.KNOWLEDGE);
    open.set(engine, find);
    const found: (readonly string[])[] = [];
    for (const question of questions) found.push(await find(question));
    return Response.json(found);
  },
};
