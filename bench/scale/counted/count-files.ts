import { add } from "./counts.ts";

/**
 * The bucket with its operations counted. Deleting costs nothing at Cloudflare.
 * @throws Error at an operation that it can't count
 */
export function countedFiles(bucket: R2Bucket): R2Bucket {
  return new Proxy(bucket, {
    get(_, name) {
      switch (name) {
        case "put":
          return async (key: string, value: Uint8Array, ...more: []) => {
            add({ filePuts: 1, fileBytes: value.byteLength });
            return bucket.put(key, value, ...more);
          };
        case "get":
          return (...given: Parameters<R2Bucket["get"]>) => {
            add({ fileGets: 1 });
            return bucket.get(...given);
          };
        case "delete":
          return (...given: Parameters<R2Bucket["delete"]>) => bucket.delete(...given);
        default: {
          const value: unknown = Reflect.get(bucket, name);
          if (typeof value === "function") throw new Error(`R2Bucket.${String(name)} isn't counted`);
          return value;
        }
      }
    },
  });
}
