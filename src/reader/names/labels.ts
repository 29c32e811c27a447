import { INCIDENT_IDS, type IncidentId } from "./incident.ts";

/** What the learned reader can say of a message. The order of the lists is part of the weights. */

/** The offices whose matter it is, where it isn't ours. */
export const DOORS = [
  "idCard",
  "residence",
  "vehicle",
  "passport",
  "land",
  "social",
  "health",
  "school",
  "legalHelp",
  "power",
  "otherProvince",
  "justice",
  "army",
  "none",
] as const;
export type Door = (typeof DOORS)[number];

/** What is asked of a thing. */
export const ASKED_ASPECTS = [
  "what",
  "who",
  "whom",
  "where",
  "when",
  "howMany",
  "howLong",
  "fine",
  "papers",
  "how",
  "cost",
  "yesNo",
  "why",
] as const;
export type AskedAspect = (typeof ASKED_ASPECTS)[number];

/** What is open in a chat when a message comes. */
export const MATTERS = ["none", "question", "danger", "incident", "draft", "filed"] as const;
export type Matter = (typeof MATTERS)[number];

/** The parts of a report, and the ways through it. */
export const POINTS_OF_REPORT = [
  "place",
  "time",
  "people",
  "details",
  "files",
  "identity",
  "unknown",
  "what",
  "back",
  "anew",
] as const;

/** Which part of what is open a message adds to or changes, or what stands in the way of help. */
export const POINTS = [
  ...POINTS_OF_REPORT,
  "cantCall",
  "silent",
  "noAnswer",
  "notCome",
  "pass",
  "called",
] as const;
export type Point = (typeof POINTS)[number];

/** The wrongs that people tell of. */
export const TOLD_WRONGS = INCIDENT_IDS;
export type ToldWrong = IncidentId;
