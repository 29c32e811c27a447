import type { z } from "zod";
import { type Listening, listen } from "../web.ts";
import { parseJson } from "./body.ts";
import { type Fault, FaultQueue, type FaultScope, type FaultWording, play } from "./faults.ts";
import { Refused, StandInCollection } from "./qdrant-collection.ts";
import {
  ChangeAliases,
  CountPoints,
  CreateCollection,
  CreateFieldIndex,
  QueryPoints,
  RetrievePoints,
  UpsertPoints,
} from "./qdrant-requests.ts";
import { Recorder } from "./recorder.ts";

export interface QdrantCall {
  readonly method: string;
  /** With the collection's name as `{name}`, e.g. "PUT /collections/{name}/points". */
  readonly endpoint: string;
  readonly body: unknown;
}

/** Query parameters that the calls may carry. */
const PARAMETERS: ReadonlySet<string> = new Set(["wait", "timeout", "ordering", "consistency"]);

const wording: FaultWording = {
  rateLimited: (retryAfter) =>
    Response.json(
      { status: { error: "Too many requests" }, time: 0 },
      { status: 429, headers: { "retry-after": String(retryAfter) } },
    ),
  error: (code, message) => refusal(code, message ?? "stand-in told to fail"),
};

type Work = (name: string, body: unknown) => unknown;

/**
 * A Qdrant server's REST interface, as far as this project calls it, over real HTTP. It refuses each request without
 * the published shape and really searches; it can't show how the real one is tuned.
 */
export class QdrantStandIn {
  readonly calls = new Recorder<QdrantCall>();
  readonly collections = new Map<string, StandInCollection>();
  readonly aliases = new Map<string, string>();
  readonly #apiKey: string | undefined;
  readonly #faults = new FaultQueue();
  #listening: Listening | undefined;

  constructor({ apiKey }: { apiKey?: string } = {}) {
    this.#apiKey = apiKey;
  }

  static async listen(options: { apiKey?: string; port?: number } = {}): Promise<QdrantStandIn> {
    const standIn = new QdrantStandIn(options);
    standIn.#listening = await listen((request) => standIn.handle(request), options.port);
    return standIn;
  }

  get url(): string {
    if (this.#listening === undefined) throw new Error("this stand-in has no port of its own");
    return this.#listening.url;
  }

  /** `scope.on` is the end of an endpoint, e.g. "/points/query". */
  fail(fault: Fault, scope?: FaultScope): void {
    this.#faults.push(fault, scope);
  }

  recover(): void {
    this.#faults.clear();
  }

  async close(): Promise<void> {
    await this.#listening?.close();
  }

  async handle(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const text = await request.text();
    if (this.#apiKey !== undefined && request.headers.get("api-key") !== this.#apiKey)
      return new Response("Must provide an API key or an Authorization bearer token", { status: 401 });
    const { endpoint, name } = endpointOf(request.method, pathname);
    const work = this.#work.get(endpoint);
    if (work === undefined) return new Response("", { status: 404 });
    const unknown = [...searchParams.keys()].find((parameter) => !PARAMETERS.has(parameter));
    if (unknown !== undefined) return refusal(400, `Unknown query parameter ${unknown}`);
    const body = text === "" ? undefined : parseJson(text);
    this.calls.add({ method: request.method, endpoint, body });
    const answer = async () => this.#answer(() => work(name, body));
    const fault = this.#faults.take(endpoint);
    return fault === undefined ? answer() : play(fault, request.signal, wording, answer);
  }

  #answer(work: () => unknown): Response {
    try {
      return Response.json({ usage: null, time: 0.000_138, status: "ok", result: work() });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return refusal(error.status, error.message);
    }
  }

  readonly #work: ReadonlyMap<string, Work> = new Map<string, Work>([
    ["GET /collections", () => ({ collections: [...this.collections.keys()].map((name) => ({ name })) })],
    [
      "GET /aliases",
      () => ({
        aliases: [...this.aliases].map(([alias, collection]) => ({
          alias_name: alias,
          collection_name: collection,
        })),
      }),
    ],
    ["POST /collections/aliases", (_, body) => this.#changeAliases(read(ChangeAliases, body))],
    ["PUT /collections/{name}", (name, body) => this.#create(name, read(CreateCollection, body))],
    ["DELETE /collections/{name}", (name) => this.#remove(name)],
    [
      "PUT /collections/{name}/index",
      (name, body) => {
        this.#named(name).indexed.add(read(CreateFieldIndex, body).field_name);
        return completed();
      },
    ],
    [
      "PUT /collections/{name}/points",
      (name, body) => {
        this.#named(name).upsert(read(UpsertPoints, body));
        return completed();
      },
    ],
    [
      "POST /collections/{name}/points",
      (name, body) => this.#named(name).retrieve(read(RetrievePoints, body)),
    ],
    [
      "POST /collections/{name}/points/count",
      (name, body) => ({ count: this.#named(name).count(read(CountPoints, body).filter) }),
    ],
    [
      "POST /collections/{name}/points/query",
      (name, body) => ({ points: this.#named(name).query(read(QueryPoints, body)) }),
    ],
  ]);

  #create(name: string, config: CreateCollection): true {
    if (this.collections.has(name) || this.aliases.has(name))
      throw new Refused(409, `Wrong input: Collection \`${name}\` already exists!`);
    this.collections.set(name, new StandInCollection(config));
    return true;
  }

  #remove(name: string): boolean {
    for (const [alias, collection] of this.aliases) if (collection === name) this.aliases.delete(alias);
    return this.collections.delete(name);
  }

  #changeAliases({ actions }: ChangeAliases): true {
    for (const action of actions) {
      if ("delete_alias" in action) {
        if (!this.aliases.delete(action.delete_alias.alias_name))
          throw new Refused(404, `Not found: Alias ${action.delete_alias.alias_name} does not exists!`);
        continue;
      }
      const { alias_name: alias, collection_name: collection } = action.create_alias;
      if (this.collections.has(alias))
        throw new Refused(409, `Wrong input: Collection \`${alias}\` already exists!`);
      if (!this.collections.has(collection)) throw missing(collection);
      this.aliases.set(alias, collection);
    }
    return true;
  }

  #named(name: string): StandInCollection {
    const collection = this.collections.get(this.aliases.get(name) ?? name);
    if (collection === undefined) throw missing(name);
    return collection;
  }
}

function endpointOf(method: string, pathname: string): { endpoint: string; name: string } {
  if (pathname === "/collections/aliases") return { endpoint: `${method} ${pathname}`, name: "" };
  const name = /^\/collections\/([^/]+)/u.exec(pathname)?.[1] ?? "";
  const path = pathname.replace(/^(\/collections)\/[^/]+/u, "$1/{name}");
  return { endpoint: `${method} ${path}`, name: decodeURIComponent(name) };
}

function read<T>(shape: z.ZodType<T>, body: unknown): T {
  const parsed = shape.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refused(400, `Format error in JSON body: ${issue?.path.join(".")}: ${issue?.message}`);
}

const missing = (name: string) => new Refused(404, `Not found: Collection \`${name}\` doesn't exist!`);

const completed = () => ({ operation_id: 1, status: "completed" });

function refusal(status: number, error: string): Response {
  return Response.json({ status: { error }, time: 0 }, { status });
}
