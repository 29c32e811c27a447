import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Officials } from "../../../src/features/officials/directory.ts";
import { codesOf } from "../../../src/features/officials/one-time-code.ts";
import { Disclosures } from "../../../src/features/reporting/vault/disclosures.ts";
import { DAY, HOUR, MINUTE } from "../../../src/platform/time.ts";
import { bindings, migrate } from "../../worker/bindings.ts";
import { emptyOffice } from "../../worker/office.ts";
import { book, bookContext, fresh, submission, T0 } from "../../worker/reports-fixture.ts";
import { runs } from "../runs.ts";

const WALKS = runs((bindings as unknown as { readonly FUZZ?: string }).FUZZ, 40, 0.005);
const STEPS = 16;

/** One person's accounts: one of the first two stands in the settings (the phone, and its replacement). */
const MINE = ["1001", "1002", "1003"] as const;
/** Another supervisor of the settings, another person: confirms nothing. */
const HONEST = "2001";
/** Who is in the settings: never two of the one person's accounts. */
const SETTINGS = [["1001"], ["1001", HONEST], ["1002", HONEST], ["1002"]] as const;

const account = fc.oneof(
  { weight: 3, arbitrary: fc.constant<string>(MINE[0]) },
  { weight: 2, arbitrary: fc.constant<string>(MINE[1]) },
  { weight: 2, arbitrary: fc.constant<string>(MINE[2]) },
);
const which = fc.nat();

const lane = fc.constantFrom("urgent" as const, "crime" as const);
const role = fc.constantFrom(
  "supervisor" as const,
  "supervisor" as const,
  "supervisor" as const,
  "duty" as const,
);
const soon = fc.constantFrom(0, 0, MINUTE, 29 * MINUTE, 61 * MINUTE);
const late = fc.constantFrom(0, 61 * MINUTE, 61 * MINUTE, 2 * HOUR);
const large = fc.constantFrom(HOUR, DAY, 8 * DAY, 8 * DAY, 8 * DAY, 60 * DAY);

/** What the person does with any account, single acts and whole schemes, and what the office does meanwhile. */
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("invite" as const), by: account, role }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("open" as const), by: account, which }) },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant("enlist" as const), by: account, whom: account, role }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("revoke" as const), by: account, whom: account }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("ask" as const), by: account, lane }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("confirm" as const), by: account, which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("read" as const), by: account, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("veto" as const), by: account, which }) },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant("scheme" as const),
      by: account,
      whom: account,
      lane,
      first: soon,
      after: late,
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant("wait" as const), ms: large }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("settings" as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("atOnce" as const), which }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("honest" as const),
      act: fc.constantFrom("revoke", "veto"),
      which,
    }),
  },
);

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

class Office {
  now = T0;
  first: readonly string[] = SETTINGS[1];
  readonly links: string[] = [];
  readonly requests: { readonly id: string; readonly code: string }[] = [];

  get officials(): Officials {
    return new Officials(bindings.LEDGER, new Set(this.first), bookContext.ring);
  }

  get disclosures(): Disclosures {
    return new Disclosures(bookContext, this.officials);
  }

