import { expect, it } from "vitest";
import { webhookOutcome } from "./webhook-refusals.ts";

it.each([
  ["zalo", "ignored.user_seen_message", "ignored"],
  ["zalo", "other_account", "refused"],
  ["zalo", "too_large", "unsigned"],
  ["telegram", "too_large", "refused"],
  ["telegram", "not_an_update", "refused"],
  ["telegram", "bad_secret", "unsigned"],
  ["zalo", "figure_withheld", null],
  ["zalo", "doctor_ping", null],
  ["telegram", "doctor_ping", null],
  ["telegram", "deferred.network", null],
] as const)("%s %s", (channel, kind, what) => expect(webhookOutcome(channel, kind)).toBe(what));
