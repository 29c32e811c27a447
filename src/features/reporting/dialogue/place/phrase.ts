import { distanceAfter } from "./distance.ts";
import { isIntroduced, isSomebodys } from "./elsewhere.ts";
import { type Head, headAt, isBeside } from "./head.ts";
import { LEAD_WEIGHTS, type Lead, leadAt, MOST_LEADS } from "./lead.ts";
import { beforeStop } from "./loose-name.ts";
import { NAME } from "./name.ts";
import { kindAt, PLACE } from "./place-words.ts";
import type { Reading } from "./reading.ts";

/** A place in a text: the typed words `start` to `end` (not included). */
export interface PlacePhrase {
  readonly start: number;
  readonly end: number;
  /** How plainly it is where something happened; below `ENOUGH` it may be anything. */
  readonly weight: number;
  /** The reporter's home, their school, or where somebody went afterwards. */
  readonly isElsewhere: boolean;
  /** Any other place says more. */
  readonly isVague: boolean;
  /** A part of it has a name, of whatever sort. */
  readonly isNamed: boolean;
  /** A part of it has a name that can be found on a map. */
  readonly isSure: boolean;
}

/** Most parts of one place: "thôn …, xã …, huyện …", "gần …, đối diện …". */
const PARTS = 6;

/**
 * The place that begins at this word; null where none does.
 * @param asked "at" where the question already says that a place follows
 */
export function placeAt(reading: Reading, at: number, asked?: "at"): PlacePhrase | null {
  const { typed } = reading;
  const begun = beginning(reading, at, asked);
  if (begun === null || isAsked(typed, at)) return null;
  const { lead, head } = begun;
  const isElsewhere =
    PLACE.home.endsBefore(typed, lead.end) ||
    PLACE.away.endsBefore(typed, lead.end) ||
    isIntroduced(reading, at) ||
    isSomebodys(reading, lead.end);
  let end = formerEnd(reading, head.end);
  let weight = LEAD_WEIGHTS[lead.kind] + head.weight;
  let isVague = head.isVague === true;
  let { isNamed, isSure } = head;
  // "từ cổng chợ về ngã tư": both ends.
  const isRoute = typed[lead.end - 1]?.folded === FROM && lead.end > lead.start;
  for (let parts = 1; parts < PARTS; parts++) {
    const next = nextPart(reading, end, (parts === 1 && !head.isNamed) || isRoute);
    if (next === null) break;
    end = formerEnd(reading, next.end);
    isVague &&= next.isVague === true;
    isNamed ||= next.isNamed;
    isSure ||= next.isSure;
    weight = Math.max(weight, LEAD_WEIGHTS[lead.kind] + next.weight) + 1;
  }
  end = distanceAfter(reading, end);
  const isTold =
    PLACE.maybeReceivers.endsBefore(typed, at) || PLACE.maybeReceivers.endsBefore(typed, lead.end);
  const isToOffice = PLACE.receivers.endsBefore(typed, at) || PLACE.receivers.endsBefore(typed, lead.end);
  if (isToOffice || (isTold && !isSure && lead.kind !== "at")) weight = 0;
  // An office or a person has its name from a place: "công an phường …".
  if (lead.kind === "none" && PLACE.notBefore.endsBefore(typed, at)) weight = 0;
  return { start: lead.quoted, end, weight, isElsewhere: isElsewhere || isTold, isVague, isNamed, isSure };
}

const FROM = "tu";

/** "Ở đâu đến": from its first word, or its second. */
const isAsked = (typed: Reading["typed"], at: number): boolean =>
  [at, at - 1].some((from) => from >= 0 && from + PLACE.asking.lengthAt(typed, from) > at);

/** "xã Minh Sơn cũ" is called otherwise now. Without its mark "cu" goes on, where no stop follows. */
function formerEnd({ typed }: Reading, at: number): number {
  const end = at + PLACE.former.lengthAt(typed, at);
  const isMarked = typed[at]?.word !== typed[at]?.folded;
  const isStop = typed[end]?.kind !== "word" || PLACE.pointing.lengthAt(typed, end) > 0;
  return isMarked || isStop ? end : at;
}

interface Beginning {
  readonly lead: Lead;
  readonly head: Head;
}

/** The words before a name and the name; without marks "chỗ" may be the market itself. */
function beginning(reading: Reading, at: number, asked?: "at"): Beginning | null {
  for (let most = MOST_LEADS; most >= 0; most--) {
    const told = leadAt(reading, at, most);
    const lead = asked === undefined ? told : { ...told, kind: asked };
    const head = headAt(reading, lead);
    if (head !== null) return { lead, head };
  }
  return null;
}

/**
 * The next part of the same place: ", xã …", "gần …", "chỗ …".
 * @param isOpen the part before has no name yet: what follows tells it, as in "đường lên đền …"
 */
function nextPart(reading: Reading, at: number, isOpen: boolean): Head | null {
  const { typed } = reading;
  // "… ở Bảo Lâm ấy, xã …"
  const behind = at + PLACE.pointing.lengthAt(typed, at);
  if (behind > at && typed[behind]?.typed === ",") return nextPart(reading, behind, isOpen);
  const isComma = /^[,;–-]$/.test(typed[at]?.typed ?? "");
  const join = PLACE.leads.at(typed, at) === null ? PLACE.joins.lengthAt(typed, at) : 0;
  const start = isComma ? at + 1 : at + join;
  for (let most = MOST_LEADS; most >= 0; most--) {
    const head = furtherHead(reading, leadAt(reading, start, most), isComma, isOpen);
    if (head !== null) return head;
  }
  return null;
}

function furtherHead(reading: Reading, lead: Lead, isComma: boolean, isOpen: boolean): Head | null {
  const { typed } = reading;
  if (reading.isTime(lead.end)) return null;
  // "… gần mốc ở bao lam ấy": a name that no list has.
  const name = lead.kind === "at" ? beforeStop(reading, lead.end) : lead.end;
  if (name > lead.end) return { end: name, weight: NAME.common, isNamed: true, isSure: false };
  const isHouse = typed[lead.end]?.kind === "number";
  const isKind = isHouse || kindAt(typed, lead.end) !== null || PLACE.known.lengthAt(typed, lead.end) > 0;
  if (!isKind) return null;
  const isClear = kindAt(typed, lead.end)?.value.is === "clear";
  const isAddress = lead.kind === "none" && !isClear && PLACE.address.lengthAt(typed, lead.end) > 0;
  // "sân bóng …, vinh trai": behind a comma a commune needs no capital.
  const isCommune = isComma && lead.kind === "none" && PLACE.known.lengthAt(typed, lead.end) > 0;
  const isInside = isAddress || isCommune || (isOpen && lead.kind === "moving");
  const head = headAt(reading, isInside ? { ...lead, kind: "inside" } : lead);
  // ", nhà tôi mất …" begins something new; ", nhà sơn vàng đối diện sân bóng" ", đi vào đường … 200m" and ", từ mỏ đá …" go on.
  const isNew =
    isComma &&
    head !== null &&
    (lead.kind === "moving"
      ? distanceAfter(reading, head.end) === head.end && typed[lead.end - 1]?.folded !== FROM
      : head.isVague === true && !isBeside(reading, { end: head.end, sureness: NAME.common }));
  return isNew || (isAddress && head?.isNamed === false) ? null : head;
}