  /** @returns true where an identity was shown */
  async take(one: Step): Promise<boolean> {
    this.now += 1_000;
    const { now, officials, disclosures } = this;
    const at = { at: now, key: fresh() };
    switch (one.do) {
      case "invite": {
        const token = fresh();
        // The feature asks for the role before.
        if ((await officials.roleOf({ channel: "telegram", sender: one.by })) !== "supervisor") return false;
        await officials.invite(one.by, one.role, "x", token, now);
        this.links.push(token);
        return false;
      }
      case "open":
        await officials.accept(pick(this.links, one.which) ?? "", one.by, now);
        return false;
      case "revoke":
        if ((await officials.roleOf({ channel: "telegram", sender: one.by })) === "supervisor")
          await officials.revoke(one.by, one.whom, now);
        return false;
      case "ask": {
        const { code } = await book.submit(submission({ lane: one.lane, at: now }));
        const outcome = await disclosures.request({ code, reason: "x", by: one.by, ...at });
        if (outcome.kind === "requested") this.requests.push({ id: outcome.id, code });
        return false;
      }
      case "confirm":
        await disclosures.confirm({ id: pick(this.requests, one.which)?.id ?? "", by: one.by, ...at });
        return false;
      case "veto":
        await disclosures.veto({ id: pick(this.requests, one.which)?.id ?? "", by: one.by, ...at });
        return false;
      case "read":
        return this.#read(one.by, pick(this.requests, one.which)?.code ?? "");
      case "enlist":
        await this.take({ do: "invite", by: one.by, role: one.role });
        return this.take({ do: "open", by: one.whom, which: 0 });
      case "scheme":
        await this.take({ do: "ask", by: one.by, lane: one.lane });
        this.now += one.first;
        await this.take({ do: "confirm", by: one.whom, which: 0 });
        this.now += one.after;
        return this.take({ do: "read", by: one.by, which: 0 });
      case "wait":
        this.now += one.ms;
        return false;
      case "settings":
        this.first = SETTINGS[one.which % SETTINGS.length] ?? SETTINGS[0];
        return false;
      case "atOnce":
        return this.#atOnce(one.which);
      case "honest": {
        const request = pick(this.requests, one.which);
        if (!this.first.includes(HONEST)) return false;
        if (one.act === "revoke") await officials.revoke(HONEST, pick(MINE, one.which) ?? "", now);
        else if (request !== undefined) await disclosures.veto({ id: request.id, by: HONEST, ...at });
        return false;
      }
    }
  }

  async #read(by: string, code: string): Promise<boolean> {
    const row = await bindings.LEDGER.prepare("SELECT epoch FROM official_codes WHERE telegram_id = ?")
      .bind(by)
      .first<{ epoch: number }>();
    const { ring } = bookContext;
    const codes = codesOf(ring, by, { epoch: row?.epoch ?? 0, keyId: ring.currentId });
    this.now += MINUTE;
    const at = this.now;
    const oneTimeCode = codes?.at(at) ?? "";
    return (await this.disclosures.read({ code, by, oneTimeCode, at, key: fresh() })).kind === "disclosed";
  }

  /** The person acts with all accounts at the same moment. */
  async #atOnce(which: number): Promise<boolean> {
    const { now, officials, disclosures } = this;
    const { id = "", code = "" } = pick(this.requests, which) ?? {};
    const nothing = async (act: Promise<unknown>) => (await act) === true;
    const shown = await Promise.all([
      ...MINE.map((by) => nothing(disclosures.confirm({ id, by, at: now, key: fresh() }))),
      ...MINE.map((by) => this.#read(by, code)),
      ...MINE.map((by) => nothing(officials.accept(pick(this.links, which) ?? "", by, now))),
    ]);
    return shown.includes(true);
  }
}

/** Mostly one of the newest. */
const pick = <T>(all: readonly T[], which: number): T | undefined =>
  all.at(-1 - (which % Math.min(all.length, 3)));

beforeAll(migrate);

beforeEach(emptyOffice);

describe("two persons", () => {
  it("no order of acts by one person's accounts shows an identity, however long they wait", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: STEPS, size: "max" }), async (steps) => {
        await emptyOffice();
        const office = new Office();
        for (const one of steps) expect(await office.take(one), JSON.stringify(one)).toBe(false);
      }),
      { numRuns: WALKS, seed: 138 },
    );
  });

  it("and the same acts with the other person's confirmation show it", async () => {
    const office = new Office();
    await office.take({ do: "ask", by: "1001", lane: "crime" });
    const [request] = office.requests;
    await office.disclosures.confirm({ id: request?.id ?? "", by: HONEST, at: office.now, key: fresh() });
    await office.take({ do: "wait", ms: HOUR + MINUTE });
    expect(await office.take({ do: "read", by: "1001", which: 0 })).toBe(true);
  });
});
