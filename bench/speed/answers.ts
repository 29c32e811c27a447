import { setTimeout as pause } from "node:timers/promises";
import { type Field, NAMES, type Name } from "./contenders.ts";
import type { Channel, Crowd } from "./crowd.ts";
import { KIND_NAMES, kindOf, worded } from "./kinds.ts";
import { median, quantile, round } from "./numbers.ts";

/** Where messages go and who writes them. */
export interface World {
  readonly field: Field;
  readonly crowd: Crowd;
}

/** Milliseconds from the webhook in to the first message out. */
export interface Spread {
  readonly p50: number;
  readonly p99: number;
}

/** Medians of the rounds'. */
export interface Measured extends Spread {
  readonly perSecond: number;
  /** Milliseconds of CPU a message, of the contender's whole process group; null where the system doesn't say. */
  readonly cpu: number | null;
}

export interface KindTime extends Spread {
  /** Milliseconds of CPU a message, of the whole process group and with what follows the answer; null where not known. */
  readonly cpu: number | null;
}

/** Ours beside grammY's over Telegram, `ratio` the median of each round's own; ours over Zalo, where grammY can't go. */
export interface KindTimes {
  readonly kind: string;
  readonly ours: KindTime;
  readonly grammy: KindTime;
  readonly onZalo: KindTime;
  readonly ratio: number | null;
}

/** The next one is asked when nothing has gone out for so long: an answer may have several parts. */
const QUIET = 60;
/** Nobody writes twice where each message is from a person of its own. */
let people = 0;

/** Kinds and contenders take turns, over which channel each is asked. */
const COURSE = [
  { name: "ours", channel: "telegram" },
  { name: "grammy", channel: "telegram" },
  { name: "ours", channel: "zalo" },
] as const;

/** One message at a time, each from a person who never wrote. */
export async function answerTimes(
  { field, crowd }: World,
  rounds: number,
  each: number,
): Promise<readonly KindTimes[]> {
  const samples: { kind: string; name: Name; channel: Channel; round: number; ms: number; cpu: number }[] =
    [];
  // The first of each finds a process that has thought of nothing yet; it isn't counted.
  for (let nth = -1; nth < rounds * each; nth++) {
    for (const kind of KIND_NAMES) {
      for (const { name, channel } of COURSE) {
        const before = field.cpu(name) ?? Number.NaN;
        const ms = await crowd.ask(await field.port(name), people++, worded(kind, nth + 1), channel);
        await crowd.quiet(QUIET);
        const cpu = (field.cpu(name) ?? Number.NaN) - before;
        if (nth >= 0) samples.push({ kind, name, channel, round: Math.floor(nth / each), ms, cpu });
      }
    }
  }
  const [here, peer, onZalo] = COURSE;
  const asked = (kind: string, { name, channel }: (typeof COURSE)[number]) =>
    samples.filter((one) => one.kind === kind && one.name === name && one.channel === channel);
  const timed = (kind: string, of: (typeof COURSE)[number]): KindTime => {
    const found = asked(kind, of);
    const cpu = found.reduce((sum, one) => sum + one.cpu, 0) / found.length;
    return { ...spread(found.map(({ ms }) => ms)), cpu: Number.isNaN(cpu) ? null : round(cpu) };
  };
  const medians = (kind: string, of: (typeof COURSE)[number]) =>
    Array.from({ length: rounds }, (_, nth) =>
      median(asked(kind, of).flatMap(({ round, ms }) => (round === nth ? ms : []))),
    );
  return KIND_NAMES.map((kind) => ({
    ...{ kind, ours: timed(kind, here), grammy: timed(kind, peer), onZalo: timed(kind, onZalo) },
    ratio: ratioOf(medians(kind, here), medians(kind, peer)),
  }));
}

export interface Beside {
  readonly ours: Measured;
  readonly grammy: Measured;
  /** Ours to grammY's in each round, then the median of these: what else the machine does hits both. */
  readonly ratios: { readonly [Of in keyof Measured]: number | null };
}

