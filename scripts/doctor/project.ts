import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../../src/config.ts";
import { isLoopback } from "../../src/platform/strength.ts";
import { ROOT } from "../lib/root.ts";
import { UNSEALED } from "../lib/unsealed.ts";
import { type Finding, note, ok } from "./finding.ts";

/** The value in wrangler.toml until `wrangler d1 create` prints the real one. */
const PLACEHOLDER = /00000000-0000-0000-0000-00000000000\d/u;
/** Rules of Vietnamese platforms and law about storage places; see docs/own-server.md. */
const ABROAD = "đọc mục “What leaves Vietnam” trong docs/deploy.md";

/** Checks that need no network. */
export function checkProject({ reports, telegram, zalo, model }: Config): Finding[] {
  const findings: Finding[] = [
    telegram === undefined ? note("Kênh Telegram tắt.") : ok("Đủ cài đặt cho Telegram."),
    zalo === undefined ? note("Kênh Zalo tắt.") : ok("Đủ cài đặt cho Zalo."),
    reports === undefined
      ? note(UNSEALED, "tạo khoá rồi đặt, xem docs/deploy.md")
      : ok("Có khoá mã hoá tin báo: nhớ giữ một bản ở két."),
  ];
  if (model !== undefined && !isLoopback(model.baseUrl))
    findings.push(note("Câu hỏi (đã che) được gửi tới một mô hình ngôn ngữ bên ngoài.", ABROAD));
  const wrangler = join(ROOT, "wrangler.toml");
  if (existsSync(wrangler) && PLACEHOLDER.test(readFileSync(wrangler, "utf8")))
    findings.push(
      note(
        "wrangler.toml còn mã cơ sở dữ liệu tạm.",
        "chỉ khi lên Cloudflare: wrangler d1 create, rồi chép mã vào",
      ),
    );
  return findings;
}
