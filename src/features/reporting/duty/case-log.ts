import type { TurnContext } from "../../../turn/feature.ts";
import { names } from "../book/book-context.ts";
import { messageKey } from "../message-key.ts";
import type { ReportingServices } from "../reporting-services.ts";

/**
 * Writes into the audit what a handler did with a case besides its history: read it, opened a file, asked its
 * reporter who they are.
 * Written before the deed: what couldn't be logged isn't done.
 */
export async function noteCaseAct(
  { ring, log }: Pick<ReportingServices, "ring" | "log">,
  { inbound, now }: TurnContext,
  action: "case_read" | "file_opened" | "personal_question",
  code: string,
  actor = inbound.sender,
): Promise<void> {
  const act = await ring.lookupHash(names.act(messageKey(inbound)));
  const whose = actor === inbound.sender ? "" : ":author";
  await log({ key: `${action}:${act}${whose}`, at: now, actor, action, subject: code });
}
