import type { Attempt } from "./people/delivery.ts";

/** How a webhook attempt reads in the log beside the phones. */
export function wireResult({ status, ms }: Attempt): { readonly result: string; readonly ok: boolean } {
  return {
    result: status === 0 ? "không kết nối được" : `${status} · ${ms} ms`,
    ok: status >= 200 && status < 300,
  };
}

export function deliveryState({ status, final }: Attempt): "delivered" | "retrying" | "failed" {
  if (status >= 200 && status < 300) return "delivered";
  return final ? "failed" : "retrying";
}
