import { request } from "node:http";

/**
 * A request that the runtime answers in small pieces without end. At SIGTERM the runtime closes its ports, finishes its
 * requests, and ends. While this request is open it can't end, so running turns can finish.
 */
export interface Hold {
  release(): void;
}

/** The Worker that answers the request. */
export const HOLDER_SCRIPT = `export default {
  async fetch() {
    const { readable, writable } = new TransformStream();
    const writer = writable.getWriter();
    const go = async () => {
      for (;;) {
        await writer.write(new Uint8Array([46]));
        await scheduler.wait(1000);
      }
    };
    go().catch(() => {});
    return new Response(readable);
  },
};`;

/** @param url where the holder listens; @returns once the runtime has the request */
export function hold(url: URL): Promise<Hold> {
  return new Promise((resolve, reject) => {
    const held = request(url, (response) => {
      response.resume();
      // The runtime died: the request is over too.
      response.on("error", () => {});
      resolve({ release: () => held.destroy() });
    });
    held.on("error", reject);
    held.end();
  });
}
