import { CAUTION, MOVES, type Move, type MoveOn, OF_CASE, POLICY } from "../src/dialogue/policy.ts";
import { ACTS } from "../src/reader/names/act.ts";
import { MATTERS, type Matter } from "../src/reader/names/labels.ts";

/** Where a move leads, as far as the table says it. */
const opens = (move: Move): Matter | undefined => (MOVES as Readonly<Record<Move, MoveOn>>)[move].opens;

/** Each matter, and last a message that surely speaks of a report, whatever else is open. */
const COLUMNS = [
  ...MATTERS.map((matter) => ({ name: matter, row: POLICY[matter], unsure: CAUTION[matter].otherwise })),
  { name: "*a report is named*", row: OF_CASE.named.row, unsure: OF_CASE.named.otherwise },
  { name: "*its result was told*", row: OF_CASE.ended.row, unsure: OF_CASE.ended.otherwise },
];

/**
 * The policy as docs/dialogue.md shows it: the table, what each move does, and the ways between the matters.
 * @example console.log(policyPicture()) // into docs/dialogue.md, between its two marks
 */
export function policyPicture(): string {
  const head = ["act", ...COLUMNS.map(({ name }) => name)];
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const cell = (move: Move) => (move === "ordinary" ? "–" : move);
  const rows = ACTS.map((act) => line([`\`${act}\``, ...COLUMNS.map(({ row }) => cell(row[act]))]));
  const unsure = line(["*unsure*", ...COLUMNS.map(({ unsure }) => cell(unsure))]);
  const does = Object.entries(MOVES).map(([move, { does: what }]) => line([`\`${move}\``, what]));
  return [
    line(head),
    line(head.map(() => "---")),
    ...rows,
    unsure,
    "",
    line(["move", "what it does"]),
    line(["---", "---"]),
    ...does,
    "",
    "```mermaid",
    "stateDiagram-v2",
    ...ways(),
    "```",
  ].join("\n");
}

function ways(): string[] {
  const all = MATTERS.flatMap((matter) =>
    ACTS.flatMap((act) => {
      const to = opens(POLICY[matter][act]);
      return to === undefined || to === matter ? [] : [{ way: `${matter} --> ${to}`, act }];
    }),
  );
  const byWay = Map.groupBy(all, ({ way }) => way);
  const entries = MATTERS.filter((matter) => matter !== "danger").map(
    (matter) => `  ${matter} --> danger: alarm`,
  );
  const learned = [...byWay].map(([way, some]) => `  ${way}: ${some.map(({ act }) => act).join(", ")}`);
  return [
    ...entries,
    "  none --> incident: tell",
    "  none --> question: ask",
    "  none --> draft: /baocao",
    ...learned,
  ];
}

if (process.argv[1]?.endsWith("policy-picture.ts") === true) console.log(policyPicture());
