import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { PROVINCE } from "../src/language/province.ts";

const PAGE = new URL("./page/", import.meta.url);
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Nothing from other hosts, nothing inline: what a bot sends can't run even where the sanitiser fails. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob: http://127.0.0.1:* http://localhost:*",
  "media-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The province's name on the page: "tỉnh …". */
const HOME = `${PROVINCE.kind} ${PROVINCE.name}`;

/** A file of `sandbox/page/`; only plain names, so that no path leaves the folder. */
export async function pageFile(path: string): Promise<Response> {
  const name = path === "/" ? "index.html" : path.slice(1);
  const type = TYPES[extname(name)];
  if (type === undefined || !/^[a-z-]+\.[a-z]+$/.test(name)) return missing();
  try {
    const bytes = await readFile(new URL(name, PAGE));
    return new Response(
      type.startsWith("text/html") ? bytes.toString().replaceAll("{{province}}", HOME) : bytes,
      {
        headers: {
          "content-type": type,
          "content-security-policy": POLICY,
          "x-content-type-options": "nosniff",
          "referrer-policy": "no-referrer",
          "cache-control": "no-store",
        },
      },
    );
  } catch {
    return missing();
  }
}

const missing = (): Response => new Response("Không có trang này.", { status: 404 });
