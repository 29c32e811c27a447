import { once } from "node:events";
import { createServer } from "node:net";

/**
 * Checks that a port is free, before anything else is touched.
 * @throws the system's error (EADDRINUSE, EACCES …) where it isn't
 */
export async function checkPort(port: number, host = "127.0.0.1"): Promise<void> {
  const server = createServer();
  server.listen(port, host);
  await once(server, "listening");
  server.close();
  await once(server, "close");
}