/** `perSecond` messages a second for so many seconds, from so many people in turn, all kinds mixed, answered or not. */
export function steady(
  world: World,
  rounds: number,
  load: { perSecond: number; seconds: number; people: number },
) {
  return beside(world, rounds, load.people, async (port, first) => {
    const answers: Promise<number>[] = [];
    const messages = load.perSecond * load.seconds;
    const started = performance.now();
    for (let i = 0; i < messages; i++) {
      await pause(Math.max(0, started + (i * 1000) / load.perSecond - performance.now()));
      const meant = performance.now();
      const nth = i % load.people;
      const ask = () => world.crowd.ask(port, first + nth, worded(kindOf(nth), i));
      // Who hasn't been answered yet writes after that; the clock runs from when they meant to.
      const before = answers[i - load.people] ?? Promise.resolve();
      const answer = before.then(ask).then(() => performance.now() - meant);
      answer.catch(() => {});
      answers.push(answer);
    }
    return Promise.all(answers);
  });
}

/** As many as it can: so many people, each of whom writes again once answered. */
export function atOnce(world: World, rounds: number, load: { people: number; messages: number }) {
  return beside(world, rounds, load.people, async (port, first) => {
    const times: number[] = [];
    let next = 0;
    const person = async (nth: number) => {
      for (let i = next++; i < load.messages; i = next++)
        times.push(await world.crowd.ask(port, first + nth, worded(kindOf(nth), i)));
    };
    await Promise.all(Array.from({ length: load.people }, (_, nth) => person(nth)));
    return times;
  });
}

/** The same load at each contender in turn; people are known: they have said hello before. */
async function beside(
  { field, crowd }: World,
  rounds: number,
  size: number,
  run: (port: number, firstPerson: number) => Promise<readonly number[]>,
): Promise<Beside> {
  const first = people;
  people += size;
  const results: Record<Name, Measured[]> = { ours: [], grammy: [] };
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? NAMES : NAMES.toReversed()) {
      const port = await field.port(name);
      if (round === 0) for (let i = 0; i < size; i++) await crowd.ask(port, first + i, "xin chào");
      await crowd.quiet(QUIET);
      const before = field.cpu(name);
      const started = performance.now();
      const times = await run(port, first);
      const seconds = (performance.now() - started) / 1000;
      await crowd.quiet(QUIET);
      const after = field.cpu(name);
      results[name].push({
        ...{ ...spread(times), perSecond: times.length / seconds },
        cpu: before === null || after === null ? null : (after - before) / times.length,
      });
    }
  }
  const whole = (name: Name): Measured => {
    const all = results[name];
    const of = (what: Exclude<keyof Measured, "cpu">) => round(median(all.map((one) => one[what])));
    const cpus = all.flatMap(({ cpu }) => cpu ?? []);
    return {
      ...{ p50: of("p50"), p99: of("p99"), perSecond: of("perSecond") },
      cpu: cpus.length < all.length ? null : round(median(cpus), 2),
    };
  };
  const ratio = (of: keyof Measured) =>
    ratioOf(
      ...(NAMES.map((name) => results[name].map((one) => one[of] ?? Number.NaN)) as [number[], number[]]),
    );
  return {
    ...{ ours: whole("ours"), grammy: whole("grammy") },
    ratios: { p50: ratio("p50"), p99: ratio("p99"), perSecond: ratio("perSecond"), cpu: ratio("cpu") },
  };
}

function spread(times: readonly number[]): Spread {
  return { p50: round(quantile(times, 0.5)), p99: round(quantile(times, 0.99)) };
}

/** The median of the rounds' own ratios; null where there is none. */
function ratioOf(ours: readonly number[], others: readonly number[]): number | null {
  const ratio = median(ours.map((value, i) => value / (others[i] ?? Number.NaN)));
  return Number.isFinite(ratio) ? round(ratio, 2) : null;
}
