import { z } from "zod";
import { normaliseTone } from "./language/fold.ts";
import { PROVINCE } from "./language/province.ts";
import { armCrashPoint, CRASH_POINTS, type CrashPoint } from "./platform/crash-points.ts";
import { type KeyRing, parseKeyRing } from "./platform/crypto/key-ring.ts";
import { ConfigError } from "./platform/errors.ts";
import { isGuessable, isLoopback, randomnessOf } from "./platform/strength.ts";
import { MINUTE } from "./platform/time.ts";

/** What a Telegram bot needs; absent as a whole where the channel is off. */
export interface TelegramSettings {
  readonly botToken: string;
  readonly webhookSecret: string;
  readonly apiRoot: string;
  readonly botUsername?: string;
  readonly adminIds: ReadonlySet<string>;
  readonly dutyChatId?: string;
  /** Commune → duty group of its own; empty where all goes to the province's. */
  readonly communeGroups?: ReadonlyMap<string, string>;
}

/** What the Official Account needs. The app secret is for OAuth, the OA secret key signs the webhook. */
export interface ZaloSettings {
  readonly appId: string;
  readonly appSecret: string;
  readonly oaId: string;
  readonly oaSecretKey: string;
  readonly refreshToken: string;
  readonly apiRoot: string;
  readonly oauthRoot: string;
  readonly verifierCode?: string;
}

/** What reports need; absent as a whole where reporting is closed. */
export interface ReportSettings {
  readonly keyRing: KeyRing;
}

/** A language model on any server with OpenAI's chat completions; absent = answers quote the knowledge. */
export interface ModelSettings {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly model: string;
  /** The most tokens of one answer. */
  readonly maxTokens: number;
  /** How long a turn may wait for the model in all, in milliseconds. */
  readonly timeoutMs: number;
  /** Tokens a day for all chats together; after that no model is asked. */
  readonly tokensPerDay: number;
  /** Calls a day for one chat. */
  readonly callsPerChat: number;
}

/** The vector database that is searched besides the embedded index; absent = only the embedded index. */
export interface QdrantSettings {
  readonly url: string;
  readonly apiKey?: string;
  /** The alias that is searched; the names of its collections begin with it. */
  readonly collection: string;
}

/** An embedding model on any server with OpenAI's embeddings; absent = Qdrant searches only by words. */
export interface EmbeddingSettings {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly model: string;
  readonly dimensions: number;
}

export interface Config {
  /** How long the bot is silent after a human operator wrote, in milliseconds. */
  readonly operatorQuietMs?: number;
  readonly telegram?: TelegramSettings;
  readonly zalo?: ZaloSettings;
  readonly reports?: ReportSettings;
  readonly model?: ModelSettings;
  readonly qdrant?: QdrantSettings;
  readonly embeddings?: EmbeddingSettings;
  /** After how many days backups are deleted: citizens are told. Absent = they are told without a number. */
  readonly backupDays?: number;
  /** The token for GET /metrics; absent = there is no such page. */
  readonly metricsToken?: string;
  /** Hours of daytime without a Zalo message before the supervisors are told. */
  readonly alarmSilenceHours?: number;
  /** The most conversations that may wait in one process, because each has open files. `npm run serve` computes it. */
  readonly chatsAtOnce?: number;
  /** The step at which a test stops the process; never set in production. See docs/crash-points.md. */
  readonly crashPoint?: CrashPoint;
}

const digits = z.string().regex(/^\d+$/, "phải là một dãy chữ số");
const secret = z.string().regex(/^\S+$/, "không được chứa khoảng trắng");
/** A secret that we or a portal made: Zalo's have 20 characters. */
const strong = (form: z.ZodString) =>
  form.refine((value) => !isGuessable(value), "quá dễ đoán, cần một chuỗi ngẫu nhiên");
const issued = strong(secret.min(12, "quá ngắn, cần từ 12 ký tự"));
const root = z
  .string()
  .regex(/^https?:\/\/[^\s/]+/, "phải là địa chỉ http(s)")
  .refine(URL.canParse, "phải là địa chỉ http(s)")
  .refine(
    (value) => !URL.canParse(value) || value.startsWith("https:") || isLoopback(value),
    "phải là https; http chỉ dùng được trong cùng một máy (127.0.0.1, ::1, localhost)",
  )
  .transform((value) => value.replace(/\/+$/, ""));
