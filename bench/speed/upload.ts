/** What Cloudflare would be sent, in kilobytes (1,024 bytes). */
export interface Upload {
  readonly whole: number;
  readonly gzip: number;
}

const UPLOAD = /Total Upload: ([\d.]+) KiB \/ gzip: ([\d.]+) KiB/u;
const ACTIVE = /Active: ([\d.]+) ms/u;

/**
 * Reads what `wrangler deploy --dry-run` says.
 * @throws Error where it says no size
 */
export function readUpload(words: string): Upload {
  const [, whole, gzip] = UPLOAD.exec(words) ?? [];
  if (whole === undefined || gzip === undefined) throw new Error(`no size in: ${words}`);
  return { whole: Number(whole), gzip: Number(gzip) };
}

/** Milliseconds at work in the profile of `wrangler check startup`; null where it names none. */
export function readActiveTime(words: string): number | null {
  const [, active] = ACTIVE.exec(words) ?? [];
  return active === undefined ? null : Number(active);
}
