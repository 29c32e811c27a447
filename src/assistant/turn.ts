import { readUtterance, type Utterance } from "../language/utterance.ts";
import type { Inbound } from "../messaging/inbound.ts";
import type { Reply } from "../messaging/reply.ts";
import type { Session } from "../turn/session.ts";
import { FEATURES } from "./features.ts";
import type { Services } from "./services.ts";

/** Everything a feature may look at. */
export interface TurnContext {
  readonly inbound: Inbound;
  readonly utterance: Utterance;
  readonly session: Session;
  readonly services: Services;
  /** The code of the report that the message of ours was about, where this one replies to it. */
  readonly about?: string;
  /** The report that a handler last asked this person about. */
  readonly asked?: Asked;
  /** Tells the person that an answer is being looked for, where the messenger can; returns at once. */
  readonly searching?: () => void;
  /** True where a newer message of the chat waits already. */
  readonly isOvertaken?: () => boolean;
}

/** A handler's question to the person of this chat. */
export interface Asked {
  readonly code: string;
  readonly at: number;
}

/** What one message leads to. `ignored` is the honest outcome of an echo or a receipt. */
export interface Turn {
  readonly outcome: "answered" | "ignored";
  readonly replies: readonly Reply[];
  /** What an operator should be able to count, such as a withheld answer. Names from our own code only. */
  readonly events: readonly string[];
  readonly session: Session;
}

/** One thing the assistant can do. Returns null when the message is not its business. */
export interface Feature {
  readonly name: string;
  take(context: TurnContext): Promise<FeatureResult | null> | FeatureResult | null;
}

export interface FeatureResult {
  readonly replies: readonly Reply[];
  /** Merged over the session; a key set to undefined is forgotten. */
  readonly session?: { readonly [K in keyof Session]?: Session[K] | undefined };
  readonly outcome?: "answered" | "ignored";
  readonly events?: readonly string[];
  /** Nothing is said: the session is kept and the message goes on to the next feature. */
  readonly goesOn?: true;
}

/** Takes one message through the features in order; the first that answers ends the turn. */
export async function takeTurn(
  inbound: Inbound,
  session: Session,
  services: Services,
  {
    about,
    asked,
    searching,
    isOvertaken,
  }: {
    readonly about?: string | undefined;
    readonly asked?: Asked | undefined;
    readonly searching?: () => void;
    readonly isOvertaken?: () => boolean;
  } = {},
): Promise<Turn> {
  const utterance = readUtterance(spokenText(inbound, session));
  const context = {
    inbound,
    utterance,
    session,
    services,
    ...(about !== undefined && { about }),
    ...(asked !== undefined && { asked }),
    ...(searching !== undefined && { searching }),
    ...(isOvertaken !== undefined && { isOvertaken }),
  };
  let current = session;
  for (const feature of FEATURES) {
    const result = await feature.take({ ...context, session: current });
    if (result?.goesOn === true) current = merged(current, result);
    else if (result !== null) return finish(result, current);
  }
  throw new Error("the last feature answers everything");
}

/** What the person said in words: a typed number stands for the choice offered under it. */
function spokenText(inbound: Inbound, session: Session): string {
  const { content } = inbound;
  if (content.kind === "media") return content.caption ?? "";
  if (content.kind === "location") return content.label ?? "";
  if (content.kind === "edited") return content.text;
  if (content.kind !== "text") return "";
  const choice = /^\s*([1-5])\s*[.)]?\s*$/u.exec(content.text);
  return (choice !== null && session.choices?.[Number(choice[1]) - 1]) || content.text;
}

function finish(result: FeatureResult, session: Session): Turn {
  const buttons = result.replies.flatMap((reply) => reply.buttons ?? []);
  return {
    outcome: result.outcome ?? "answered",
    replies: result.replies,
    events: result.events ?? [],
    session: { ...merged(session, result), choices: buttons.map((button) => button.payload) },
  };
}

function merged(session: Session, result: FeatureResult): Session {
  const entries = Object.entries({ ...session, ...result.session });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
