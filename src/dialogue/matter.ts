import { liveThread } from "../features/answering/knowledge-thread.ts";
import { openDanger } from "../features/emergency/open-danger.ts";
import { FIGURE_THREAD, fresh } from "../features/figures/figure-thread.ts";
import {
  askedLately,
  filedLately,
  gatheredLately,
  REPORT,
} from "../features/reporting/citizen/citizen-session.ts";
import { namedCase, namesCase } from "../features/reporting/citizen/which-case.ts";
import { hasQuestion } from "../language/asks.ts";
import { readUtterance } from "../language/utterance.ts";
import type { Inbound } from "../messaging/inbound.ts";
import type { Matter } from "../reader/names/labels.ts";
import type { TurnContext } from "../turn/feature.ts";
import type { Session } from "../turn/session.ts";

/**
 * What is open in a chat: one matter, the most urgent first. A danger parks a draft, which is open again when the danger has
 * ended; a draft parks all else.
 */
export function matterOf({
  inbound,
  about,
  session,
  now,
  asked,
}: Pick<TurnContext, "session" | "now" | "about" | "asked"> & Partial<Pick<TurnContext, "inbound">>): Matter {
  const danger = openDanger(session, now);
  const named = inbound !== undefined && namesCase({ inbound, about });
  // Whoever names a report speaks of it, whatever else is open; a handler's question is answered as one.
  const isAsked = askedLately(session, asked, now) !== undefined;
  if (named && namedCase({ inbound, about }) !== (danger?.code ?? (isAsked ? asked?.code : undefined)))
    return "filed";
  if (danger !== undefined) return "danger";
  // Where a handler asks, the person's words are pieces of an answer, as in a draft.
  if (REPORT.of(session) !== undefined || isAsked) return "draft";
  if (gatheredLately(session, now)) return "incident";
  if (filedLately(session, now) !== undefined) return "filed";
  return liveThread(session, now) !== null || asksOn(session, now, inbound) ? "question" : "none";
}

/** So few words that ask mean nothing without the figure that was asked before: "chết mấy người". All else is read for itself. */
const FEW_WORDS = 3;

const asksOn = (session: Session, now: number, inbound: Inbound | undefined): boolean =>
  inbound?.content.kind === "text" &&
  inbound.content.text.trim().split(/\s+/u).length <= FEW_WORDS &&
  fresh(FIGURE_THREAD.of(session), now) !== undefined &&
  hasQuestion(readUtterance(inbound.content.text));
