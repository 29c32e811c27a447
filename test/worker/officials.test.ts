import { beforeAll, describe, expect, it } from "vitest";
import { Officials } from "../../src/features/officials/directory.ts";
import { bindings, migrate } from "./bindings.ts";

const SUPERVISOR = "138000001";
const T0 = 1_763_875_200_000;
const telegram = (sender: string) => ({ channel: "telegram" as const, sender });

const officials = () => new Officials(bindings.LEDGER, new Set([SUPERVISOR]));

beforeAll(migrate);

describe("officials", () => {
  it("the settings name the first supervisors, on Telegram only", async () => {
    expect(await officials().roleOf(telegram(SUPERVISOR))).toBe("supervisor");
    expect(await officials().roleOf({ channel: "zalo", sender: SUPERVISOR })).toBeNull();
    expect(await officials().roleOf(telegram("5"))).toBeNull();
  });

  it("an invitation grants its role once, to one person, who may tap it again", async () => {
    await officials().invite(SUPERVISOR, "duty", "Tổ trực số 2", "token-a", T0);
    expect(await officials().accept("token-a", "21", T0 + 1)).toEqual({ kind: "granted", role: "duty" });
    expect(await officials().accept("token-a", "21", T0 + 2)).toEqual({ kind: "granted", role: "duty" });
    expect(await officials().accept("token-a", "22", T0 + 3)).toEqual({ kind: "refused", why: "used" });
    expect(await officials().roleOf(telegram("21"))).toBe("duty");
    expect(await officials().roleOf(telegram("22"))).toBeNull();
  });

  it("an old or made-up invitation grants nothing", async () => {
    await officials().invite(SUPERVISOR, "duty", "Trễ", "token-b", T0);
    expect(await officials().accept("token-b", "31", T0 + 86_400_001)).toEqual({
      kind: "refused",
      why: "expired",
    });
    expect(await officials().accept("made-up", "31", T0)).toEqual({ kind: "refused", why: "unknown" });
    expect(await officials().roleOf(telegram("31"))).toBeNull();
  });

  it("a revocation works at once, and a spent link doesn't bring the role back", async () => {
    await officials().invite(SUPERVISOR, "viewer", "Cán bộ tổng hợp", "token-c", T0);
    await officials().accept("token-c", "41", T0 + 1);
    expect(await officials().revoke(SUPERVISOR, "41", T0 + 2)).toBe(true);
    expect(await officials().roleOf(telegram("41"))).toBeNull();
    await officials().accept("token-c", "41", T0 + 3);
    expect(await officials().roleOf(telegram("41"))).toBeNull();
    expect(await officials().revoke(SUPERVISOR, "41", T0 + 4)).toBe(false);
  });

  it("everything is in the audit log, without the link's token", async () => {
    const { results } = await bindings.LEDGER.prepare("SELECT * FROM audit ORDER BY at").all<{
      action: string;
    }>();
    const actions = results.map((row) => row.action);
    expect(actions).toContain("invite");
    expect(actions).toContain("accept");
    expect(actions).toContain("revoke");
    expect(JSON.stringify(results)).not.toContain("token-");
  });
});
