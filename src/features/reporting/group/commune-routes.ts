import { toMinute } from "../../../platform/time.ts";

export interface CommuneRoutesOptions {
  readonly db: D1Database;
  /** The province's duty group: it gets every report that no other group gets. */
  readonly province: string;
  /** Commune → duty group, as the settings have it. */
  readonly settings: ReadonlyMap<string, string>;
}

/**
 * Which duty group gets the reports of which commune: the table of the settings, changed by supervisors' command. A command
 * chooses among the groups of the settings only, so that no slip sends cards to a chat that nobody has set up.
 */
export class CommuneRoutes {
  readonly #options: CommuneRoutesOptions;
  /** The groups of communes, in the order of the settings. */
  readonly others: readonly string[];

  constructor(options: CommuneRoutesOptions) {
    this.#options = options;
    this.others = [...new Set(options.settings.values())].filter((chat) => chat !== options.province);
  }

  /** All duty groups, the province's first. */
  get groups(): readonly string[] {
    return [this.#options.province, ...this.others];
  }

  isGroup(chat: string): boolean {
    return this.groups.includes(chat);
  }

  isProvince(chat: string): boolean {
    return chat === this.#options.province;
  }

  /** Commune → group, without those that go to the province's. */
  async table(): Promise<ReadonlyMap<string, string>> {
    const { db, settings, province } = this.#options;
    if (this.others.length === 0) return new Map();
    const { results } = await db
      .prepare("SELECT commune, chat FROM commune_routes")
      .all<{ commune: string; chat: string | null }>();
    const rows = results.map(({ commune, chat }) => [commune, chat ?? province] as const);
    const all = new Map([...settings, ...rows]);
    // A group that has left the settings gets nothing any more.
    return new Map([...all].filter(([, chat]) => this.others.includes(chat)));
  }

  /** The group for a commune; the province's where none is named. */
  async groupFor(commune: string | null): Promise<string> {
    const chat = commune === null ? undefined : (await this.table()).get(commune);
    return chat ?? this.#options.province;
  }

  /** The communes whose reports a group gets; null for the province's, which may see all. */
  async communesOf(chat: string): Promise<readonly string[] | null> {
    if (this.isProvince(chat)) return null;
    return [...(await this.table())].flatMap(([commune, group]) => (group === chat ? [commune] : []));
  }

  /** @param chat one of `others`; null for the province's */
  async set(commune: string, chat: string | null, by: string, at: number): Promise<void> {
    await this.#options.db
      .prepare("INSERT OR REPLACE INTO commune_routes (commune, chat, set_by, set_at) VALUES (?, ?, ?, ?)")
      .bind(commune, chat, by, toMinute(at))
      .run();
  }
}
