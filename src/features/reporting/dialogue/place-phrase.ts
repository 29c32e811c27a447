import { NAME, type Name, nameAfter, ownerAfter, properAt, type Reading } from "./place-name.ts";
import { type KindClass, kindAt, type LeadClass, PLACE } from "./place-words.ts";

/** A place in a text: the typed words `start` to `end` (not included). */
export interface PlacePhrase {
  readonly start: number;
  readonly end: number;
  /** How plainly it is where something happened; below `ENOUGH` it may be anything. */
  readonly weight: number;
  /** The reporter's home, their school, or where somebody went afterwards. */
  readonly isElsewhere: boolean;
}

/** A phrase of less weight isn't taken for a place. */
export const ENOUGH = 5;

const LEAD_WEIGHTS: Readonly<Record<LeadClass | "none", number>> = {
  at: 4,
  around: 4,
  inside: 3,
  moving: 2,
  none: 0,
};
const KIND_WEIGHTS: Readonly<Record<KindClass, number>> = { clear: 4, named: 2, plain: 1 };

/** Most parts of one place: "thôn …, xã …, huyện …", "gần …, đối diện …". */
const PARTS = 6;

interface Lead {
  readonly start: number;
  readonly quoted: number;
  readonly end: number;
  readonly kind: LeadClass | "none";
}

/**
 * The place that begins at this word; null where none does.
 * @param asked "at" where the question already says that a place follows
 */
export function placeAt(reading: Reading, at: number, asked?: "at"): PlacePhrase | null {
  const { typed } = reading;
  const told = leadAt(reading, at);
  const lead = asked === undefined ? told : { ...told, kind: asked };
  const head = headAt(reading, lead);
  if (head === null) return null;
  const isElsewhere = PLACE.home.endsBefore(typed, lead.end) || PLACE.away.endsBefore(typed, lead.end);
  let end = head.end;
  let weight = LEAD_WEIGHTS[lead.kind] + head.weight;
  for (let parts = 1; parts < PARTS; parts++) {
    const next = nextPart(reading, end);
    if (next === null) break;
    end = next.end;
    weight = Math.max(weight, LEAD_WEIGHTS[lead.kind] + next.weight) + 1;
  }
  // An office or a person has its name from a place: "công an phường …".
  if (lead.kind === "none" && PLACE.notBefore.endsBefore(typed, at)) weight = 0;
  return { start: lead.quoted, end, weight, isElsewhere };
}

/** Words before a name: "ở", "ngay chỗ gần", "trước". What only says "at" isn't quoted. */
function leadAt(reading: Reading, at: number): Lead {
  const { typed } = reading;
  let end = at;
  let quoted = at;
  let kind: Lead["kind"] = "none";
  for (let count = 0; count < 4; count++) {
    const lead = PLACE.leads.at(typed, end);
    if (lead === null || isName(typed, end) || reading.isTime(end)) break;
    end += lead.length;
    if (lead.value === "at" || lead.value === "moving") quoted = end;
    if (LEAD_WEIGHTS[lead.value] > LEAD_WEIGHTS[kind]) kind = lead.value;
  }
  return { start: at, quoted, end, kind };
}

/** "đầu ngõ" and "cổng trường" are kinds that begin like a word before one; "Na Dương" begins with no such word. */
const isName = (typed: Reading["typed"], at: number): boolean => {
  const lead = PLACE.leads.lengthAt(typed, at);
  return (kindAt(typed, at)?.length ?? 0) > lead || PLACE.known.lengthAt(typed, at) > lead;
};

interface Head {
  readonly end: number;
  readonly weight: number;
}

function headAt(reading: Reading, lead: Lead): Head | null {
  const { typed } = reading;
  const at = lead.end;
  if (typed[at] === undefined || typed[at]?.kind === "sign") return null;
  return kindHead(reading, lead) ?? onlineHead(reading, lead) ?? nameHead(reading, lead);
}

