import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { wantsBack } from "../dialogue/besides.ts";
import { NOTHING_KEPT, NOTHING_TO_CANCEL, NOTHING_TO_SEND } from "../dialogue/dialogue-wording.ts";
import type { Intent } from "../dialogue/intents.ts";
import { filedLately, GATHERED, PARKED, UNSENT } from "./citizen-session.ts";
import { alreadySent } from "./citizen-wording.ts";

/** A longer message tells something. */
const LONGEST = 20;

/** "Gửi", "huỷ", "lấy lại cái vừa nãy" where nothing is being written: what became of it; null where it means something else. */
export function nothingOpen(
  { session, now, utterance }: TurnContext,
  intent: Intent | null,
): FeatureResult | null {
  if ((GATHERED.of(session) ?? PARKED.of(session) ?? UNSENT.of(session)) !== undefined) return null;
  const code = filedLately(session, now);
  const isShort = utterance.clean.length < LONGEST;
  if (intent === "send" && isShort)
    return { replies: [code === undefined ? NOTHING_TO_SEND : alreadySent(code)] };
  // After a code these are wishes about the report that was sent.
  if (code !== undefined) return null;
  if (intent === "cancel" && isShort) return { replies: [NOTHING_TO_CANCEL] };
  return wantsBack(utterance) ? { replies: [NOTHING_KEPT] } : null;
}
