import type { TurnContext } from "../../../turn/feature.ts";
import { correct } from "../dialogue/correct.ts";
import { describeWhen } from "../dialogue/describe-when.ts";
import { EMPTY_DRAFT } from "../dialogue/draft.ts";
import { messageKey } from "../message-key.ts";
import type { Occurrence, Place, ReportContent } from "../report.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { aboutOf } from "./draft-questions.ts";
import { maySee, rightToDuty } from "./to-duty.ts";

/** What of a sent report its reporter put right: where, when, or both. */
export interface Right {
  readonly where?: Place;
  readonly when?: Occurrence;
}

/**
 * Puts place and time of a sent report right, as in a draft: its card shows the new ones, its history what stood there. What
 * may point to the reporter, and what isn't plain, stays with the words, which handlers read anyway.
 * @returns what now stands on the card, as one says it; empty where nothing was changed
 */
export async function putRight(
  { book, carry }: ReportingServices,
  context: TurnContext,
  code: string,
): Promise<readonly string[]> {
  const { inbound, now } = context;
  const report = await book.get(code);
  if (report === null || inbound.content.kind !== "text") return [];
  const right = rightIn(context, report.content, inbound.content.text);
  if (right.where === undefined && right.when === undefined) return [];
  const { channel, chat } = inbound;
  const message = { code, reporter: { channel, chat }, at: now, key: `right:${messageKey(inbound)}` };
  if ((await rightToDuty(book, right, message)).kind !== "set") return [];
  await carry();
  const { where, when } = right;
  return [
    ...(where?.words === undefined ? [] : [`nơi: ${where.words}`]),
    ...(when === undefined ? [] : [`lúc: ${describeWhen(when)}`]),
  ];
}

function rightIn(context: TurnContext, { what, where, when }: ReportContent, said: string): Right {
  const before = {
    ...EMPTY_DRAFT,
    what,
    ...(where !== undefined && { where }),
    ...(when !== undefined && { when }),
  };
  const change = correct(before, said, context.now, aboutOf(context));
  if (change.kind !== "done") return {};
  const { draft } = change.progress;
  const isOther = (one: object | undefined, other: object | undefined): boolean =>
    one !== undefined && JSON.stringify(one) !== JSON.stringify(other);
  return {
    ...(isOther(draft.where, where) &&
      draft.where?.words !== undefined &&
      maySee(draft.where.words) && { where: draft.where as Place }),
    ...(isOther(draft.when, when) &&
      draft.when !== undefined &&
      maySee(draft.when.words) && { when: draft.when as Occurrence }),
  };
}
