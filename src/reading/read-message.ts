import { readUtterance, type Utterance } from "../language/utterance.ts";
import type { Inbound } from "../messaging/inbound.ts";
import type { BoundaryId } from "./boundary/boundary.ts";
import { detectBoundary } from "./boundary/detect-boundary.ts";
import type { Danger } from "./danger/danger.ts";
import { readDanger } from "./danger/detect-danger.ts";
import { categoryOf, tellsOfIncident } from "./incident/detect-incident.ts";
import type { IncidentId } from "./incident/incident.ts";

/** What a message is read for. Nothing is looked for before somebody asks, and nothing twice. */
export interface MessageReading {
  readonly utterance: Utterance;
  /** A danger told as happening now, or null. */
  readonly danger: Danger | null;
  /** A danger told and taken back in the same breath: "cháy to lắm, đùa tí". */
  readonly isFalseAlarm: boolean;
  /** The incident that is told of, or null where the message asks about rules or names a mere topic. */
  readonly incident: IncidentId | null;
  /** The incident whose words stand in the message, however it is put: for what follows "/baocao". */
  readonly incidentWords: IncidentId | null;
  /** What of the message the assistant declines, or null where nothing is. */
  readonly boundary: BoundaryId | null;
}

/** The detectors behind a reading; a test hands in counting ones. */
export const DETECTORS = {
  danger: readDanger,
  boundary: detectBoundary,
  incidentWords: categoryOf,
  tellsOfIncident,
};

/**
 * Reads a message once for everybody who asks about it.
 * @example
 * const reading = readMessage("nhà em đang cháy");
 * reading.danger?.numbers; // ["114"], looked for now
 * reading.danger?.kind; // "fire", remembered
 */
export function readMessage(text: string, detect: typeof DETECTORS = DETECTORS): MessageReading {
  const utterance = readUtterance(text);
  const danger = once(() => detect.danger(utterance));
  const incidentWords = once(() => detect.incidentWords(utterance));
  const isTold = once(() => detect.tellsOfIncident(utterance));
  const reading: MessageReading = {
    utterance,
    get danger() {
      return danger().danger;
    },
    get isFalseAlarm() {
      return danger().isFalseAlarm;
    },
    get incident() {
      return isTold() ? incidentWords() : null;
    },
    get incidentWords() {
      return incidentWords();
    },
    get boundary() {
      return boundary();
    },
  };
  const boundary = once(() => detect.boundary(reading));
  return reading;
}

const readings = new WeakMap<Inbound, MessageReading>();

const typedIn = ({ content }: Inbound): string => (content.kind === "text" ? content.text : "");

/**
 * The reading of what was typed, empty where nothing was: made once for the chat, which asks whether it is urgent, and
 * for the turn, and kept as long as the message itself.
 * @param said what counts as said where it isn't what was typed, as the choice that a typed number stands for
 */
export function readInbound(inbound: Inbound, said: string = typedIn(inbound)): MessageReading {
  if (said !== typedIn(inbound)) return readMessage(said);
  const reading = readings.get(inbound) ?? readMessage(said);
  readings.set(inbound, reading);
  return reading;
}

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}
