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
  readonly p50OfFloor: number;
  readonly p99OfFloor: number;
}

const TEXTS = ["/help", "khu dân cư là gì", "bao nhiêu xã đạt chuẩn năm 2022", "mất giấy tờ thì làm sao"];
/** Longer than the first reply waits. */
const QUIET = 1_000;
const LONGEST_DRAIN = 25_000;

/** The scenarios to measure. */
export function scenarios(isQuick: boolean): readonly Scenario[] {
  const all = [...NAMES];
  const workers: readonly Name[] = ["ours", "floor", "bare"];
  const quick: readonly Scenario[] = [
    {
      title: "Telegram, known chats, 16 connections",
      channel: "telegram",
      connections: 16,
      messages: 300,
      chats: 200,
      fresh: false,
      rounds: 2,
      names: all,
    },
    {
      title: "Telegram, new chats, 16 connections",
      channel: "telegram",
      connections: 16,
      messages: 200,
      chats: 200,
      fresh: true,
      rounds: 2,
      names: workers,
    },
  ];
  if (isQuick) return quick;
  return [
    {
      title: "Telegram, 1,000 known chats, 16 connections",
      channel: "telegram",
      connections: 16,
      messages: 1000,
      chats: 1000,
      fresh: false,
      rounds: 5,
      names: all,
    },
    {
      title: "Telegram, 1,000 known chats, 64 connections",
      channel: "telegram",
      connections: 64,
      messages: 1000,
      chats: 1000,
      fresh: false,
      rounds: 5,
      names: all,
    },
    {
      title: "Telegram, new chats, 16 connections",
      channel: "telegram",
      connections: 16,
      messages: 500,
      chats: 500,
      fresh: true,
      rounds: 5,
      names: workers,
    },
    {
      title: "Telegram, one chat, 16 connections",
      channel: "telegram",
      connections: 16,
      messages: 400,
      chats: 1,
      fresh: false,
      rounds: 3,
      names: all,
    },
    {
      title: "Zalo, 1,000 known chats, 16 connections",
      channel: "zalo",
      connections: 16,
      messages: 1000,
      chats: 1000,
      fresh: false,
      rounds: 5,
      names: workers,
    },
    {
      title: "Zalo, new chats, 64 connections",
      channel: "zalo",
      connections: 64,
      messages: 500,
      chats: 500,
      fresh: true,
      rounds: 5,
      names: workers,
    },
  ];
}

const numbers = { update: Math.floor(Date.now() / 1000), chat: 0 };

/** Interleaved rounds of one scenario: A B C, B C A, …; the first round only warms up and makes the chats known. */
export async function acknowledge(world: World, scenario: Scenario): Promise<readonly Standing[]> {
  const results = new Map<Name, Loaded[]>(scenario.names.map((name) => [name, []]));
  const home = numbers.chat;
  numbers.chat += scenario.chats;
  for (let nth = -1; nth < scenario.rounds; nth++) {
    const firstChat = scenario.fresh ? numbers.chat : home;
    if (scenario.fresh) numbers.chat += scenario.chats;
    for (const name of turned(scenario.names, nth)) {
      const loaded = await burst(world, name, { ...scenario, firstChat });
      if (nth >= 0) results.get(name)?.push(loaded);
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
  return runJson<Loaded>(["bench/speed/load.ts", JSON.stringify(load)]);
}

/** Until nothing has gone out for a while. */
export async function drained(
  { telegram, zalo }: Pick<World, "telegram" | "zalo">,
  quiet = QUIET,
): Promise<void> {
  const count = () => telegram.calls.items.length + zalo.calls.items.length;
  const until = Date.now() + LONGEST_DRAIN;
  let before = -1;
  while (count() !== before && Date.now() < until) {
    before = count();
    await pause(quiet);
  }
}

function turned(names: readonly Name[], by: number): readonly Name[] {
  const at = Math.max(0, by) % names.length;
  return [...names.slice(at), ...names.slice(0, at)];
}

function standing(name: Name, own: readonly Loaded[], floor: readonly Loaded[]): Standing {
  const ratio = (of: (loaded: Loaded) => number) =>
    round(median(own.map((loaded, i) => of(loaded) / of(floor[i] ?? loaded))), 2);
  return {
    name,
    perSecond: round(median(own.map(({ perSecond }) => perSecond)), 0),
    p50: round(median(own.map(({ p50 }) => p50)), 1),
    p99: round(median(own.map(({ p99 }) => p99)), 1),
    refused: own.reduce((sum, { refused }) => sum + refused, 0),
    ofFloor: ratio(({ perSecond }) => perSecond),
    p50OfFloor: ratio(({ p50 }) => p50),
    p99OfFloor: ratio(({ p99 }) => p99),
  };
}
