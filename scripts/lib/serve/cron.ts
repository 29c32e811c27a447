/** The values that a field of a cron expression may take, in the order of the fields. */
const FIELDS = [
  { name: "minute", from: 0, to: 59 },
  { name: "hour", from: 0, to: 23 },
  { name: "day", from: 1, to: 31 },
  { name: "month", from: 1, to: 12 },
  { name: "weekday", from: 1, to: 7 },
] as const;

export interface Cron {
  readonly expression: string;
  /** True where it fires in the minute of `at` (Unix milliseconds). In UTC, as on Cloudflare. */
  isDue(at: number): boolean;
}

/**
 * Reads a cron trigger of wrangler.toml: five fields of numbers, `*`, lists, ranges and steps. Weekdays count from 1 =
 * Sunday, as on Cloudflare.
 * @throws Error for anything else: a trigger that never fires must not go unnoticed
 */
export function parseCron(expression: string): Cron {
  const parts = expression.trim().split(/\s+/u);
  if (parts.length !== FIELDS.length) throw new Error(`cron "${expression}": five fields expected`);
  const [minutes, hours, days, months, weekdays] = FIELDS.map((field, i) =>
    valuesOf(parts[i] ?? "", field.from, field.to, expression),
  ) as [Set<number>, Set<number>, Set<number>, Set<number>, Set<number>];
  const anyDay = parts[2] === "*";
  const anyWeekday = parts[4] === "*";
  return {
    expression,
    isDue(at) {
      const time = new Date(at);
      const day = days.has(time.getUTCDate());
      const weekday = weekdays.has(time.getUTCDay() + 1);
      // Where both are given, one match is enough: cron's own rule.
      const dayFits = anyDay || anyWeekday ? day && weekday : day || weekday;
      return (
        dayFits &&
        minutes.has(time.getUTCMinutes()) &&
        hours.has(time.getUTCHours()) &&
        months.has(time.getUTCMonth() + 1)
      );
    },
  };
}

const PART = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/u;

function valuesOf(field: string, from: number, to: number, expression: string): Set<number> {
  const values = new Set<number>();
  for (const part of field.split(",")) {
    const match = PART.exec(part);
    if (match === null) throw new Error(`cron "${expression}": "${part}" is not understood`);
    const [, low, high, step] = match;
    const first = Number(low ?? from);
    const last = Number(high ?? (low === undefined || step !== undefined ? to : low));
    const every = Number(step ?? 1);
    if (first < from || last > to || first > last || every < 1)
      throw new Error(`cron "${expression}": "${part}" is out of range`);
    for (let value = first; value <= last; value += every) values.add(value);
  }
  return values;
}
