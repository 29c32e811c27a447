import type { MiddlewareHandler } from "hono";

/**
 * The headers of every answer. Nothing here is a page, unless its route sets other headers. The values are those of
 * Hono's `secureHeaders`, as data: setting twelve headers one by one took a tenth of the time of each webhook
 * acknowledgement (docs/speed.md). A test compares the two.
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

/** Made once; the runtime copies it for each answer. */
const PLAIN = new Headers({ ...SECURITY_HEADERS, "content-type": "text/plain; charset=UTF-8" });

/** A short text answer with its headers made at once, for webhooks. */
export const plainAnswer = (text: string, status = 200): Response =>
  new Response(text, { status, headers: PLAIN });

/** Adds the headers that an answer doesn't have. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  if (headers.has("x-permitted-cross-domain-policies")) return;
  for (const [name, value] of Object.entries(SECURITY_HEADERS))
    if (!headers.has(name)) headers.set(name, value);
};