/** A kind of place, with its name where it needs one. */
function kindHead(reading: Reading, lead: Lead): Head | null {
  const { typed } = reading;
  let at = lead.end;
  let best: KindClass | null = null;
  let isMarked = true;
  // "cổng trường", "thôn bản", "quán karaoke"
  for (let kind = kindAt(typed, at); kind !== null; kind = kindAt(typed, at)) {
    if (at > lead.end && PLACE.known.lengthAt(typed, at) > 0) break;
    if (best === null || KIND_WEIGHTS[kind.value.is] > KIND_WEIGHTS[best]) best = kind.value.is;
    const words = typed.slice(at, at + kind.length);
    isMarked &&= !kind.value.hasMarks || words.some(({ word, folded, meant }) => word !== folded || meant !== null);
    at += kind.length;
  }
  if (best === null) return null;
  const owner = ownerAfter(reading, at);
  const name: Name = owner > at ? { end: owner, sureness: NAME.owner } : nameAfter(reading, at);
  if (!isEnough(best, name, lead.kind, isMarked)) return null;
  return { end: name.end, weight: KIND_WEIGHTS[best] + name.sureness };
}

/** Whether a kind with this name, behind this word, is a place. "cho toi" is no market, "ở chợ" is one. */
function isEnough(kind: KindClass, { sureness }: Name, lead: Lead["kind"], isMarked: boolean): boolean {
  const isNumbered = sureness === NAME.numbered;
  switch (lead) {
    case "at":
    case "around":
      return true;
    case "inside":
      return kind !== "plain" ? true : isMarked || sureness > NAME.none;
    case "moving":
      if (kind === "clear") return sureness > NAME.none;
      return kind === "named" ? sureness >= NAME.proper || (isNumbered && isMarked) : sureness === NAME.owner;
    case "none":
      if (kind === "clear") return sureness > NAME.none;
      return kind === "named" && (sureness >= NAME.proper || (isNumbered && isMarked));
  }
}

function onlineHead({ typed }: Reading, lead: Lead): Head | null {
  const length = PLACE.online.lengthAt(typed, lead.end);
  const isLed = PLACE.onlineLeads.endsBefore(typed, lead.end) && lead.end > lead.start;
  return length > 0 && isLed ? { end: lead.end + length, weight: 2 } : null;
}

/** A name without a kind: a commune, a house number with its road, a name with capitals or of a hamlet. */
function nameHead(reading: Reading, lead: Lead): Head | null {
  const { typed } = reading;
  const at = lead.end;
  const known = PLACE.known.lengthAt(typed, at);
  const proper = properAt(reading, at);
  if (known > 0 && proper <= at + known) {
    const isWritten = proper === at + known;
    if (lead.kind !== "none" || isWritten) return { end: at + known, weight: NAME.known };
    return null;
  }
  const first = typed[at];
  if (first?.kind === "number") {
    const road = properAt(reading, at + 1);
    const isHouse = road >= at + 3 && first.typed.length <= 4 && !reading.isTime(at);
    return isHouse ? { end: road, weight: ENOUGH } : null;
  }
  if (lead.kind !== "at" && lead.kind !== "around") return null;
  const province = PLACE.province.lengthAt(typed, at);
  if (province > 0) return { end: at + province, weight: 1 };
  if (proper >= at + 2) return { end: proper, weight: NAME.proper };
  const start = PLACE.nameStarts.lengthAt(typed, at);
  const next = typed[at + start];
  const isHamlet = start > 0 && next?.kind === "word" && PLACE.endings.lengthAt(typed, at + start) === 0;
  return isHamlet ? { end: at + start + 1, weight: NAME.numbered } : null;
}

/** The next part of the same place: ", xã …", "gần …", "chỗ …". */
function nextPart(reading: Reading, at: number): Head | null {
  const { typed } = reading;
  const sign = typed[at];
  const isComma = sign !== undefined && /^[,;–-]$/.test(sign.typed);
  const start = isComma ? at + 1 : at + (PLACE.leads.at(typed, at) === null ? PLACE.joins.lengthAt(typed, at) : 0);
  if (reading.isTime(start)) return null;
  const lead = leadAt(reading, start);
  if (lead.kind === "moving") return null;
  const head = headAt(reading, { ...lead, kind: lead.kind === "none" && !isComma ? "inside" : lead.kind });
  if (head === null) return null;
  // Without a comma and a word between, only a further kind goes on: "thôn 3 xã …".
  const isKind = kindAt(typed, lead.end) !== null || PLACE.known.lengthAt(typed, lead.end) > 0;
  return isKind ? head : null;
}
