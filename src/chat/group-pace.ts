import { DAY, MINUTE, SECOND } from "../platform/time.ts";
import { isHurried, type WaitingPart } from "./send-order.ts";

/**
 * How much is said in a duty group. Telegram refuses what goes beyond 20 messages a minute in one group, and then for a
 * while whatever comes, the urgent too. So what can wait leaves room: for handlers' answers, and above all for the urgent;
 * more room where the platform has refused before. A little longer than a minute, as messages don't travel equally fast.
 */
export const PACE = {
  within: MINUTE + 2 * SECOND,
  usual: 12,
  usualOnceRefused: 8,
  answers: 15,
  urgent: 19,
} as const;

/**
 * So many new cards in a minute are a flood, met before the platform refuses anything: a refusal keeps the urgent waiting
 * too, and is a flood itself. It `lasts` so long. Then cards wait, and handlers' answers leave room for the urgent; where there was a
 * refusal, `known` ago at most, they do at any time.
 */
export const FLOOD = { cards: 12, lasts: 10 * MINUTE, known: 30 * DAY } as const;

/** What a process must know of the one before it: the minute goes on. */
export interface PaceState {
  /** When the group was last spoken to. */
  readonly times: readonly number[];
  /** Until when it is flooded. */
  readonly until: number;
}

/** Remembers when this group was spoken to, and that the platform has a limit. */
export class GroupPace {
  #times: number[];
  #cards: number[] = [];
  #until: number;
  #refusedAt: number;

  /** @param refusedAt when the platform last took no more; 0 where it never did */
  constructor(refusedAt = 0, { times, until }: PaceState = { times: [], until: 0 }) {
    this.#refusedAt = refusedAt;
    this.#times = [...times];
    this.#until = until;
  }

  /** What is to be stored; null where nobody floods the group. */
  state(now: number): PaceState | null {
    return this.isFlooded(now) ? { times: this.#times, until: this.#until } : null;
  }

  isFlooded(now: number): boolean {
    return now < this.#until;
  }

  /** Something is about to be sent, or tried. @param isCard a card that the group doesn't have yet */
  note(now: number, isCard: boolean): void {
    const recent = (times: readonly number[]) => times.filter((time) => time > now - PACE.within);
    this.#times = [...recent(this.#times), now];
    this.#cards = isCard ? [...recent(this.#cards), now] : recent(this.#cards);
    if (this.#cards.length >= FLOOD.cards) this.#until = now + FLOOD.lasts;
  }

  /** The platform took no more. */
  refused(now: number): void {
    this.#refusedAt = now;
    this.#until = now + FLOOD.lasts;
  }

  /** From when on this part leaves enough room for what is more urgent; the past where it does now. */
  freeAt(part: Pick<WaitingPart, "rank" | "isAnswer">, now: number): number {
    const most = this.#mostOf(part, now);
    const inTheWay = this.#times.at(-most);
    return inTheWay === undefined ? 0 : inTheWay + PACE.within;
  }

  /** How many messages the minute may have before this one. */
  #mostOf(part: Pick<WaitingPart, "rank" | "isAnswer">, now: number): number {
    const isKnown = now < this.#refusedAt + FLOOD.known;
    const isUsual = !isHurried(part) && part.isAnswer !== true;
    if (isUsual && this.isFlooded(now)) return isKnown ? PACE.usualOnceRefused : PACE.usual;
    if (!isKnown && !this.isFlooded(now)) return Number.POSITIVE_INFINITY;
    return isHurried(part) ? PACE.urgent : PACE.answers;
  }
}
