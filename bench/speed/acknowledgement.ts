import { setTimeout as pause } from "node:timers/promises";
import type { SandboxSettings } from "../../sandbox/settings.ts";
import type { TelegramStandIn } from "../../sandbox/standins/telegram.ts";
import type { ZaloStandIn } from "../../sandbox/standins/zalo.ts";
import { type Field, NAMES, type Name } from "./contenders.ts";
import { median, round } from "./numbers.ts";
import type { Channel, Load } from "./payloads.ts";
import { runJson } from "./process.ts";

/** What the client measured: webhooks a second, milliseconds, answers other than 200. */
export interface Loaded {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly refused: number;
  /** Milliseconds of CPU a webhook, of all of the contender's processes until the last acknowledgement; null = not known. */
  readonly cpu: number | null;
}

export interface Scenario {
  readonly title: string;
  readonly channel: Channel;
  readonly connections: number;
  readonly messages: number;
  readonly chats: number;
  /** Every round writes from chats that never wrote before. */
  readonly fresh: boolean;
  readonly rounds: number;
  readonly names: readonly Name[];
}

export interface World {
  readonly field: Field;
  readonly settings: SandboxSettings;
  readonly telegram: TelegramStandIn;
  readonly zalo: ZaloStandIn;
}

/** Ratios are medians of each round's own ratio to the floor: what else the machine does hits both. */
export interface Standing extends Loaded {
  readonly name: Name;
  readonly ofFloor: number;
  /** That ratio in each round: how far to trust the median. */
  readonly rounds: readonly number[];
  readonly p50OfFloor: number;
  readonly p99OfFloor: number;
  readonly cpuOfFloor: number | null;
}

const TEXTS = [
  "113 là số gì",
  "khu dân cư là gì",
  "bao nhiêu xã đạt chuẩn năm 2022",
  "mất giấy tờ thì làm sao",
];
/** Longer than the first reply waits. */
const QUIET = 1_000;
const LONGEST_DRAIN = 25_000;

/** The scenarios to measure. */
export function scenarios(isQuick: boolean): readonly Scenario[] {
  const all = [...NAMES];
  const workers: readonly Name[] = ["ours", "floor", "bare"];
  const keepers: readonly Name[] = ["ours", "floor", "bare", "chat-pg"];
  const quick: readonly Scenario[] = [
    {
      title: "Telegram, known chats, 16 connections",
      channel: "telegram",
      connections: 16,
      messages: 120,
      chats: 120,
      fresh: false,
      rounds: 2,
      names: all.filter((name) => name !== "chat-memory"),
    },
    {
      title: "Telegram, new chats, 16 connections",
      channel: "telegram",
      connections: 16,
      messages: 120,
      chats: 120,
      fresh: true,
      rounds: 2,
      names: workers,
    },
  ];
  if (isQuick) return quick;
  return [
    {
      title: "Telegram, 300 known chats, 16 connections",
      channel: "telegram",
      connections: 16,
      messages: 300,
      chats: 300,
      fresh: false,
      rounds: 3,
      names: all,
    },
    {
      title: "Telegram, 300 known chats, 64 connections",
      channel: "telegram",
      connections: 64,
      messages: 300,
      chats: 300,
      fresh: false,
      rounds: 3,
      names: keepers,
    },
    {
      title: "Telegram, new chats, 16 connections",
      channel: "telegram",
      connections: 16,
      messages: 200,
      chats: 200,
      fresh: true,
      rounds: 3,
      names: workers,
    },
    {
      title: "Telegram, one chat, 16 connections",
      channel: "telegram",
      connections: 16,
      messages: 150,
      chats: 1,
      fresh: false,
      rounds: 3,
      names: keepers,
    },
    {
      title: "Zalo, 300 known chats, 16 connections",
      channel: "zalo",
      connections: 16,
      messages: 300,
      chats: 300,
      fresh: false,
      rounds: 3,
      names: workers,
    },
    {
      title: "Zalo, new chats, 64 connections",
      channel: "zalo",
      connections: 64,
      messages: 200,
      chats: 200,
      fresh: true,
      rounds: 3,
      names: workers,
    },
  ];
}

const numbers = { update: Math.floor(Date.now() / 1000), chat: 0 };

