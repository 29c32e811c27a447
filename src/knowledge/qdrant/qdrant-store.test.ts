import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { QdrantStandIn } from "../../../sandbox/standins/qdrant.ts";
import { type Listening, listen } from "../../../sandbox/web.ts";
import { QdrantStore } from "./qdrant-store.ts";

const open: (Listening | QdrantStandIn)[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

describe("QdrantStore", () => {
  it("keeps the path of the address and sends the key", async () => {
    const seen: string[] = [];
    const server = await listen((request) => {
      seen.push(`${new URL(request.url).pathname} ${request.headers.get("api-key")}`);
      return Response.json({ result: { collections: [{ name: "a" }] }, status: "ok", time: 0 });
    });
    open.push(server);
    const store = new QdrantStore({ url: `${server.url}/qdrant/`, apiKey: "planted-key", timeoutMs: 60_000 });
    expect(await store.collections()).toEqual(["a"]);
    expect(seen).toEqual(["/qdrant/collections planted-key"]);
  });

  it("says that nothing listens", async () => {
    const server = await listen(() => new Response(null));
    await server.close();
    const store = new QdrantStore({ url: server.url, timeoutMs: 60_000 });
    await expect(store.collections()).rejects.toMatchObject({ code: "qdrant_unreachable" });
  });

  it("waits no longer than it was told", async () => {
    const qdrant = await QdrantStandIn.listen();
    open.push(qdrant);
    qdrant.fail({ kind: "hang" });
    const store = new QdrantStore({ url: qdrant.url, timeoutMs: 30 });
    await expect(store.collections()).rejects.toMatchObject({ code: "qdrant_timeout" });
  });
});

describe("the stand-in", () => {
  let qdrant: QdrantStandIn;
  beforeEach(async () => {
    qdrant = await QdrantStandIn.listen();
    open.push(qdrant);
    await send("PUT", "/collections/thu", {
      vectors: { dense: { size: 2, distance: "Cosine" } },
      sparse_vectors: { sparse: { modifier: "idf" } },
    });
  });

  async function send(
    method: string,
    path: string,
    body: unknown,
  ): Promise<{ status: number; text: string }> {
    const response = await fetch(`${qdrant.url}${path}`, {
      method,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  }

  const ID = "00000000-0000-5000-8000-000000000001";
  const point = (vector: object, id: unknown = ID) => ({ points: [{ id, vector, payload: {} }] });

  it.each([
    ["an id that is none", point({ dense: [1, 0] }, "khu-dan-cu"), 400],
    ["a negative place", point({ sparse: { indices: [-1], values: [1] } }), 400],
    ["a place twice", point({ sparse: { indices: [1, 1], values: [1, 1] } }), 400],
    ["uneven lists", point({ sparse: { indices: [1, 2], values: [1] } }), 400],
    ["no number", point({ dense: [null, 1] }), 400],
    ["another size", point({ dense: [1, 0, 0] }), 400],
    ["a vector nobody knows", point({ title: [1, 0] }), 400],
    ["a field nobody knows", { ...point({ dense: [1, 0] }), wait: true }, 400],
    ["nothing wrong", point({ dense: [1, 0], sparse: { indices: [1], values: [1] } }), 200],
  ])("takes points as Qdrant does: %s", async (_, body, status) => {
    expect((await send("PUT", "/collections/thu/points?wait=true", body)).status).toBe(status);
  });

  it("weighs rare places more, and fuses by ranks", async () => {
    const ids = [1, 2, 3];
    const points = [
      { id: 1, vector: { dense: [1, 0], sparse: { indices: [7], values: [1] } }, payload: { passage: "a" } },
      {
        id: 2,
        vector: { dense: [0, 1], sparse: { indices: [7, 8], values: [1, 1] } },
        payload: { passage: "b" },
      },
      {
        id: 3,
        vector: { dense: [-1, 0], sparse: { indices: [7], values: [1.2] } },
        payload: { passage: "c" },
      },
    ];
    await send("PUT", "/collections/thu/points", { points });
    const ask = async (prefetch: object[]) => {
      const { text } = await send("POST", "/collections/thu/points/query", {
        prefetch,
        query: { fusion: "rrf" },
        limit: ids.length,
      });
      return (JSON.parse(text) as { result: { points: { id: number }[] } }).result.points.map(({ id }) => id);
    };
    const words = { query: { indices: [7, 8], values: [1, 1] }, using: "sparse", limit: 3 };
    const meaning = { query: [1, 0.1], using: "dense", limit: 3 };
    expect(await ask([words])).toEqual([2, 3, 1]);
    expect(await ask([meaning])).toEqual([1, 2, 3]);
    expect((await ask([words, meaning]))[0]).toBe(2);
  });

  it("says no in Qdrant's way to what isn't there", async () => {
    expect(await send("POST", "/collections/khac/points/count", {})).toEqual({
      status: 404,
      text: expect.stringContaining("Not found: Collection `khac` doesn't exist!"),
    });
    expect((await send("PUT", "/collections/thu", {})).status).toBe(409);
  });
});
