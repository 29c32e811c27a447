import { expect, it } from "vitest";
import { prometheusText } from "./prometheus.ts";

it("writes Prometheus' text form, with whatever a label says made harmless", () => {
  const text = prometheusText([
    { name: "a", help: "One\nline.", samples: [{ value: 3 }] },
    { name: "b", help: "Labels.", samples: [{ labels: { reason: 'x"} 1\n\\' }, value: 0 }] },
    { name: "c", help: "Nothing.", samples: [] },
  ]);
  expect(text).toBe(
    '# HELP a One\\nline.\n# TYPE a gauge\na 3\n# HELP b Labels.\n# TYPE b gauge\nb{reason="x\\"} 1\\n\\\\"} 0\n',
  );
});
