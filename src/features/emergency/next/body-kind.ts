import type { DangerKind } from "../../../reader/names/danger.ts";
import type { MessageReading } from "../../../reading/read-message.ts";

/** Less sure than this, the steps would be those of another harm: an old woman who is blue with cold isn't choking. */
const SURE = 0.8;

/**
 * The harm to the body that a message tells of within an open danger: the one that it is read as, or harm in general.
 * @param kind as the message was read, of the group "body"
 */
export const bodyKind = (
  { learned: { kinds } }: Pick<MessageReading, "learned">,
  kind: DangerKind,
): DangerKind => ((kinds.find(({ is }) => is === kind)?.p ?? 0) >= SURE ? kind : "medical");
