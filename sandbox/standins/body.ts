import { readMultipart } from "./multipart.ts";

export type Fields = Readonly<Record<string, unknown>>;

/** The parameters of a call, sent as JSON, form, multipart (files stay `File`) or query. */
export async function readFields(request: Request): Promise<Fields> {
  const type = request.headers.get("content-type") ?? "";
  const query = Object.fromEntries(new URL(request.url).searchParams);
  if (request.method === "GET" || request.body === null) return query;
  if (type.includes("json")) return { ...query, ...asFields(parseJson(await request.text())) };
  if (type.startsWith("multipart/")) {
    return { ...query, ...readMultipart(Buffer.from(await request.arrayBuffer()), type) };
  }
  if (type.includes("urlencoded"))
    return { ...query, ...Object.fromEntries(new URLSearchParams(await request.text())) };
  return query;
}

/** `undefined` where the text isn't JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export function asFields(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}
