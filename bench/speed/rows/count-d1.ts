import { add } from "./counter.ts";

const originals = new WeakMap<D1PreparedStatement, D1PreparedStatement>();

/**
 * The database with its rows counted.
 * @throws Error at a call that it can't count, so that none goes uncounted
 */
export function countedDatabase(db: D1Database): D1Database {
  return new Proxy(db, {
    get(_, name) {
      if (name === "prepare") return (sql: string) => countedStatement(db.prepare(sql));
      if (name === "batch") {
        return async (statements: readonly D1PreparedStatement[]) => {
          const results = await db.batch(statements.map((one) => originals.get(one) ?? one));
          add({ d1Calls: 1 });
          for (const { meta } of results) note(meta);
          return results;
        };
      }
      return unlessItAsks("D1Database", db, name);
    },
  });
}

function countedStatement(statement: D1PreparedStatement): D1PreparedStatement {
  const all = async <Row>() => {
    const result = await statement.all<Row>();
    add({ d1Calls: 1 });
    note(result.meta);
    return result;
  };
  const counted = new Proxy(statement, {
    get(_, name) {
      switch (name) {
        case "bind":
          return (...values: unknown[]) => countedStatement(statement.bind(...values));
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

/** Other ways to the database would go uncounted; a look at anything else (an `await` asks for `then`) is harmless. */
function unlessItAsks(of: string, target: object, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name);
  if (typeof value === "function" && name !== "constructor")
    throw new Error(`${of}.${String(name)} isn't counted`);
  return value;
}

function note({ rows_read, rows_written }: D1Meta): void {
  add({ d1Read: rows_read, d1Written: rows_written });
}
