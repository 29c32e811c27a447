import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";

/** node bench/speed/peers/postgres.ts PORT FOLDER: Postgres in WebAssembly behind a socket, its files in the folder. */
const [port = "0", folder = ""] = process.argv.slice(2);
const db = await PGlite.create(folder);
const server = new PGLiteSocketServer({ db, port: Number(port), host: "127.0.0.1", maxConnections: 20 });
await server.start();
console.log("ready");
