import { createServer } from "node:http";

/** Serves a Fetch handler on Node: what a framework's Node adapter does, and no more. Says "ready" when it listens. */
export function serveFetch(port: number, handle: (request: Request) => Response | Promise<Response>): void {
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", async () => {
      const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [
        name,
        String(value),
      ]);
      const url = `http://127.0.0.1:${port}${incoming.url}`;
      const response = await handle(
        new Request(url, { method: "POST", headers, body: Buffer.concat(chunks) }),
      );
      outgoing.writeHead(response.status).end(await response.text());
    });
  });
  server.keepAliveTimeout = 60_000;
  server.listen(port, "127.0.0.1", () => console.log("ready"));
}
