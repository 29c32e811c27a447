import { may } from "../../../officials/roles.ts";
import type { ReportingServices } from "../../reporting-services.ts";

/**
 * Who has the case and may still handle reports at this moment: whoever was revoked hears nothing more of it.
 * @returns a Telegram id; null where nobody has it, or may no longer
 */
export async function ownerNow(
  {
    book,
    officials,
  }: {
    readonly book: Pick<ReportingServices["book"], "ownerOf">;
    readonly officials: Pick<ReportingServices["officials"], "roleOf">;
  },
  code: string,
): Promise<string | null> {
  const owner = await book.ownerOf(code);
  if (owner === null) return null;
  return may(await officials.roleOf({ channel: "telegram", sender: owner }), "handle_reports") ? owner : null;
}
