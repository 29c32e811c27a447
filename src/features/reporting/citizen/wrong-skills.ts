import { requests } from "../../../language/asks.ts";
import { PatternBook } from "../../../language/pattern-book.ts";
import type { Utterance } from "../../../language/utterance.ts";
import type { IncidentId } from "../../../reader/names/incident.ts";
import type { AskedAspect } from "../../../reader/names/labels.ts";
import { chanceOf } from "../../../reader/names/likely.ts";
import { readMessage } from "../../../reading/read-message.ts";
import type { FeatureResult, Skill, TurnContext } from "../../../turn/feature.ts";
import { adviceOf } from "../../incidents/incident-advice.ts";
import { adviceFor } from "../../incidents/incidents-feature.ts";
import { findDetails } from "../dialogue/details.ts";
import { saysWrong } from "../dialogue/leftover.ts";
import { readWhen } from "../dialogue/when.ts";
import { readWhere } from "../dialogue/where.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { gatheredLately } from "./citizen-session.ts";
import { asksSurely, does, isAsked } from "./draft-questions.ts";
import { toldLately } from "./gather.ts";
import { withSecrecy } from "./own-answers.ts";
import { asksWhetherSent, fears, readReporterAsk } from "./reporter-asks.ts";
import { tellOn } from "./tell-on.ts";
import { doWithTold } from "./told.ts";
import { NO_MORE_TOLD, NOT_SENT, withOffer } from "./told-wording.ts";

/** What the policy can do with a wrong that was told. */
export type WrongSkills = Readonly<Record<"wrongAdd" | "wrongAsk" | "wrongReport" | "wrongDrop", Skill>>;

/** With these words a refusal means the offer; a bare "không" may have answered what we asked. */
const DECLINES = new PatternBook([
  "thôi (/thì/à/ạ/em/tôi) (không/khỏi/đừng/chả/chẳng/để/kệ)",
  "khỏi",
  "(không/chưa/chẳng) (cần/muốn) (/báo)",
  "không (báo/gửi)",
  "(bỏ/xoá/huỷ)",
]);

/** "Thôi" begins a refusal; behind other words it says "only": "báo vậy thôi". */
const declines = (utterance: Utterance): boolean => DECLINES.has(utterance) || utterance.folded[0] === "thoi";

/**
 * Words that belong to what is told, whatever the reader takes them for: surely no question, and nothing to refuse. What is put
 * right is told, though a question stands beside it; a place, a time, an account or a plate is, though it looks like something to
 * look up, or like mere talk.
 */
const isStatement = (context: TurnContext): boolean => {
  const { utterance, reading, now } = context;
  if (saysWrong(utterance.clean)) return true;
  if (asksSurely(context)) return false;
  if (reading.boundary === null && !does(context, "chat")) return true;
  const holds =
    Object.keys(findDetails(utterance.clean)).length > 0 ||
    readWhen(utterance.clean, now) !== null ||
    readWhere(utterance.clean) !== null;
  return holds && !requests(utterance);
};

/** Whoever waits, hasn't refused: nothing is deleted. */
const WAITS = new PatternBook([
  "(khoan/từ từ/chờ/đợi/để sau/lát/tí nữa)",
  "(chưa/đừng) (/vội) (gửi/báo/nộp)",
  "để (mai/hôm khác/lúc khác/bữa khác/dịp khác/chốc nữa/lát nữa)",
  "để (/cho) (em/tôi/mình/cháu/bác/con) (nghĩ/suy nghĩ/tính/xem) (/lại/đã/thêm)",
]);

/** A bare "không", with whom it is said to. */
const BARE = 2;

/** More words ask about a thing of their own. */
const LITTLE = 8;
const WHAT_TO_DO: ReadonlySet<AskedAspect> = new Set(["how", "whom"]);

const asksOfReport = ({ utterance }: TurnContext): boolean =>
  utterance.words.length <= LITTLE && readReporterAsk(utterance) !== null;

/** "giờ em phải làm gì ạ": the question is about what was told. */
const asksWhatToDo = ({ utterance, reading: { learned } }: TurnContext): boolean =>
  utterance.words.length <= LITTLE &&
  chanceOf(learned.acts, "ask", "aid") > MOSTLY &&
  WHAT_TO_DO.has(learned.aspects[0]?.is ?? "what");
const MOSTLY = 0.5;

/** The advice on what was told, once more. */
async function adviseAgain(
  reporting: ReportingServices,
  context: TurnContext,
): Promise<FeatureResult | null> {
  const draft = await toldLately(reporting, context);
  if (draft === null || draft.category === "other") return null;
  const told = { draft, before: draft, notes: [], parked: null };
  const story = draft.what === undefined ? undefined : readMessage(draft.what);
  return { replies: [withOffer(adviceFor(draft.category as IncidentId, true, story), told)] };
}

/** The policy's moves on what was told without a command. */
export function wrongSkills(reporting: ReportingServices): WrongSkills {
  const add: Skill = async (context) => {
    const { inbound, session, now, reading } = context;
    if (inbound.content.kind !== "text" || !gatheredLately(session, now)) return null;
    // Its advice names the right door, and nothing of it is kept.
    if (reading.incident !== null && adviceOf(reading.incident).ownWay === true) return null;
    return tellOn(reporting, context, { kind: "text", text: inbound.content.text });
  };
  return {
    // Whoever is afraid asks in the middle of the story: "có hỏi tên bà không, bà sợ lắm".
    // What may be asked besides is answered first; it joins all the same (`aside`).
    wrongAdd: (context) => (asksOfReport(context) || isAsked(context) ? null : add(context)),
    wrongAsk: (context) => {
      if (asksWhetherSent(context.utterance)) return { replies: [NO_MORE_TOLD] };
      if (asksWhatToDo(context)) return adviseAgain(reporting, context);
      return isStatement(context) ? add(context) : null;
    },
    wrongReport: (context) => doWithTold(reporting, context, "send"),
    wrongDrop: async (context) => {
      const { utterance, reading } = context;
      // "Mẹ chưa chuyển tiền" tells; it refuses nothing.
      const isTold = reading.learned.acts[0]?.is === "no" && utterance.words.length > BARE;
      if (isTold && !declines(utterance) && !WAITS.has(utterance)) return add(context);
      if (utterance.words.length <= BARE && !declines(utterance)) return { replies: [NO_MORE_TOLD] };
      if (fears(utterance)) return { replies: [withSecrecy(NOT_SENT)] };
      // "Em sợ lắm" may be read as giving up: only plain words delete, and the answer has the button for it.
      return declines(utterance) && !WAITS.has(utterance)
        ? doWithTold(reporting, context, "drop")
        : { replies: [NOT_SENT] };
    },
  };
}
