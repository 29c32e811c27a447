import { add } from "./counts.ts";

type Which = "ledger" | "knowledge";

const originals = new WeakMap<D1PreparedStatement, D1PreparedStatement>();

/**
 * The database with its calls and rows counted.
 * @throws Error at a call that it can't count, so that none goes uncounted
 */
export function countedDatabase(db: D1Database, which: Which): D1Database {
  return new Proxy(db, {
    get(_, name) {
      if (name === "prepare") return (sql: string) => countedStatement(db.prepare(sql), which);
      if (name === "batch") {
        return (statements: readonly D1PreparedStatement[]) =>
          noted(which, () => db.batch(statements.map((one) => originals.get(one) ?? one)));
      }
      return unlessItAsks("D1Database", db, name);
    },
  });
}

function countedStatement(statement: D1PreparedStatement, which: Which): D1PreparedStatement {
  const all = async <Row>() => {
    const [result] = await noted(which, async () => [await statement.all<Row>()] as const);
    return result;
  };
  const counted = new Proxy(statement, {
    get(_, name) {
      switch (name) {
        case "bind":
          return (...values: unknown[]) => countedStatement(statement.bind(...values), which);
        case "all":
        case "run":
          return all;
        case "first":
          return async (column?: string) => {
            const [row] = (await all<Readonly<Record<string, unknown>>>()).results;
            if (row === undefined) return null;
            return column === undefined ? row : row[column];
          };
        default:
          return unlessItAsks("D1PreparedStatement", statement, name);
      }
    },
  });
  originals.set(counted, statement);
  return counted;
}

/** One call, with the rows of all its statements. */
async function noted<Results extends readonly D1Result<unknown>[]>(
  which: Which,
  call: () => Promise<Results>,
): Promise<Results> {
  const results = await call();
  add({
    [`${which}Calls`]: 1,
    [`${which}Read`]: results.reduce((sum, { meta }) => sum + meta.rows_read, 0),
    [`${which}Written`]: results.reduce((sum, { meta }) => sum + meta.rows_written, 0),
  });
  return results;
}

/** Other ways to the database would go uncounted; a look at anything else (an `await` asks for `then`) is harmless. */
function unlessItAsks(of: string, target: object, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name);
  if (typeof value === "function" && name !== "constructor")
    throw new Error(`${of}.${String(name)} isn't counted`);
  return value;
}
