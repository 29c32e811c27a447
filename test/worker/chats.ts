import { listDurableObjectIds, reset } from "cloudflare:test";
import { bindings } from "./bindings.ts";

let earlier: ReadonlySet<string> = new Set();

const listed = (): Promise<DurableObjectId[]> => listDurableObjectIds(bindings.CONVERSATION);

/** The chats that this test file has made. */
export async function chatIds(): Promise<DurableObjectId[]> {
  return (await listed()).filter((id) => !earlier.has(id.toString()));
}

/** Before a file: the runtime goes on listing the chats of earlier files, though nothing is left of them. */
export async function noteChats(): Promise<void> {
  earlier = new Set((await listed()).map(String));
}

/** After a file: ends whatever its objects still do, and deletes what all bindings hold. */
export async function forgetChats(): Promise<void> {
  await reset();
}
