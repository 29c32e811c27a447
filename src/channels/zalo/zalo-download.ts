import { AppError } from "../../platform/errors.ts";
import { fetchFile } from "../fetch-file.ts";

/** Zalo's file servers, from real events; any other address was made up. */
const MEDIA_HOSTS = [".zdn.vn", ".zadn.vn", ".zalo.me", ".zaloapp.com"];

/**
 * Fetches a file that a person sent, by the address in the event: at once, as the addresses expire.
 * Only Zalo's own hosts and the configured API root are asked, over https, and no redirect is followed.
 * @throws AppError "not_allowed", "too_large" or "not_fetched"
 */
export async function downloadZaloFile(
  { apiRoot, timeoutMs }: { readonly apiRoot: string; readonly timeoutMs: number },
  address: string,
  into: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const url = allowed(address, new URL(apiRoot));
  if (url === null) throw new AppError("not_allowed", "not an address of Zalo's");
  return fetchFile(url, timeoutMs, into);
}

/** The address to ask, upgraded to https; null where it isn't one of Zalo's. */
export function allowed(address: string, apiRoot: URL): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username !== "" || url.password !== "") return null;
  if (url.origin === apiRoot.origin) return url;
  const isOurs = MEDIA_HOSTS.some((host) => url.hostname.endsWith(host));
  if (!isOurs || url.port !== "" || !/^https?:$/.test(url.protocol)) return null;
  url.protocol = "https:";
  return url;
}
