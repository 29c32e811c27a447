import { readInto } from "../platform/bounded-body.ts";
import { AppError } from "../platform/errors.ts";

/**
 * Fetches a file from a messenger's server into memory that is there already. No redirect is followed.
 * @param timeoutMs for the whole file
 * @throws AppError "too_large" where `into` has no room for it, else "not_fetched"; neither quotes the address, which may
 * hold a token
 */
export async function fetchFile(
  address: string | URL,
  timeoutMs: number,
  into: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await get(address, timeoutMs);
  const bytes = await readInto(response, into).catch(() => {
    throw new AppError("not_fetched", "the file's bytes broke off");
  });
  if (bytes === null) throw new AppError("too_large", "the file is too large");
  return bytes;
}

async function get(address: string | URL, timeoutMs: number): Promise<Response> {
  try {
    const response = await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(timeoutMs) });
    if (response.ok) return response;
  } catch {
    // Falls through: the cause may quote the address.
  }
  throw new AppError("not_fetched", "the file wasn't given");
}