const keyRing = z
  .string()
  .refine((value) => parseKeyRing(value) !== null, "phải có dạng id:base64,… với mỗi khoá 32 byte");

/** Every setting with its form. All are optional here: groups are checked below. */
const settings = z.object({
  TELEGRAM_BOT_TOKEN: z.string().regex(/^\d+:[\w-]+$/, "phải có dạng <số>:<chuỗi>"),
  TELEGRAM_WEBHOOK_SECRET: strong(
    z.string().regex(/^[\w-]{16,256}$/, "chỉ gồm chữ, số, _ và -, từ 16 đến 256 ký tự"),
  ),
  TELEGRAM_API_ROOT: root,
  TELEGRAM_BOT_USERNAME: z.string().regex(/^\w{5,32}$/, "phải là tên người dùng Telegram"),
  TELEGRAM_ADMIN_IDS: z
    .string()
    .regex(/^\s*[1-9]\d*(\s*,\s*[1-9]\d*)*\s*,?\s*$/, "phải là các số cách nhau bằng dấu phẩy"),
  TELEGRAM_DUTY_CHAT_ID: z.string().regex(/^-\d+$/, "phải là số âm của một nhóm"),
  TELEGRAM_COMMUNE_GROUPS: z
    .string()
    .regex(
      /^\s*[^:;]+:\s*-\d+\s*(?:;\s*[^:;]+:\s*-\d+\s*)*;?\s*$/u,
      "phải có dạng Tên xã: -số nhóm; Tên xã: -số nhóm",
    )
    .refine(
      (value) => communeGroups(value).every(({ commune }) => commune !== undefined),
      "có tên xã, phường không có trong tỉnh",
    ),
  ZALO_APP_ID: digits,
  ZALO_APP_SECRET: issued,
  ZALO_OA_ID: digits,
  ZALO_OA_SECRET_KEY: issued,
  ZALO_REFRESH_TOKEN: issued,
  ZALO_API_ROOT: root,
  ZALO_OAUTH_ROOT: root,
  ZALO_OPERATOR_QUIET_MINUTES: z.string().regex(/^\d{1,4}$/, "phải là số phút, từ 0 đến 9999"),
  ZALO_VERIFIER_CODE: z.string().regex(/^[\w-]+$/, "chỉ gồm chữ, số, _ và -"),
  OPENAI_API_KEY: secret,
  OPENAI_BASE_URL: root,
  OPENAI_MODEL: secret,
  OPENAI_MAX_TOKENS: z.string().regex(/^[1-9]\d{1,4}$/, "phải là số từ 10 đến 99999"),
  OPENAI_TIMEOUT_SECONDS: z.string().regex(/^(?:[1-9]|1[0-5])$/, "phải là số giây, từ 1 đến 15"),
  OPENAI_TOKENS_PER_DAY: z.string().regex(/^\d{1,12}$/, "phải là một số"),
  OPENAI_CALLS_PER_CHAT: z.string().regex(/^\d{1,6}$/, "phải là một số"),
  OPENAI_EMBEDDING_MODEL: secret,
  OPENAI_EMBEDDING_DIMENSIONS: z.string().regex(/^[1-9]\d{0,4}$/, "phải là số chiều, từ 1 đến 99999"),
  QDRANT_URL: root,
  QDRANT_API_KEY: secret,
  QDRANT_COLLECTION: z.string().regex(/^[\w-]+$/, "chỉ gồm chữ, số, _ và -"),
  REPORT_ENCRYPTION_KEYS: keyRing,
  BACKUP_DAYS: z.string().regex(/^[1-9]\d{0,3}$/, "phải là số ngày, từ 1 đến 9999"),
  METRICS_TOKEN: strong(z.string().regex(/^\S{16,256}$/, "phải có từ 16 ký tự, không có khoảng trắng")),
  ALARM_SILENCE_HOURS: z.string().regex(/^[1-9]\d{0,2}$/, "phải là số giờ, từ 1 đến 999"),
  CHATS_AT_ONCE: z.string().regex(/^[1-9]\d{0,6}$/, "phải là một số"),
  CRASH_POINT: z.enum(CRASH_POINTS, "không phải tên của một điểm dừng"),
});

