import type { Lead } from "./lead.ts";
import { liesBeside } from "./loose-name.ts";
import { NAME, type Name, nameAfter, ownerAfter, properAt } from "./name.ts";
import { isUnmarkedKind, type KindClass, kindAt, PLACE } from "./place-words.ts";
import type { Reading } from "./reading.ts";

/** A phrase of less weight isn't taken for a place. */
export const ENOUGH = 5;

const KIND_WEIGHTS: Readonly<Record<KindClass, number>> = { clear: 4, named: 2, plain: 2 };

/** Most kinds in a row: "phòng trọ khu tập thể trường …". */
const MOST_KINDS = 4;

/** A place's kind and name, or one of them. */
export interface Head {
  readonly end: number;
  readonly weight: number;
  readonly isNamed: boolean;
  /** It says little: "cạnh nhà em", "trên mạng". */
  readonly isVague?: true;
  /** Its name can be found on a map. */
  readonly isSure: boolean;
}

/** The place behind these words; null where none is. */
export function headAt(reading: Reading, lead: Lead): Head | null {
  const { typed } = reading;
  const at = lead.end;
  if (typed[at] === undefined || typed[at]?.kind === "sign" || isInPlate(reading, at)) return null;
  if (isCar(reading, at)) return null;
  // A commune whose name begins like a kind ("đồng", "làng") is the commune.
  const isKnown = PLACE.known.lengthAt(typed, at) > (kindAt(typed, at)?.length ?? 0);
  if (isKnown) return nameHead(reading, lead);
  return onlineHead(reading, lead) ?? kindHead(reading, lead) ?? nameHead(reading, lead);
}

/** "P1" in the plate "12P1-…". */
const isInPlate = ({ typed }: Reading, at: number): boolean =>
  typed[at]?.isGlued === true && typed[at]?.kind === "word" && typed[at - 1]?.kind === "number";

/** "O to toyota": in words without marks it is a car, unless a number follows ("o to 5", "o to so 5") or "dân phố". */
function isCar({ typed }: Reading, at: number): boolean {
  if (!PLACE.cars.endsBefore(typed, at + 1) || kindAt(typed, at)?.length !== 1) return false;
  const next = typed[at + 1]?.folded === "so" ? typed[at + 2] : typed[at + 1];
  return next?.kind !== "number";
}

/** A kind of place, with its name where it needs one. */
function kindHead(reading: Reading, lead: Lead): Head | null {
  const { typed } = reading;
  let at = lead.end;
  let best: KindClass | null = null;
  let isMarked = true;
  const isIn = lead.kind !== "none" && lead.kind !== "moving";
  if (PLACE.mentioned.lengthAt(typed, at) > 0 && !isIn) return null;
  // "cổng trường", "thôn bản", "quán karaoke"
  for (let count = 0; count < MOST_KINDS; count++) {
    const kind = kindAt(typed, at);
    if (kind === null) break;
    // "xóm Trại": behind a kind in small letters a capital is a name.
    const isCapital = typed[at]?.isCapital === true && typed[at - 1]?.isCapital === false;
    if (at > lead.end && isCapital && kind.length === 1) break;
    // "duong to hieu": without marks the name of a road looks like a kind.
    if (at > lead.end && PLACE.roads.endsBefore(typed, at) && isUnmarkedKind(typed, at)) break;
    if (at > lead.end && PLACE.known.lengthAt(typed, at) > 0) break;
    if (best === null || KIND_WEIGHTS[kind.value.is] > KIND_WEIGHTS[best]) best = kind.value.is;
    const words = typed.slice(at, at + kind.length);
    isMarked &&=
      !kind.value.hasMarks || words.some(({ word, folded, meant }) => word !== folded || meant !== null);
    at += kind.length;
  }
  if (best === null) return null;
  const owner = ownerAfter(reading, at);
  // "đường Minh Khai" and "đường Bà Triệu" are nobody's own.
  const proper = properAt(reading, at) + (PLACE.roads.endsBefore(typed, at) ? 1 : 0);
  const told: Name =
    owner > at && proper <= owner && PLACE.modifiers.lengthAt(typed, at) <= owner - at
      ? { end: owner, sureness: NAME.owner }
      : nameAfter(reading, at);
  // "xe khách nhồi 50": what stands before such a number is no name of a coach.
  const isLoose = best === "plain" && told.sureness === NAME.numbered && typed[at]?.kind !== "number";
  const name = isLoose ? { ...told, sureness: NAME.common } : told;
  const kind = lead.isDoubtful && best !== "clear" && name.sureness < NAME.numbered ? "none" : lead.kind;
  const isPlain = isEnough(best, name, kind, isMarked);
  const isTold =
    isPlain ||
    (best === "named" &&
      (isMarked ? isBeside(reading, name) : name.sureness > NAME.none && isSureKind(reading, name.end)));
  if (!isTold || (kind !== lead.kind && best !== "named")) return null;
  const isNamed = name.sureness > NAME.none;
  // "nhà tôi", "xóm em": only who knows the teller finds it.
  const isOurs =
    owner > at && name.end === owner && PLACE.titles.lengthAt(typed, at + PLACE.of.lengthAt(typed, at)) === 0;
  const isSmall = name.sureness <= NAME.owner && typed[name.end - 1]?.isCapital !== true;
  // "Dưới đường" is any road.
  const isAnyRoad = !isNamed && PLACE.roads.endsBefore(typed, name.end);
  const isVague = isSmall && (best === "plain" || isOurs || isAnyRoad);
  return {
    end: name.end,
    weight: Math.max(isPlain ? 0 : ENOUGH, KIND_WEIGHTS[best] + name.sureness),
    isNamed,
    isSure: name.sureness >= NAME.numbered,
    ...(isVague && { isVague }),
  };
}

