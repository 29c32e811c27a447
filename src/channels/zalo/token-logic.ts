import { z } from "zod";
import { MINUTE } from "../../platform/time.ts";

/** The rules of Zalo's single-use refresh tokens, without any input or output. Times in milliseconds since the epoch. */

export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly obtainedAt: number;
  readonly expiresAt: number;
  /** How many pairs in a row were requested because Zalo refused the pair before; absent where none was. */
  readonly refusals?: number;
}

export interface RefreshFailure {
  /** Zalo's code or our own word; never a token. */
  readonly code: string;
  /** The refresh token that failed: the failure says nothing about another one. */
  readonly refreshToken: string;
  readonly attempts: number;
  readonly retryAt: number;
  /** The refresh token is spent, expired or unknown: an admin of the account must consent again. */
  readonly isFinal: boolean;
}

/** What is stored from one refresh to the next. */
export interface TokenState {
  readonly pair?: TokenPair;
  /** The previous pair; older ones are forgotten. */
  readonly previous?: TokenPair;
  /** Configured seeds that were used or finally refused, the latest last. None of them is tried again. */
  readonly settledSeeds?: readonly string[];
  /** At most one for each refresh token that may still be used. */
  readonly failures?: readonly RefreshFailure[];
}

export type TokenReply =
  | {
      readonly kind: "pair";
      readonly accessToken: string;
      readonly refreshToken: string;
      readonly lifeMs: number;
    }
  | { readonly kind: "failed"; readonly code: string; readonly isFinal: boolean };

export type Decision =
  | { readonly do: "use"; readonly accessToken: string }
  /** `meanwhile` is a token that still works while the refresh is under way. */
  | { readonly do: "refresh"; readonly refreshToken: string; readonly meanwhile?: string }
  | { readonly do: "fail"; readonly code: string };

export interface Question {
  /** The refresh token of the settings. */
  readonly seed: string;
  readonly now: number;
  /** An access token that Zalo has just refused. */
  readonly rejected?: string | undefined;
}

/** An access token this close to its end may expire during the call. For a short life it is at most a tenth of it. */
const MARGIN = MINUTE;
/**
 * A refused token is refreshed at once. Where the new tokens are refused too, something else is wrong and refreshing
 * would never end. So each must then be older than the last one, from the first of these times up to the second.
 */
const FIRST_REFUSAL_PAUSE = 10_000;
const LONGEST_REFUSAL_PAUSE = 5 * MINUTE;
const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 30 * MINUTE;
/** Assumed where a valid pair comes without a usable life: it must be stored, as the old pair is used up. */
const DEFAULT_LIFE = 60 * MINUTE;
const SHORTEST_LIFE = 1_000;
const LONGEST_LIFE_SECONDS = 366 * 86_400;
/** During a deployment two seeds are configured at once. */
const SEEDS_KEPT = 5;

/** −14014 invalid or used, −14020 expired, −118 invalid grant. */
const FINAL_CODES = new Set([-14014, -14020, -118]);

/**
 * Whether to hand out the stored token, refresh first, or give up for now. A seed that the operator has changed is
 * tried first; the old chain is used until the new one has worked.
 */
export function decide(state: TokenState, { seed, now, rejected }: Question): Decision {
  const { pair } = state;
  const usable = pair !== undefined && isUsable(pair, now, rejected) ? pair.accessToken : undefined;
  const isDue = pair !== undefined && (usable === undefined || isHalfway(pair, now));
  const wanted = [
    ...(state.settledSeeds?.includes(seed) ? [] : [seed]),
    ...(isDue ? [pair.refreshToken] : []),
  ];
  const refreshToken = wanted.find((token) => mayTry(state, token, now));
  if (refreshToken !== undefined) {
    return { do: "refresh", refreshToken, ...(usable !== undefined && { meanwhile: usable }) };
  }
  if (usable !== undefined) return { do: "use", accessToken: usable };
  return { do: "fail", code: state.failures?.at(-1)?.code ?? "no_token" };
}

const isHalfway = (pair: TokenPair, now: number): boolean =>
  now >= pair.obtainedAt + (pair.expiresAt - pair.obtainedAt) / 2;

function mayTry(state: TokenState, refreshToken: string, now: number): boolean {
  const failure = failureOf(state, refreshToken);
  return failure === undefined || (!failure.isFinal && now >= failure.retryAt);
}

function failureOf({ failures = [] }: TokenState, refreshToken: string): RefreshFailure | undefined {
  return failures.find((failure) => failure.refreshToken === refreshToken);
}

function isUsable(pair: TokenPair, now: number, rejected: string | undefined): boolean {
  const isRefused = pair.accessToken === rejected && now - pair.obtainedAt >= refusalPause(pair);
  const margin = Math.min(MARGIN, (pair.expiresAt - pair.obtainedAt) / 10);
  return !isRefused && now < pair.expiresAt - margin;
}

