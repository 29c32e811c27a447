import { DAY, MINUTE, SECOND } from "../platform/time.ts";
import { isHurried, type WaitingPart } from "./send-order.ts";

/**
 * How much is said in a duty group while it is flooded. Telegram refuses what goes beyond 20 messages a minute in one
 * group, and then for a while whatever comes, the urgent too. So what can wait leaves room: for handlers' answers, and
 * above all for the urgent. A little longer than a minute, because messages don't travel equally fast.
 */
export const PACE = { within: MINUTE + 2 * SECOND, usual: 8, answers: 15, urgent: 19 } as const;

/**
 * A refusal is a flood. Where the platform has refused before, `known` ago at most, so many new cards within that time are
 * one, before it refuses again. A flood `lasts` so long.
 */
export const FLOOD = { cards: 12, lasts: 30 * MINUTE, known: 30 * DAY } as const;

/**
 * Remembers when this group was spoken to, in this process only, and that the platform has a limit. Where it never refused
 * anything nothing waits.
 */
export class GroupPace {
  #times: number[] = [];
  #cards: number[] = [];
  #until = 0;
  #refusedAt: number;

  /** @param refusedAt when the platform last took no more; 0 where it never did */
  constructor(refusedAt = 0) {
    this.#refusedAt = refusedAt;
  }

  /** Something is about to be sent, or tried. @param isCard a card that the group doesn't have yet */
  note(now: number, isCard: boolean): void {
    const recent = (times: readonly number[]) => times.filter((time) => time > now - PACE.within);
    this.#times = [...recent(this.#times), now];
    if (!isCard) return;
    this.#cards = [...recent(this.#cards), now];
    if (this.#cards.length >= FLOOD.cards && now < this.#refusedAt + FLOOD.known)
      this.#until = now + FLOOD.lasts;
  }

  /** The platform took no more. */
  refused(now: number): void {
    this.#refusedAt = now;
    this.#until = now + FLOOD.lasts;
  }

  /** From when on this part leaves enough room for what is more urgent; the past where it does now. */
  freeAt(part: Pick<WaitingPart, "rank" | "isAnswer">, now: number): number {
    if (now >= this.#until) return 0;
    const most = isHurried(part) ? PACE.urgent : part.isAnswer === true ? PACE.answers : PACE.usual;
    const inTheWay = this.#times.at(-most);
    return inTheWay === undefined ? 0 : inTheWay + PACE.within;
  }
}
