import { add } from "./counts.ts";

type Row = Record<string, SqlStorageValue>;

/** Cursors know what they read only once they are read; whoever gets one reads it before asking anything else. */
let open: SqlStorageCursor<Row> | undefined;
let isCounting = false;

/** Takes the last statement into the count. */
export function settle(): void {
  if (open !== undefined) add({ objectRead: open.rowsRead, objectWritten: open.rowsWritten });
  open = undefined;
}

/** What an object is busy with: as long as something is, it can't sleep and is billed. */
class Business {
  #open = 0;
  #since = 0;

  async during<T>(work: Promise<T>): Promise<T> {
    if (this.#open++ === 0) this.#since = Date.now();
    try {
      return await work;
    } finally {
      if (--this.#open === 0) add({ activeMs: Date.now() - this.#since });
    }
  }
}

const businesses = new WeakMap<DurableObjectState, Business>();

/** Counts one call of an object, or its alarm, and the time it is at work. */
export function countCall<T>(state: DurableObjectState, what: "objectCalls" | "alarmsRun", work: Promise<T>) {
  add({ [what]: 1 });
  return businessOf(state).during(work);
}

/**
 * Counts the SQL, the alarms and the background work of all objects of the isolate: the runtime takes no other state
 * than its own, so the counters sit in what all states share. Values of `storage.kv` (the Zalo token, once an hour)
 * aren't counted.
 */
export function countObjects(state: DurableObjectState): DurableObjectState {
  if (isCounting) return state;
  isCounting = true;
  const sql: SqlStorage = Object.getPrototypeOf(state.storage.sql);
  const { exec } = sql;
  sql.exec = function counted<T extends Row>(this: SqlStorage, query: string, ...values: unknown[]) {
    settle();
    const cursor = exec.call(this, query, ...values);
    open = cursor;
    return cursor as SqlStorageCursor<T>;
  };
  const storage: DurableObjectStorage = Object.getPrototypeOf(state.storage);
  const { setAlarm, deleteAlarm } = storage;
  storage.setAlarm = function counted(this: DurableObjectStorage, ...given) {
    add({ alarmsSet: 1 });
    return setAlarm.apply(this, given);
  };
  storage.deleteAlarm = function counted(this: DurableObjectStorage, ...given) {
    add({ alarmsDeleted: 1 });
    return deleteAlarm.apply(this, given);
  };
  const states: DurableObjectState = Object.getPrototypeOf(state);
  const { waitUntil } = states;
  states.waitUntil = function counted(this: DurableObjectState, work) {
    waitUntil.call(this, businessOf(this).during(work));
  };
  return state;
}

function businessOf(state: DurableObjectState): Business {
  const known = businesses.get(state) ?? new Business();
  businesses.set(state, known);
  return known;
}