function refusalPause({ refusals = 0 }: TokenPair): number {
  if (refusals === 0) return 0;
  return Math.min(LONGEST_REFUSAL_PAUSE, FIRST_REFUSAL_PAUSE * 2 ** Math.min(refusals - 1, 20));
}

/** Zero again where the previous pair had worked for a while. */
function refusalsAfter(pair: TokenPair | undefined, { now, rejected }: Question): number {
  if (pair === undefined || pair.accessToken !== rejected) return 0;
  return now - pair.obtainedAt >= LONGEST_REFUSAL_PAUSE ? 1 : (pair.refusals ?? 0) + 1;
}

/** The state after a try with `refreshToken` that began at `now`. An invalid reply never replaces a pair. */
export function settle(
  state: TokenState,
  reply: TokenReply,
  refreshToken: string,
  question: Question,
): TokenState {
  const { seed, now } = question;
  const isSettled = refreshToken === seed && (reply.kind === "pair" || reply.isFinal);
  const settledSeeds = [...(state.settledSeeds ?? []), ...(isSettled ? [seed] : [])].slice(-SEEDS_KEPT);
  const others = (state.failures ?? []).filter((failure) => failure.refreshToken !== refreshToken);
  if (reply.kind === "pair") {
    const { accessToken, lifeMs } = reply;
    const refusals = refusalsAfter(state.pair, question);
    return {
      pair: {
        accessToken,
        refreshToken: reply.refreshToken,
        obtainedAt: now,
        expiresAt: now + lifeMs,
        ...(refusals > 0 && { refusals }),
      },
      ...(state.pair !== undefined && { previous: state.pair }),
      settledSeeds,
      failures: others.filter((failure) => failure.refreshToken === seed && !settledSeeds.includes(seed)),
    };
  }
  const attempts = (failureOf(state, refreshToken)?.attempts ?? 0) + 1;
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(attempts - 1, 20));
  const { code, isFinal } = reply;
  const live = [seed, state.pair?.refreshToken];
  return {
    ...state,
    settledSeeds,
    failures: [
      ...others.filter((failure) => live.includes(failure.refreshToken)),
      { code, refreshToken, attempts, retryAt: now + pause, isFinal },
    ],
  };
}

const Reply = z.looseObject({
  error: z.unknown().optional(),
  error_name: z.unknown().optional(),
  access_token: z.string().regex(/^\S+$/),
  refresh_token: z.string().regex(/^\S+$/),
  expires_in: z.coerce.number().positive().max(LONGEST_LIFE_SECONDS).optional().catch(undefined),
});
const Refusal = z.looseObject({ error: z.unknown().optional(), error_name: z.unknown().optional() });

/** Reads the answer of the token endpoint. Errors come with HTTP 200, so only the body counts. Never throws. */
export function parseTokenReply(status: number, body: string): TokenReply {
  const json = parse(body);
  const refusal = Refusal.safeParse(json).data;
  if (refusal !== undefined && isRefusal(refusal)) {
    const code = /^-?\d{1,9}$/.test(String(refusal.error)) ? Number(refusal.error) : undefined;
    return {
      kind: "failed",
      code: String(code ?? "refused"),
      isFinal: code !== undefined && FINAL_CODES.has(code),
    };
  }
  const reply = Reply.safeParse(json);
  if (!reply.success) {
    const isOk = status >= 200 && status < 300;
    return { kind: "failed", code: isOk ? "no_pair" : `http_${status}`, isFinal: false };
  }
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: life } = reply.data;
  const lifeMs = life === undefined ? DEFAULT_LIFE : Math.max(SHORTEST_LIFE, life * 1000);
  return { kind: "pair", accessToken, refreshToken, lifeMs };
}

/** An error in words only, without a code, is one too. */
function isRefusal({
  error,
  error_name: name,
}: {
  readonly error?: unknown;
  readonly error_name?: unknown;
}): boolean {
  const isClear = error === undefined || error === null || error === 0 || error === "0";
  return !isClear || Boolean(name);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** For the operator: nothing in it is a secret. */
export interface TokenStatus {
  /** `stale`: the last refresh failed and will be tried again, or there was none yet; `broken`: an admin must consent again. */
  readonly state: "ok" | "stale" | "broken";
  readonly expiresAt: number | null;
  readonly lastError: string | null;
}

export function statusOf(state: TokenState, now: number): TokenStatus {
  const { pair, failures = [] } = state;
  const isBroken = failures.some(
    (failure) => failure.isFinal && (pair === undefined || failure.refreshToken === pair.refreshToken),
  );
  const isFine = pair !== undefined && failures.length === 0 && now < pair.expiresAt;
  return {
    state: isBroken ? "broken" : isFine ? "ok" : "stale",
    expiresAt: pair?.expiresAt ?? null,
    lastError: failures.at(-1)?.code ?? null,
  };
}
