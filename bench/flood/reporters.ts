import { setTimeout as pause } from "node:timers/promises";
import type { WebhookCall } from "../../sandbox/people/delivery.ts";
import { zaloWebhookCall } from "../../sandbox/people/zalo-event.ts";
import type { Platforms } from "../speed/crowd.ts";
import type { Person } from "./people.ts";

/** What became of one reporter; times in milliseconds since the epoch. */
export interface Told {
  readonly person: Person;
  /** Null where none was given. */
  readonly code: string | null;
  /** When they wrote what was answered with the code. */
  readonly sentAt: number;
  /** What they were told last. */
  readonly last: string;
}

export const CODE = /TB-[0-9A-Z]{4}-[0-9A-Z]{4}/u;
const FIRST_CITIZEN = 7_139_120_946_683_000_000n;
/** Whoever hears nothing for so long has lost their message, in milliseconds. */
const PATIENCE = 120_000;
/** How long a person looks at an answer. */
const READS = 1_500;

/** People who write to the real webhook of Zalo. */
export class Reporters {
  readonly #platforms: Platforms;
  readonly #url: string;
  readonly #heard = new Map<string, (words: string) => void>();

  constructor(platforms: Platforms, port: number) {
    this.#platforms = platforms;
    this.#url = `http://127.0.0.1:${port}`;
    platforms.zalo.onSent(({ userId, text = "" }) => this.#heard.get(userId)?.(text));
  }

  /** All of them, spread over `ms`. */
  report(people: readonly Person[], ms: number): Promise<readonly Told[]> {
    const began = Date.now();
    return Promise.all(
      people.map(async (person, i) => {
        await pause(Math.max(0, began + person.at * ms - Date.now()));
        return this.#tell(person, String(FIRST_CITIZEN + BigInt(i)));
      }),
    );
  }

  async #tell(person: Person, id: string): Promise<Told> {
    let last = "";
    for (const [i, text] of person.says.entries()) {
      const sentAt = Date.now();
      last = await this.#say(id, text, i + 1 === person.says.length ? CODE : /./u);
      const [code] = CODE.exec(last) ?? [];
      if (code !== undefined) return { person, code, sentAt, last };
    }
    return { person, code: null, sentAt: 0, last };
  }

  /** All that they are told to it: an answer may have several parts. @param awaited what they wait for */
  async #say(id: string, text: string, awaited: RegExp): Promise<string> {
    const told: string[] = [];
    const answered = Promise.withResolvers<void>();
    this.#heard.set(id, (words) => {
      told.push(words);
      if (awaited.test(words)) answered.resolve();
    });
    const heard = new AbortController();
    await post(zaloWebhookCall(this.#url, this.#platforms.settings, { kind: "text", text }, id));
    await Promise.race([
      answered.promise,
      pause(PATIENCE, undefined, { signal: heard.signal }).catch(() => {}),
    ]);
    heard.abort();
    await pause(READS);
    return told.join("\n");
  }
}

/** @throws Error where it isn't answered with 200 */
export async function post({ url, headers, body }: WebhookCall): Promise<void> {
  const { status } = await fetch(url, { method: "POST", headers, body });
  if (status !== 200) throw new Error(`the webhook said ${status}`);
}
