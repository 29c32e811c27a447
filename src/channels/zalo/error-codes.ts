import { DAY, HOUR, MINUTE, SECOND } from "../../platform/time.ts";

/** What to do after a refused send. Durations in milliseconds. */
export type Treatment =
  /** Try again after a while, as often as the outbox allows. */
  | { readonly do: "retry"; readonly afterMs: number }
  /** Try again after a while, but only once. */
  | { readonly do: "retry_once"; readonly afterMs: number }
  /** Can't be sent between 22:00 and 06:00 in Vietnam. */
  | { readonly do: "retry_in_the_morning" }
  /** Can be sent after the person's next message. */
  | { readonly do: "hold" }
  | { readonly do: "park" }
  /** The access token is no longer valid: get a new one and try once more. */
  | { readonly do: "refresh" }
  /** Try once without the quote; without one, park the message. */
  | { readonly do: "drop_quote" };

export interface ErrorCode {
  /** A short word for logs and the operator. */
  readonly slug: string;
  readonly treatment: Treatment;
  /** An operator must act: the account, the app or its money is at fault, not one message. */
  readonly alarm?: true;
}

const park = (slug: string): ErrorCode => ({ slug, treatment: { do: "park" } });
const parkAndAlarm = (slug: string): ErrorCode => ({ ...park(slug), alarm: true });
const hold = (slug: string): ErrorCode => ({ slug, treatment: { do: "hold" } });
const refresh = (slug: string): ErrorCode => ({ slug, treatment: { do: "refresh" } });
const retry = (slug: string, afterMs: number): ErrorCode => ({ slug, treatment: { do: "retry", afterMs } });

/** Source: Zalo's table of error codes; the positive ones and −401 were seen in operation for a bad token. */
const CODES: Readonly<Record<string, ErrorCode>> = {
  "-32": retry("rate_limited", SECOND),
  "-100": park("attachment_expired"),
  "-124": refresh("token_invalid"),
  "-200": { slug: "sending_failed", treatment: { do: "retry_once", afterMs: MINUTE } },
  "-201": { slug: "bad_parameter", treatment: { do: "drop_quote" } },
  "-204": parkAndAlarm("account_disabled"),
  "-205": parkAndAlarm("account_missing"),
  "-209": parkAndAlarm("app_not_activated"),
  "-210": park("too_long"),
  // The quota doesn't cover free replies: the person's next message allows them again.
  "-211": { ...hold("quota_used_up"), alarm: true },
  "-212": parkAndAlarm("api_not_registered"),
  "-213": park("not_a_follower"),
  "-214": retry("still_processing", MINUTE),
  "-216": refresh("token_invalid"),
  "-217": park("invitations_blocked"),
  "-218": hold("recipient_limit"),
  "-219": parkAndAlarm("app_disabled"),
  "-220": refresh("token_expired"),
  "-221": parkAndAlarm("account_not_verified"),
  "-223": parkAndAlarm("permission_missing"),
  "-224": parkAndAlarm("package_too_low"),
  "-227": park("recipient_inactive"),
  "-230": hold("no_recent_interaction"),
  "-232": hold("interaction_expired"),
  "-233": park("kind_not_supported"),
  "-234": { slug: "night_ban", treatment: { do: "retry_in_the_morning" } },
  "-235": park("account_type"),
  "-237": park("group_expired"),
  "-238": park("asset_used_up"),
  "-240": parkAndAlarm("old_api"),
  "-241": park("asset_disabled"),
  "-242": parkAndAlarm("bad_appsecret_proof"),
  "-244": park("restricted_by_recipient"),
  "-248": parkAndAlarm("against_platform_standards"),
  // Only messages outside the free window cost money: the person's next message opens the window.
  "-320": { ...hold("no_cloud_account"), alarm: true },
  "-321": { ...hold("cloud_account_empty"), alarm: true },
  "-401": refresh("token_invalid"),
  "-403": park("not_in_group"),
  "-1340": park("form_missing"),
  "-1341": park("form_no_access"),
  "216": refresh("token_invalid"),
  "401": refresh("token_invalid"),
};

/** What to do about a code; undefined for one that the table doesn't know. */
export function errorCodeOf(code: number): ErrorCode | undefined {
  const key = String(code);
  return Object.hasOwn(CODES, key) ? CODES[key] : undefined;
}

/** Every code of the table. */
export const KNOWN_CODES: readonly number[] = Object.keys(CODES).map(Number);

const SIX_IN_VIETNAM = 23 * HOUR;

/** Milliseconds from `now` until the next 06:00 in Vietnam (23:00 UTC, no summer time). */
export function untilMorning(now: number): number {
  const sinceSix = (((now - SIX_IN_VIETNAM) % DAY) + DAY) % DAY;
  return DAY - sinceSix;
}
