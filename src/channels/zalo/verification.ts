import { Hono } from "hono";
import { html } from "hono/html";
import { SECURITY_HEADERS } from "../../platform/security-headers.ts";

const HEADERS = { ...SECURITY_HEADERS, "cache-control": "public, max-age=300" };

/**
 * Proof to Zalo that the domain is ours: a file named after the code and a tag on the home page.
 * Zalo checks them again and again, so they stay for as long as the app is registered.
 * @param code as Zalo's portal gives it: letters, digits, `_` and `-`
 */
export function verificationRoutes(code: string): Hono {
  const page = html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="zalo-platform-site-verification" content="${code}">
<title>Trợ lý 138</title>
</head>
<body>
<h1>Trợ lý 138</h1>
<p>Trợ lý ảo của phong trào Toàn dân bảo vệ an ninh Tổ quốc. Anh/chị nhắn tin cho Trợ lý trên Zalo.</p>
<p>Việc khẩn cấp: gọi 113 (Công an), 114 (cháy), 115 (cấp cứu).</p>
</body>
</html>
`;
  const app = new Hono();
  for (const path of ["/", `/zalo_verifier${code}.html`]) {
    app.get(path, (c) => c.html(page, 200, HEADERS));
  }
  return app;
}