/**
 * Interleaved rounds of one scenario: A B C, B C A, …. Known chats write once just before the measured burst: an object
 * that the runtime has put to sleep is opened again at the cost of a new one, and contenders fall asleep at different times.
 */
export async function acknowledge(world: World, scenario: Scenario): Promise<readonly Standing[]> {
  const results = new Map<Name, Loaded[]>(scenario.names.map((name) => [name, []]));
  const home = numbers.chat;
  numbers.chat += scenario.chats;
  for (let nth = 0; nth < scenario.rounds; nth++) {
    const firstChat = scenario.fresh ? numbers.chat : home;
    if (scenario.fresh) numbers.chat += scenario.chats;
    for (const name of turned(scenario.names, nth)) {
      if (!scenario.fresh) await burst(world, name, { ...scenario, firstChat });
      results.get(name)?.push(await burst(world, name, { ...scenario, firstChat }));
    }
  }
  const floor = results.get("floor") ?? [];
  return scenario.names.map((name) => standing(name, results.get(name) ?? [], floor));
}

export type Wanted = Pick<Scenario, "channel" | "connections" | "messages" | "chats"> & {
  readonly firstChat: number;
  readonly texts?: readonly string[];
};

/** One burst at one contender; returns once its answers are out, so that the next one has the machine for itself. */
export async function burst(world: World, name: Name, wanted: Wanted): Promise<Loaded> {
  const loaded = await send(world, name, wanted);
  if (name !== "floor" && name !== "bare") await drained(world);
  return loaded;
}

/** Returns with the last acknowledgement. */
export async function send(world: World, name: Name, wanted: Wanted): Promise<Loaded> {
  const address = await world.field.address(name);
  const load: Load = {
    texts: TEXTS,
    ...wanted,
    port: address.port,
    path: address.path ?? `/webhooks/${wanted.channel}`,
    settings: world.settings,
    firstUpdate: numbers.update,
  };
  numbers.update += wanted.messages;
  const before = world.field.cpu(name);
  const measured = await runJson<Omit<Loaded, "cpu">>(["bench/speed/load.ts", JSON.stringify(load)]).catch(
    (cause: unknown) => {
      throw new Error(`${name} cut the load off; its last words:\n${world.field.words(name)}`, { cause });
    },
  );
  const after = world.field.cpu(name);
  const cpu = before === null || after === null ? null : (after - before) / wanted.messages;
  return { ...measured, cpu };
}

/** Until nothing has gone out for a while (milliseconds), at the longest for another while. */
export async function drained(
  { telegram, zalo }: Pick<World, "telegram" | "zalo">,
  { quiet = QUIET, longest = LONGEST_DRAIN }: { readonly quiet?: number; readonly longest?: number } = {},
): Promise<void> {
  const count = () => telegram.calls.items.length + zalo.calls.items.length;
  const until = Date.now() + longest;
  let before = -1;
  while (count() !== before && Date.now() < until) {
    before = count();
    await pause(quiet);
  }
}

function turned(names: readonly Name[], by: number): readonly Name[] {
  const at = by % names.length;
  return [...names.slice(at), ...names.slice(0, at)];
}

function standing(name: Name, own: readonly Loaded[], floor: readonly Loaded[]): Standing {
  const ratio = (of: (loaded: Loaded) => number) =>
    round(median(own.map((loaded, i) => of(loaded) / of(floor[i] ?? loaded))), 2);
  const knowsCpu = [...own, ...floor].every(({ cpu }) => cpu !== null);
  const cpuOf = ({ cpu }: Loaded) => cpu ?? Number.NaN;
  return {
    name,
    perSecond: round(median(own.map(({ perSecond }) => perSecond)), 0),
    p50: round(median(own.map(({ p50 }) => p50)), 1),
    p99: round(median(own.map(({ p99 }) => p99)), 1),
    refused: own.reduce((sum, { refused }) => sum + refused, 0),
    ofFloor: ratio(({ perSecond }) => perSecond),
    rounds: own.map(({ perSecond }, i) => round(perSecond / (floor[i]?.perSecond ?? perSecond), 2)),
    p50OfFloor: ratio(({ p50 }) => p50),
    p99OfFloor: ratio(({ p99 }) => p99),
    cpu: knowsCpu ? round(median(own.map(cpuOf)), 2) : null,
    cpuOfFloor: knowsCpu ? ratio(cpuOf) : null,
  };
}
