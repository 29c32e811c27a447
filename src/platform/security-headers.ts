import type { MiddlewareHandler } from "hono";

/**
 * What every answer carries. Nothing here is a page, unless its route says otherwise with headers of its own. The values
 * are those of Hono's `secureHeaders`, as data: setting twelve of them one by one on each acknowledgement of a webhook
 * cost a tenth of it (docs/speed.md). A test compares the two.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "origin-agent-cluster": "?1",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=15552000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "x-dns-prefetch-control": "off",
  "x-download-options": "noopen",
  "x-frame-options": "SAMEORIGIN",
  "x-permitted-cross-domain-policies": "none",
  "x-xss-protection": "0",
};

/** Made once: an answer copies it inside the runtime. */
const PLAIN = new Headers({ ...SECURITY_HEADERS, "content-type": "text/plain; charset=UTF-8" });

/** An answer in a word, with its headers made at once: what a webhook says. */
export const plainAnswer = (text: string, status = 200): Response =>
  new Response(text, { status, headers: PLAIN });

/** Adds what an answer lacks. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  if (headers.has("x-permitted-cross-domain-policies")) return;
  for (const [name, value] of Object.entries(SECURITY_HEADERS))
    if (!headers.has(name)) headers.set(name, value);
};
