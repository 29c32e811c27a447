import { type Request, Response } from "miniflare";
import { z } from "zod";
import type { KeyRing } from "../../../src/platform/crypto/key-ring.ts";
import type { ErasureList } from "./erasure-list.ts";
import { entryOf } from "./replay.ts";

const Given = z.array(z.object({ id: z.string(), sealed: z.string() }));

/** The list, for the Worker's binding ERASURES: what it hands over is on disk when this answers. */
export async function keepErasures(list: ErasureList, ring: KeyRing, request: Request): Promise<Response> {
  const given = Given.parse(await request.json());
  list.append(given.flatMap((row) => entryOf(ring, row)));
  return new Response(null, { status: 204 });
}
