import { parseArgs } from "node:util";
import { CommandError, UsageError } from "../command-errors.ts";
import { nearest } from "../nearest.ts";
import { endWithParent } from "../processes/end-with-parent.ts";
import type { Flag } from "./flags.ts";
import { sentenceFor } from "./sentences.ts";

type Flags = Readonly<Record<string, Flag<unknown>>>;
type Values<Given extends Flags> = {
  readonly [Name in keyof Given]: Given[Name] extends Flag<infer Value> ? Value : never;
};

/** What was typed after a command. */
export interface Typed<Given extends Flags> {
  readonly flags: Values<Given>;
  /** The words without a flag. */
  readonly words: readonly string[];
  /** Flags that aren't ours, as typed; always empty where nothing is passed on. */
  readonly others: readonly string[];
}

/**
 * One command of the project.
 * @example
 * await runCommand({
 *   name: "npm run backup",
 *   does: "Sao lưu dữ liệu.",
 *   flags: { to: required("NƠI", "nơi chứa bản sao") },
 *   run: async ({ flags }) => backup(flags.to),
 * });
 */
export interface Command<Given extends Flags> {
  /** As it is typed, such as `npm run serve`. */
  readonly name: string;
  /** What it does, in one sentence. */
  readonly does: string;
  readonly flags: Given;
  /** The allowed words without a flag; absent = none. */
  readonly words?: string;
  /** The program that gets unknown flags; absent = they are refused. */
  readonly passesOnTo?: string;
  /** @returns the exit code; nothing = 0 */
  run(typed: Typed<Given>): Promise<number | undefined> | Promise<void>;
}

/** The widest left column of the usage. */
const LEFT = 26;

/**
 * Runs a command with the typed flags. `--help` shows the usage; wrong use is one sentence and exit code 2; a known
 * failure is one sentence and exit code 1; anything else shows its stack. Everything that it starts ends with it.
 */
export async function runCommand<const Given extends Flags>(
  command: Command<Given>,
  args: readonly string[] = process.argv.slice(2),
): Promise<void> {
  endWithParent();
  try {
    if (args.includes("--help") || args.includes("-h")) {
      console.log(usage(command));
      return;
    }
    const code = await command.run(read(command, args));
    if (typeof code === "number") process.exitCode = code;
  } catch (error) {
    const sentence = error instanceof CommandError ? error.message : sentenceFor(error);
    console.error(sentence ?? error);
    if (error instanceof UsageError) console.error(`Cách dùng: ${asTyped(command)} --help`);
    process.exit(error instanceof UsageError ? 2 : 1);
  }
}

/** @throws UsageError */
function read<Given extends Flags>(command: Command<Given>, args: readonly string[]): Typed<Given> {
  const known = Object.keys(command.flags);
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(command.flags).map(([name, { placeholder }]) => [
        name,
        { type: placeholder === undefined ? ("boolean" as const) : ("string" as const), multiple: true },
      ]),
    ),
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const given = new Map<string, string[]>(known.map((name) => [name, []]));
  const words: string[] = [];
  const ours = new Set<number>();
  for (const token of tokens) {
    if (token.kind === "option-terminator") continue;
    if (token.kind === "positional") {
      words.push(token.value);
      continue;
    }
    const values = given.get(token.name);
    if (values === undefined || token.rawName.startsWith("--") === false) {
      refuseUnknown(command, token.rawName, known);
      continue;
    }
    values.push(readValue(command.flags[token.name] as Flag<unknown>, token));
    ours.add(token.index);
    if (token.inlineValue === false) ours.add(token.index + 1);
  }
  if (command.words === undefined && command.passesOnTo === undefined && words[0] !== undefined)
    throw new UsageError(`Thừa “${words[0]}”.`);
  const flags = Object.fromEntries(
    Object.entries(command.flags).map(([name, flag]) => [
      name,
      flag.read(given.get(name) ?? [], `--${name}`),
    ]),
  );
  return {
    // Each value was read by the flag of the same name.
    flags: flags as Values<Given>,
    words,
    others: command.passesOnTo === undefined ? [] : args.filter((_, i) => !ours.has(i)),
  };
}

interface OptionToken {
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function readValue({ placeholder }: Flag<unknown>, { rawName, value, inlineValue }: OptionToken): string {
  if (placeholder === undefined) {
    if (value !== undefined) throw new UsageError(`${rawName} không nhận giá trị.`);
    return "";
  }
  const isMissing = value === undefined || value === "" || (!inlineValue && value.startsWith("--"));
  if (isMissing) throw new UsageError(`Thiếu giá trị sau ${rawName}: cần ${placeholder}.`);
  return value;
}

/** A mistyped flag of ours is reported even where unknown flags are passed on. */
function refuseUnknown(command: Command<Flags>, typed: string, known: readonly string[]): void {
  const meant = nearest(typed.replace(/^-+/u, ""), known);
  if (meant !== undefined) throw new UsageError(`Không có ${typed}: có phải --${meant}?`);
  if (command.passesOnTo === undefined) throw new UsageError(`Không có ${typed}.`);
}

/** With the two dashes that npm needs before flags; other programs need none. */
function asTyped({ name }: Command<Flags>): string {
  return name.startsWith("npm ") ? `${name} --` : name;
}

function usage(command: Command<Flags>): string {
  const rows = Object.entries(command.flags).map(([name, { placeholder, help }]) => {
    const left = placeholder === undefined ? `--${name}` : `--${name} ${placeholder}`;
    return `  ${left.padEnd(LEFT)}  ${help}`;
  });
  const others = command.passesOnTo === undefined ? "" : ` [cờ khác của ${command.passesOnTo}]`;
  const words = command.words === undefined ? "" : ` ${command.words}`;
  return [
    command.does,
    "",
    `Cách dùng: ${asTyped(command)} [cờ]${others}${words}`,
    "",
    ...rows,
    `  ${"--help".padEnd(LEFT)}  cách dùng`,
  ].join("\n");
}