/** "Kỳ Lừa: -100123; Thất Khê: -100456", each with the commune of the province that is meant. */
function communeGroups(setting: string) {
  return [...setting.matchAll(/([^:;]+):\s*(-\d+)/gu)].map(([, name = "", chat = ""]) => {
    const wanted = normaliseTone(
      name
        .trim()
        .toLowerCase()
        .replace(/^(?:xã|phường) /u, ""),
    );
    const commune = PROVINCE.communes.find((one) => normaliseTone(one.name.toLowerCase()) === wanted);
    return { commune: commune?.name, chat };
  });
}

/** The names of all settings. */
export const SETTING_NAMES: readonly string[] = Object.keys(settings.shape);

/** An operator at a screen answers within minutes. After half an hour of silence the bot answers again. */
const OPERATOR_QUIET_MINUTES = 30;

/** Defaults for the model: a time that a citizen still waits, and a cost that stays small for a commune's questions. */
const MODEL_MAX_TOKENS = 700;
const MODEL_TIMEOUT_SECONDS = 8;
const MODEL_TOKENS_PER_DAY = 1_000_000;
const MODEL_CALLS_PER_CHAT = 60;

type AllSettings = z.infer<typeof settings>;
type SettingName = keyof AllSettings;
type Settings = { readonly [Name in SettingName]?: AllSettings[Name] | undefined };

/** Settings to be set together or not at all: half a channel would take messages that it can't answer. */
const GROUPS: readonly (readonly [SettingName, ...SettingName[]])[] = [
  ["TELEGRAM_BOT_TOKEN", "TELEGRAM_WEBHOOK_SECRET"],
  ["ZALO_APP_ID", "ZALO_APP_SECRET", "ZALO_OA_ID", "ZALO_OA_SECRET_KEY", "ZALO_REFRESH_TOKEN"],
];

/**
 * Reads the settings from a Worker's `env` or from an env file, once.
 * @throws ConfigError with one sentence that names what is missing or malformed, never a value
 */
export function readConfig(env: Readonly<Record<string, unknown>>): Config {
  const values = parseSettings(env);
  checkGroups(values);
  checkKey(values);
  const telegram = telegramSettings(values);
  const zalo = zaloSettings(values);
  const operatorQuietMs = Number(values.ZALO_OPERATOR_QUIET_MINUTES ?? OPERATOR_QUIET_MINUTES) * MINUTE;
  const reports = reportSettings(values);
  const model = modelSettings(values);
  return {
    operatorQuietMs,
    ...(telegram && { telegram }),
    ...(zalo && { zalo }),
    ...(reports && { reports }),
    ...(model && { model }),
    ...retrievalSettings(values),
    ...(values.BACKUP_DAYS !== undefined && { backupDays: Number(values.BACKUP_DAYS) }),
    ...(values.METRICS_TOKEN !== undefined && { metricsToken: values.METRICS_TOKEN }),
    ...(values.ALARM_SILENCE_HOURS !== undefined && {
      alarmSilenceHours: Number(values.ALARM_SILENCE_HOURS),
    }),
    ...(values.CHATS_AT_ONCE !== undefined && { chatsAtOnce: Number(values.CHATS_AT_ONCE) }),
    ...(values.CRASH_POINT !== undefined && { crashPoint: values.CRASH_POINT }),
  };
}

/**
 * What filling the knowledge needs, whether or not a channel is set.
 * @throws ConfigError as `readConfig` does
 */
export function readRetrievalConfig(
  env: Readonly<Record<string, unknown>>,
): Pick<Config, "qdrant" | "embeddings"> {
  return retrievalSettings(parseSettings(env));
}

/**
 * The keys that seal, whether or not a channel is set; undefined where there are none.
 * @throws ConfigError as `readConfig` does
 */
export function readKeyRing(env: Readonly<Record<string, unknown>>): KeyRing | undefined {
  return reportSettings(parseSettings(env))?.keyRing;
}

/**
 * After how many days backups are deleted; undefined where that isn't set.
 * @throws ConfigError as `readConfig` does
 */
export function readBackupDays(env: Readonly<Record<string, unknown>>): number | undefined {
  const { BACKUP_DAYS } = parseSettings(env);
  return BACKUP_DAYS === undefined ? undefined : Number(BACKUP_DAYS);
}

function parseSettings(env: Readonly<Record<string, unknown>>): Settings {
  const parsed = settings.partial().safeParse(present(env));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ConfigError(`Cài đặt ${String(issue?.path[0])} sai: ${issue?.message}.`);
}

const configs = new WeakMap<object, Config>();

/**
 * The settings of a Worker, read once an isolate for all its objects.
 * @throws ConfigError as `readConfig` does
 */
