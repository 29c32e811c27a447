import { Agent, request } from "node:http";
import { type Load, type Payload, payload } from "./payloads.ts";

/** node bench/speed/load.ts LOAD: the client, a process of its own. Its last line is JSON, see `Loaded`. */
const load = JSON.parse(process.argv[2] ?? "") as Load;
const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
const payloads = Array.from({ length: load.messages }, (_, i) => payload(load, i));
const times: number[] = [];
let refused = 0;
let next = 0;

const send = ({ headers, body }: Payload): Promise<void> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const call = request(
      {
        host: "127.0.0.1",
        port: load.port,
        path: load.path,
        method: "POST",
        agent,
        headers: { ...headers, "content-length": Buffer.byteLength(body) },
      },
      (response) => {
        response.resume();
        response.on("end", () => {
          times.push(performance.now() - started);
          if (response.statusCode !== 200) refused++;
          resolve();
        });
      },
    );
    call.on("error", reject);
    call.end(body);
  });

const started = performance.now();
await Promise.all(
  Array.from({ length: load.connections }, async () => {
    for (let at = next++; at < payloads.length; at = next++) await send(payloads[at] as Payload);
  }),
);
const seconds = (performance.now() - started) / 1000;
times.sort((a, b) => a - b);
const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
console.log(JSON.stringify({ perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), refused }));
agent.destroy();
