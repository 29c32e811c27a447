import { matterOf } from "../dialogue/matter.ts";
import { spokenOf } from "../features/reporting/citizen/citizen-session.ts";
import { toldAge } from "../language/told-age.ts";
import { addressAt, addressed } from "../messaging/address.ts";
import type { Inbound } from "../messaging/inbound.ts";
import type { Reply } from "../messaging/reply.ts";
import { wordsOf } from "../messaging/words.ts";
import { CHOSEN, readInbound, readMessage } from "../reading/read-message.ts";
import type { Feature, FeatureResult, TurnContext } from "../turn/feature.ts";
import { ADDRESS, CHOICES, merged, type Session } from "../turn/session.ts";

/** The result of one message. */
export interface Turn {
  readonly outcome: "answered" | "ignored";
  readonly replies: readonly Reply[];
  readonly events: readonly string[];
  readonly session: Session;
  /** See `FeatureResult`. */
  readonly erases?: FeatureResult["erases"];
}

/** What the chat knows besides the message and the session; see `TurnContext`. */
export type Circumstances = Partial<
  Pick<TurnContext, "about" | "asked" | "ended" | "searching" | "isOvertaken">
>;

/** Takes one message at a time. Made by `createAssistant`. */
export type TakeTurn = (inbound: Inbound, session: Session, circumstances?: Circumstances) => Promise<Turn>;

/**
 * Takes one message through the features in order; the first that answers ends the turn. Knows no messenger.
 * @param features in the order in which they are asked; the last one takes every message
 */
export async function takeTurn(
  inbound: Inbound,
  before: Session,
  features: readonly Feature[],
  now: number,
  circumstances: Circumstances = {},
): Promise<Turn> {
  const session = spokenOf(before, circumstances.ended);
  const said = spokenText(inbound, session);
  // The words of a button that we offered: some messengers send them as if they were typed.
  const isChosen = CHOICES.of(session)?.includes(said) === true;
  const matter = matterOf({ ...circumstances, inbound, session, now });
  const reading = isChosen ? readMessage(said, CHOSEN) : readInbound(inbound, said, matter);
  const context = { ...circumstances, inbound, reading, matter, utterance: reading.utterance, now };
  let current = merged(session, toldAddress(context));
  for (const feature of features) {
    const result = await feature.take({ ...context, session: current });
    if (result?.goesOn === true) current = merged(current, result.session);
    else if (result !== null) return finish(result, current);
  }
  throw new Error("the last feature answers everything");
}

/** The person's words: a typed number stands for the choice that was offered under it. */
function spokenText({ content }: Inbound, session: Session): string {
  const words = wordsOf(content);
  const choice = content.kind === "text" ? /^\s*([1-5])\s*[.)]?\s*$/u.exec(words) : null;
  return (choice !== null && CHOICES.of(session)?.[Number(choice[1]) - 1]) || words;
}

/** Nothing changes where no age is told, or somebody else's words are sent on. */
function toldAddress({ inbound, utterance }: Pick<TurnContext, "inbound" | "utterance">): Session {
  const age = inbound.isPrivate && inbound.forwarded === undefined ? toldAge(utterance) : null;
  return age === null ? {} : ADDRESS.with(addressAt(age) ?? undefined);
}

function finish(result: FeatureResult, session: Session): Turn {
  const buttons = result.replies.flatMap((reply) => reply.buttons ?? []);
  const as = ADDRESS.of(session);
  // A silent turn leaves the choices that still stand on the screen.
  const choices = result.replies.length === 0 ? {} : CHOICES.with(buttons.map((button) => button.payload));
  return {
    outcome: result.outcome ?? "answered",
    replies: as === undefined ? result.replies : result.replies.map((reply) => addressed(reply, as)),
    events: result.events ?? [],
    ...(result.erases !== undefined && { erases: result.erases }),
    session: { ...merged(session, result.session), ...choices },
  };
}
