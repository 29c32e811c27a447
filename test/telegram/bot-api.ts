import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { readMultipart } from "../../sandbox/standins/multipart.ts";

/** How the stand-in treats one call. */
export type Answer =
  | { readonly kind: "json"; readonly status: number; readonly body: unknown }
  | { readonly kind: "html"; readonly status: number }
  /** Takes the call and never answers. */
  | { readonly kind: "hang" }
  /** Drops the connection. */
  | { readonly kind: "reset" };

export interface Call {
  readonly token: string;
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A server on loopback that speaks the Bot API's wire format: scripted answers, every call kept. */
export interface BotApi {
  readonly root: string;
  readonly calls: readonly Call[];
  /** The next calls' answers, in order; after them every call succeeds. */
  script(...answers: readonly Answer[]): void;
  close(): Promise<void>;
}

export const success = (result: unknown = { message_id: 4021, date: 1, chat: { id: 7 } }): Answer => ({
  kind: "json",
  status: 200,
  body: { ok: true, result },
});

/** A refusal as Telegram words it. */
export const refusal = (code: number, description: string, parameters?: object): Answer => ({
  kind: "json",
  status: code,
  body: { ok: false, error_code: code, description, ...(parameters !== undefined && { parameters }) },
});

export async function startBotApi(): Promise<BotApi> {
  const calls: Call[] = [];
  const scripted: Answer[] = [];
  const server = createServer((request, response) => {
    void read(request).then((call) => {
      calls.push(call);
      reply(scripted.shift() ?? success(), response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    script: (...answers) => void scripted.push(...answers),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const [, token = "", method = ""] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? "") ?? [];
  const bytes = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  return {
    token,
    method,
    body: type.startsWith("multipart/") ? readForm(bytes, type) : readJson(bytes),
  };
}

function readJson(bytes: Buffer): Record<string, unknown> {
  return bytes.length === 0 ? {} : (JSON.parse(bytes.toString("utf8")) as Record<string, unknown>);
}

/** Fields as they are, a file as its name. */
function readForm(bytes: Buffer, type: string): Record<string, unknown> {
  const named = Object.entries(readMultipart(bytes, type) ?? {}).map(([name, value]) => [
    name,
    value instanceof File ? value.name : value,
  ]);
  const fields: Record<string, unknown> = Object.fromEntries(named);
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const attached = /^attach:\/\/(.+)$/.exec(String(value))?.[1];
      return [name, attached === undefined ? value : fields[attached]];
    }),
  );
}

function reply(answer: Answer, response: ServerResponse): void {
  switch (answer.kind) {
    case "json":
      response.writeHead(answer.status, { "content-type": "application/json" });
      response.end(JSON.stringify(answer.body));
      return;
    case "html":
      response.writeHead(answer.status, { "content-type": "text/html" });
      response.end("<html><body>Bad Gateway</body></html>");
      return;
    case "reset":
      response.socket?.resetAndDestroy();
      return;
    case "hang":
  }
}
