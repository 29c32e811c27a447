import type { Fields } from "./body.ts";

/**
 * The parts of a multipart body. Our own reader, because grammY writes its headers without spaces and quotes, which
 * Telegram accepts and `Request.formData()` doesn't. Undefined where the body isn't multipart with this boundary.
 */
export function readMultipart(body: Buffer, contentType: string): Fields | undefined {
  const boundary = contentType.match(/boundary="?([^";]+)"?/)?.[1];
  if (boundary === undefined) return undefined;
  const mark = Buffer.from(`--${boundary}`);
  const fields: Record<string, unknown> = {};
  for (let at = body.indexOf(mark); at >= 0; ) {
    const next = body.indexOf(mark, at + mark.length);
    if (next < 0) return fields;
    const part = readPart(body.subarray(at + mark.length + 2, next - 2));
    if (part !== undefined) fields[part.name] = part.value;
    at = next;
  }
  return undefined;
}

function readPart(part: Buffer): { readonly name: string; readonly value: string | File } | undefined {
  const end = part.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const headers = part.subarray(0, end).toString("utf8");
  const disposition = headers.match(/^content-disposition:\s*form-data;(.*)$/im)?.[1] ?? "";
  const name = parameter(disposition, "name");
  if (name === undefined) return undefined;
  const content = part.subarray(end + 4);
  const filename = parameter(disposition, "filename");
  if (filename === undefined) return { name, value: content.toString("utf8") };
  const type = headers.match(/^content-type:\s*(.+)$/im)?.[1]?.trim() ?? "application/octet-stream";
  return { name, value: new File([Uint8Array.from(content)], filename, { type }) };
}

function parameter(disposition: string, name: string): string | undefined {
  const match = disposition.match(new RegExp(`(?:^|;)\\s*${name}=(?:"([^"]*)"|([^;]*))`, "i"));
  return match === null ? undefined : (match[1] ?? match[2])?.trim();
}
