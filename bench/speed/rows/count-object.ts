import { add } from "./counter.ts";

type Row = Record<string, SqlStorageValue>;

/** Cursors know what they read only once they are read; whoever gets one reads it before asking anything else. */
let open: SqlStorageCursor<Row> | undefined;
let isCounting = false;

/** Takes the last statement into the count. */
export function settle(): void {
  if (open !== undefined) add({ objectRead: open.rowsRead, objectWritten: open.rowsWritten });
  open = undefined;
}

/**
 * Counts the SQL and the alarms of all objects of the isolate: the runtime takes no other state than its own, so the
 * counters sit in what all states share. Values of `storage.kv` (the Zalo token, once an hour) aren't counted.
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
  return state;
}
