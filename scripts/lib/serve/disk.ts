import { statfs } from "node:fs/promises";
import { Response } from "miniflare";

/** The share of the disk under a folder that this account may still fill, for the Worker's binding DISK. */
export async function diskReport(folder: string): Promise<Response> {
  const { bavail, blocks } = await statfs(folder);
  return Response.json({ freeShare: blocks === 0 ? 1 : bavail / blocks });
}