export function configOf(env: object): Config {
  const known = configs.get(env);
  if (known !== undefined) return known;
  const config = readConfig({ ...env });
  armCrashPoint(config.crashPoint);
  configs.set(env, config);
  return config;
}

function present(env: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = Object.keys(settings.shape);
  return Object.fromEntries(
    names.filter((name) => env[name] !== undefined && env[name] !== "").map((n) => [n, env[n]]),
  );
}

function checkGroups(values: Settings): void {
  for (const group of GROUPS) {
    const missing = group.filter((name) => values[name] === undefined);
    if (missing.length > 0 && missing.length < group.length) {
      throw new ConfigError(
        `Thiếu cài đặt ${missing.join(", ")}: ${group[0]} và các cài đặt đi cùng phải có đủ.`,
      );
    }
  }
  if (GROUPS.every((group) => values[group[0]] === undefined)) {
    throw new ConfigError(
      "Thiếu cài đặt kênh: cần TELEGRAM_BOT_TOKEN và TELEGRAM_WEBHOOK_SECRET, hoặc ZALO_APP_ID và các cài đặt ZALO_* đi cùng.",
    );
  }
  if (
    values.OPENAI_API_KEY !== undefined &&
    values.OPENAI_MODEL === undefined &&
    values.OPENAI_EMBEDDING_MODEL === undefined
  ) {
    throw new ConfigError("Thiếu cài đặt OPENAI_MODEL: OPENAI_API_KEY cần đi cùng OPENAI_MODEL.");
  }
  if (values.OPENAI_MODEL !== undefined && (values.OPENAI_API_KEY ?? values.OPENAI_BASE_URL) === undefined) {
    throw new ConfigError(
      "Thiếu cài đặt OPENAI_API_KEY: OPENAI_MODEL cần đi cùng OPENAI_API_KEY, hoặc OPENAI_BASE_URL của máy chủ không cần khoá.",
    );
  }
}

/** Roots of the messengers: where all that are set lie on this machine, nobody outside is served. */
const MESSENGERS = ["TELEGRAM_API_ROOT", "ZALO_API_ROOT", "ZALO_OAUTH_ROOT"] as const;

/** The key that seals now. One of zeros is refused always, one that isn't random wherever real people are served. */
function checkKey(values: Settings): void {
  const [, key = ""] = values.REPORT_ENCRYPTION_KEYS?.split(",")[0]?.split(":") ?? [];
  const randomness = key === "" ? "enough" : randomnessOf(key);
  const roots = MESSENGERS.flatMap((name) => values[name] ?? []);
  const isTrial = roots.length > 0 && roots.every(isLoopback);
  if (randomness === "enough" || (randomness === "little" && isTrial)) return;
  throw new ConfigError(
    "Cài đặt REPORT_ENCRYPTION_KEYS sai: khoá quá dễ đoán, cần tạo bằng openssl rand -base64 32.",
  );
}

function telegramSettings(values: Settings): TelegramSettings | undefined {
  if (values.TELEGRAM_BOT_TOKEN === undefined || values.TELEGRAM_WEBHOOK_SECRET === undefined)
    return undefined;
  return {
    botToken: values.TELEGRAM_BOT_TOKEN,
    webhookSecret: values.TELEGRAM_WEBHOOK_SECRET,
    apiRoot: values.TELEGRAM_API_ROOT ?? "https://api.telegram.org",
    adminIds: new Set(values.TELEGRAM_ADMIN_IDS?.match(/\d+/g) ?? []),
    ...(values.TELEGRAM_BOT_USERNAME !== undefined && { botUsername: values.TELEGRAM_BOT_USERNAME }),
    ...(values.TELEGRAM_DUTY_CHAT_ID !== undefined && { dutyChatId: values.TELEGRAM_DUTY_CHAT_ID }),
    ...(values.TELEGRAM_COMMUNE_GROUPS !== undefined && {
      communeGroups: new Map(
        communeGroups(values.TELEGRAM_COMMUNE_GROUPS).flatMap(({ commune, chat }) =>
          commune === undefined ? [] : [[commune, chat] as const],
        ),
      ),
    }),
  };
}

