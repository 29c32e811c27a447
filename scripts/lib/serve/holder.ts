import { request } from "node:http";

/**
 * One request that the runtime answers in small pieces without end. At SIGTERM the runtime closes its ports, finishes
 * the requests it has, and ends: as long as this one is held it goes on, and with it the turns under way.
 */
export interface Hold {
  release(): void;
}

/** The Worker that takes the request. */
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
      // The runtime died: there is nothing left to hold.
      response.on("error", () => {});
      resolve({ release: () => held.destroy() });
    });
    held.on("error", reject);
    held.end();
  });
}