/** "Đồi thông sau trường …", "đồi khau moong thôn …", "rung thong doi 5 Na Duong": where it lies is told with it. */
export function isBeside(reading: Reading, { end, sureness }: Name): boolean {
  const { typed } = reading;
  if (sureness === NAME.none) return false;
  const isPart = PLACE.parts.lengthAt(typed, end) > 0 && typed[end + 1]?.kind === "word";
  return isPart || liesBeside(reading, end) || isSureKind(reading, end);
}

/** A kind with a name that is on a map. */
const isSureKind = (reading: Reading, at: number): boolean => {
  const kind = kindAt(reading.typed, at);
  return kind !== null && nameAfter(reading, at + kind.length).sureness >= NAME.proper;
};

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
      // Without a name it is one only with more behind it: "khúc cua gần trạm …".
      if (kind === "clear") return true;
      if (kind === "plain") return sureness > NAME.none;
      return sureness >= NAME.proper || (isNumbered && isMarked);
  }
}

function onlineHead({ typed }: Reading, lead: Lead): Head | null {
  const length = PLACE.online.lengthAt(typed, lead.end);
  const isLed = PLACE.onlineLeads.endsBefore(typed, lead.end) && lead.end > lead.start;
  return length > 0 && isLed
    ? { end: lead.end + length, weight: 2, isNamed: true, isVague: true, isSure: false }
    : null;
}

/** A name without a kind: a commune, a house number with its road, a name with capitals or of a hamlet. */
function nameHead(reading: Reading, lead: Lead): Head | null {
  const { typed } = reading;
  const at = lead.end;
  const known = PLACE.known.lengthAt(typed, at);
  const proper = properAt(reading, at);
  if (known > 0 && proper <= at + known) {
    const isWritten = proper === at + known;
    if (lead.kind !== "none" || isWritten)
      return { end: at + known, weight: NAME.known, isNamed: true, isSure: true };
    return null;
  }
  const chain = PLACE.chains.lengthAt(typed, at);
  if (chain > 0 && lead.kind !== "none")
    return { end: at + chain, weight: ENOUGH, isNamed: true, isSure: false };
  const first = typed[at];
  if (first?.kind === "number") {
    const street =
      PLACE.roads.lengthAt(typed, at + 1) > 0 && !reading.isTime(at)
        ? kindHead(reading, { ...lead, end: at + 1 })
        : null;
    if (street?.isSure === true) return { ...street, weight: Math.max(ENOUGH, street.weight) };
    const road = properAt(reading, at + 1);
    const isHouse = road >= at + 3 && first.typed.length <= 4 && !reading.isTime(at);
    return isHouse ? { end: road, weight: ENOUGH, isNamed: true, isSure: true } : null;
  }
  if (lead.kind !== "at" && lead.kind !== "around") return null;
  const province = PLACE.province.lengthAt(typed, at);
  if (province > 0) return { end: at + province, weight: 1, isNamed: true, isSure: true };
  if (proper >= at + 2) return { end: proper, weight: NAME.proper, isNamed: true, isSure: true };
  const start = PLACE.nameStarts.lengthAt(typed, at);
  const next = typed[at + start];
  const isHamlet = start > 0 && next?.kind === "word" && PLACE.endings.lengthAt(typed, at + start) === 0;
  return isHamlet ? { end: at + start + 1, weight: NAME.numbered, isNamed: true, isSure: true } : null;
}
