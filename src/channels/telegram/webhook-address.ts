import { ConfigError } from "../../platform/errors.ts";

const PATH = "/webhooks/telegram";
/** The ports that Telegram delivers to; none stands for 443. */
const PORTS = new Set(["", "443", "80", "88", "8443"]);

/**
 * The webhook's full address from the Worker's.
 * @throws ConfigError where Telegram would not deliver to it
 */
export function webhookAddress(base: string | undefined): string {
  if (base === undefined || !URL.canParse(base)) throw new ConfigError("Cần --url https://… của Worker.");
  const url = new URL(base);
  if (url.protocol !== "https:") throw new ConfigError("--url phải bắt đầu bằng https://.");
  if (!PORTS.has(url.port)) throw new ConfigError("Telegram chỉ gửi tới cổng 443, 80, 88 hoặc 8443.");
  if (url.pathname !== "/" && url.pathname.replace(/\/$/, "") !== PATH)
    throw new ConfigError(`Đường dẫn của --url phải để trống hoặc là ${PATH}.`);
  return `${url.origin}${PATH}`;
}