function zaloSettings(values: Settings): ZaloSettings | undefined {
  const { ZALO_APP_ID, ZALO_APP_SECRET, ZALO_OA_ID, ZALO_OA_SECRET_KEY, ZALO_REFRESH_TOKEN } = values;
  if (!ZALO_APP_ID || !ZALO_APP_SECRET || !ZALO_OA_ID || !ZALO_OA_SECRET_KEY || !ZALO_REFRESH_TOKEN)
    return undefined;
  return {
    appId: ZALO_APP_ID,
    appSecret: ZALO_APP_SECRET,
    oaId: ZALO_OA_ID,
    oaSecretKey: ZALO_OA_SECRET_KEY,
    refreshToken: ZALO_REFRESH_TOKEN,
    apiRoot: values.ZALO_API_ROOT ?? "https://openapi.zalo.me",
    oauthRoot: values.ZALO_OAUTH_ROOT ?? "https://oauth.zaloapp.com",
    ...(values.ZALO_VERIFIER_CODE !== undefined && { verifierCode: values.ZALO_VERIFIER_CODE }),
  };
}

function reportSettings({ REPORT_ENCRYPTION_KEYS }: Settings): ReportSettings | undefined {
  const keyRing = REPORT_ENCRYPTION_KEYS === undefined ? null : parseKeyRing(REPORT_ENCRYPTION_KEYS);
  return keyRing === null ? undefined : { keyRing };
}

/** Your own server may need no key, but the client library wants one. */
const NO_KEY = "khong-can-khoa";
const OPENAI_ROOT = "https://api.openai.com/v1";

function modelSettings(values: Settings): ModelSettings | undefined {
  if (values.OPENAI_MODEL === undefined) return undefined;
  return {
    apiKey: values.OPENAI_API_KEY ?? NO_KEY,
    baseUrl: values.OPENAI_BASE_URL ?? OPENAI_ROOT,
    model: values.OPENAI_MODEL,
    maxTokens: Number(values.OPENAI_MAX_TOKENS ?? MODEL_MAX_TOKENS),
    timeoutMs: Number(values.OPENAI_TIMEOUT_SECONDS ?? MODEL_TIMEOUT_SECONDS) * 1_000,
    tokensPerDay: Number(values.OPENAI_TOKENS_PER_DAY ?? MODEL_TOKENS_PER_DAY),
    callsPerChat: Number(values.OPENAI_CALLS_PER_CHAT ?? MODEL_CALLS_PER_CHAT),
  };
}

const EMBEDDING_DIMENSIONS = 1536;
const COLLECTION = "tro-ly-138";

function retrievalSettings(values: Settings): Pick<Config, "qdrant" | "embeddings"> {
  const { QDRANT_URL, QDRANT_API_KEY, QDRANT_COLLECTION, OPENAI_EMBEDDING_MODEL } = values;
  if (QDRANT_URL === undefined && QDRANT_API_KEY !== undefined)
    throw new ConfigError("Thiếu cài đặt QDRANT_URL: QDRANT_API_KEY cần đi cùng.");
  if (OPENAI_EMBEDDING_MODEL !== undefined && (values.OPENAI_API_KEY ?? values.OPENAI_BASE_URL) === undefined)
    throw new ConfigError(
      "Thiếu cài đặt OPENAI_API_KEY: OPENAI_EMBEDDING_MODEL cần đi cùng OPENAI_API_KEY, hoặc OPENAI_BASE_URL của máy chủ không cần khoá.",
    );
  return {
    ...(QDRANT_URL !== undefined && {
      qdrant: {
        url: QDRANT_URL,
        collection: QDRANT_COLLECTION ?? COLLECTION,
        ...(QDRANT_API_KEY !== undefined && { apiKey: QDRANT_API_KEY }),
      },
    }),
    ...(OPENAI_EMBEDDING_MODEL !== undefined && {
      embeddings: {
        apiKey: values.OPENAI_API_KEY ?? NO_KEY,
        baseUrl: values.OPENAI_BASE_URL ?? OPENAI_ROOT,
        model: OPENAI_EMBEDDING_MODEL,
        dimensions: Number(values.OPENAI_EMBEDDING_DIMENSIONS ?? EMBEDDING_DIMENSIONS),
      },
    }),
  };
}

/** All duty groups: the province's, where one is set, and those of communes. */
export const dutyGroupsOf = ({ telegram }: Pick<Config, "telegram">): ReadonlySet<string> =>
  telegram?.dutyChatId === undefined
    ? new Set()
    : new Set([telegram.dutyChatId, ...(telegram.communeGroups?.values() ?? [])]);
