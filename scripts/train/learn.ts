import { spokenIn } from "../../src/language/spoken.ts";
import { readUtterance } from "../../src/language/utterance.ts";
import { featuresOf, rowsOf, windowsOf } from "../../src/reader/features.ts";
import { type KnownFeatures, knownIn } from "../../src/reader/known-features.ts";
import { MATTERS } from "../../src/reader/names/labels.ts";
import { READ_WHOLE } from "../../src/reading/page.ts";
import { HEADS, type Labelled } from "./examples.ts";
import { Mean } from "./mean.ts";
import { type Block, Network, numbersFrom, Plain, spaceFor } from "./network.ts";
import type { Openings } from "./openings.ts";
import { type Around, roughened, surrounded } from "./rough.ts";

export const SETTINGS = {
  seed: 138,
  dims: 152,
  hidden: 704,
  rounds: 8,
  rate: 5e-3,
  batch: 128,
  /** A feature that stands in fewer messages and wordings isn't learned. */
  leastSeen: 3,
  /** Pairs of wordings in one step that pulls wordings of a section together. */
  pairs: 96,
  /** Such a step comes with each of these. */
  pairsEvery: 2,
  /** How sharply the right section must lead: one by the temperature. */
  sharpness: 20,
  /** The share of the layer that is left out each time, so that none of it is relied upon. */
  leftOut: 0.4,
  /** The same of a message's rows. */
  rowsLeftOut: 0.15,
  /** A missed danger weighs more than a false alarm. */
  weightOfDanger: 1.5,
  /** So often the reader learns to do without knowing what is open. */
  withoutMatter: 0.1,
  /** A message in the middle of something weighs more: there are few of them. */
  weightOfMatter: 2,
  /** Messages of random letters among the examples. */
  noise: 900,
  weightOfHead: 0.5,
  mostWeight: 4,
  /** Each of the two scores also learns a little as if it were alone: so neither leaves all to the other. */
  weightAlone: 0.5,
  /** From this share of the steps on the parameters are averaged, each of so many steps. */
  averagedFrom: 0.75,
  averagedEvery: 16,
  plainRate: 0.02,
} as const;

type Settings = { readonly [Name in keyof typeof SETTINGS]: number };
type Words = ReturnType<typeof read>;

/** What is wanted of each head with a label, in the order of its classes. */
type Wanted = Readonly<Record<string, Float32Array>>;

interface Row {
  readonly example: Labelled;
  readonly said: Words;
  readonly wanted: Wanted;
}

/** The wordings of each section. */
export type Wordings = readonly (readonly string[])[];

const read = (text: string) => {
  const { words, folded } = readUtterance(spokenIn(text.slice(0, READ_WHOLE)));
  return { words, folded };
};

/** What is learned together: the network, and for each head what the features say by themselves. */
export interface Learned {
  readonly network: Network;
  readonly plain: Readonly<Record<string, Plain>>;
  readonly known: KnownFeatures;
}

/**
 * Trains the table, its layer and the heads, and the plain scores that are added to them, by turns on labelled messages and
 * on pairs of wordings of one section. Each message is roughened anew every time. The same inputs give the same numbers.
 */
export function learn(
  examples: readonly Labelled[],
  wordings: Wordings,
  settings: Settings = SETTINGS,
  openings: Openings = { before: [], behind: [] },
): Learned {
  const { seed, dims, hidden, rounds, batch } = settings;
  const random = numbersFrom(seed + 1);
  const classes = Object.fromEntries(Object.entries(HEADS).map(([name, { length }]) => [name, length]));
  const sizes = { dims, hidden, matters: MATTERS.length, heads: classes };
  const space = spaceFor(sizes);
  const network = new Network(space, sizes, seed);
  const plain = Object.fromEntries(
    Object.entries(classes).map(([name, length]) => [name, new Plain(space, name, length)]),
  );
  const rows = examples.map((example) => ({
    example,
    said: read(example.text),
    wanted: wantedOf(example),
  }));
  const sections = wordings.map((some) => some.map(read)).filter(({ length }) => length > 1);
  const known = knownIn(featuresIn(rows, sections), settings.leastSeen);
  const around = aroundIn(rows, openings);
  const learned = { network, plain, known };
  const own = { ...settings, weightOf: weightsOfHeads(examples, settings) };
  const steps = Math.floor(rows.length / batch);
  const all = steps * rounds;
  const mean = new Mean(blocksOf(learned));
  for (let step = 0; step < all; step += 1) {
    if (step % steps === 0) shuffle(rows, random);
    const from = (step % steps) * batch;
    for (const row of rows.slice(from, from + batch)) {
      const said = isAlone(row)
        ? surrounded(row.said, around, BESIDE.has(row.example.act), random)
        : row.said;
      learnMessage(learned, { ...row, said: roughened(said, random) }, own, random);
    }
    if (step % settings.pairsEvery === 0 && sections.length > 1)
      learnPairs(learned, sections, settings, random);
    const share = Math.min(1, (step + 1) / 50) * (1 - (0.9 * step) / all);
    network.step(settings.rate * share);
    for (const head of Object.values(plain)) head.step(settings.plainRate * share);
    const isLast = step === all - 1;
    if (step >= settings.averagedFrom * all && (step % settings.averagedEvery === 0 || isLast)) mean.add();
  }
  mean.take();
  return learned;
}

function* featuresIn(rows: readonly Row[], sections: readonly (readonly Words[])[]) {
  for (const { example, said } of rows) yield featuresOf(said, example.matter);
  for (const section of sections) for (const wording of section) yield featuresOf(wording);
}

/** A message that opens a chat may begin with a greeting; what is said within something open rarely does. */
const isAlone = ({ example }: Row): boolean => example.matter === "none";

/** What stays what it is with a calm sentence beside it. */
const BESIDE: ReadonlySet<string | undefined> = new Set(["danger", "tell", "ask"]);

/** Words of a calm sentence beside another. */
const SHORT = { least: 3, most: 12 };

function aroundIn(rows: readonly Row[], { before, behind }: Openings): Around {
  const isCalm = ({ example, said }: Row): boolean =>
    isAlone({ example, said, wanted: {} }) &&
    !example.isDanger &&
    (example.act === "chat" || (example.act === "outside" && (example.door ?? "none") === "none")) &&
    said.words.length >= SHORT.least &&
    said.words.length <= SHORT.most;
  return {
    before: before.map(read),
    behind: behind.map(read),
    calm: before.length === 0 ? [] : rows.filter(isCalm).map(({ said }) => said),
  };
}

const blocksOf = ({ network, plain }: Pick<Learned, "network" | "plain">): Block[] => [
  network.table,
  network.layer,
  network.layerBias,
  ...[...Object.values(network.heads), ...Object.values(plain)].flatMap(({ weights, bias }) => [
    weights,
    bias,
  ]),
];

function shuffle<T>(rows: T[], random: () => number): void {
  for (let i = rows.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [rows[i], rows[j]] = [rows[j] as T, rows[i] as T];
  }
}

const weightIn = ({ matter }: Labelled, { weightOfMatter }: Settings): number =>
  matter === "none" ? 1 : weightOfMatter;

/** A head with few labelled messages weighs more in each of them. */
function weightsOfHeads(examples: readonly Labelled[], { weightOfHead, mostWeight }: Settings) {
  const labels = examples.map(labelsOf);
  const counts = Object.keys(HEADS).map((name) => {
    const labelled = labels.filter((of) => name === "danger" || of[name] !== undefined);
    return [
      name,
      Math.min(mostWeight, (weightOfHead * examples.length) / Math.max(1, labelled.length)),
    ] as const;
  });
  return Object.fromEntries(counts);
}

function learnMessage(
  { network, plain, known }: Learned,
  { example, said, wanted }: Row,
  settings: Settings & { readonly weightOf: Readonly<Record<string, number>> },
  random: () => number,
): void {
  const { hidden, leftOut, batch, weightAlone } = settings;
  const matter = random() < settings.withoutMatter ? "none" : example.matter;
  // What is open stands with the whole message; a window is a part of it.
  const windows = [said, ...windowsOf(said)].map((some, at) =>
    rowsOf(some, known, at === 0 ? matter : "none").filter(() => random() >= settings.rowsLeftOut),
  );
  const [rows] = windows as [Int32Array];
  const vectors = windows.map((some) => network.vector(some));
  const kept = new Uint8Array(hidden);
  for (let unit = 0; unit < hidden; unit += 1) kept[unit] = Number(random() >= leftOut);
  const units = network.hiddenOf(vectors, MATTERS.indexOf(matter), kept);
  for (let unit = 0; unit < hidden; unit += 1) units[unit] = (units[unit] as number) / (1 - leftOut);
  const slopes: Record<string, Float32Array> = {};
  for (const [name, of] of Object.entries(wanted)) {
    const isDanger = name === "danger";
    const sure = isDanger && example.isDanger ? settings.weightOfDanger : 1;
    const weight = isDanger ? sure : weightIn(example, settings);
    const ofNetwork = weight * (settings.weightOf[name] ?? 1);
    const missed = (logits: Float32Array) =>
      (isDanger ? logits.map(sigmoid) : softmax(logits)).map((share, i) => share - (of[i] as number));
    const head = plain[name] as Plain;
    const [deep, flat] = [network.logits(name, units), head.logits(rows)];
    const both = missed(deep.map((logit, i) => logit + (flat[i] as number)));
    const slope = (alone: Float32Array, own: number) =>
      both.map((by, i) => (by * ofNetwork + (alone[i] as number) * weightAlone * own) / batch);
    slopes[name] = slope(missed(deep), ofNetwork);
    head.back(rows, slope(missed(flat), weight));
  }
  network.backHeads(windows, vectors, MATTERS.indexOf(matter), units, slopes);
}

/** Of two kinds each gets half. */
function wantedOf(example: Labelled): Wanted {
  const labelled = { ...labelsOf(example), danger: example.isDanger ? ["danger"] : [] };
  return Object.fromEntries(
    Object.entries(labelled).map(([name, labels]) => [
      name,
      Float32Array.from(HEADS[name] as readonly string[], (is) =>
        labels.includes(is) ? 1 / labels.length : 0,
      ),
    ]),
  );
}

/** The labels that a message has, by head. */
function labelsOf({
  act,
  kinds,
  incident,
  boundary,
  door,
  aspect,
  voice,
  point,
}: Labelled): Record<string, readonly string[]> {
  const one = { act, incident, boundary, door, aspect, voice, point };
  const some = Object.entries(one).flatMap(([name, label]) =>
    label === undefined ? [] : [[name, [label]] as const],
  );
  return Object.fromEntries(kinds === undefined ? some : [...some, ["kind", kinds]]);
}

/** Two wordings of each of some sections: each must be nearer to its own than to any other. */
function learnPairs(
  { network, known }: Learned,
  sections: readonly (readonly Words[])[],
  settings: Settings,
  random: () => number,
): void {
  const { dims, sharpness } = settings;
  const count = Math.min(settings.pairs, sections.length);
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(Math.floor(random() * sections.length));
  const side = () => ({ rows: [] as Int32Array[], units: [] as Float32Array[], lengths: [] as number[] });
  const [asked, own] = [side(), side()];
  for (const section of chosen) {
    const some = sections[section] as readonly Words[];
    const first = Math.floor(random() * some.length);
    const second = (first + 1 + Math.floor(random() * (some.length - 1))) % some.length;
    for (const [to, which] of [
      [asked, first],
      [own, second],
    ] as const) {
      const rows = rowsOf(roughened(some[which] as Words, random), known);
      const vector = network.vector(rows);
      const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) + 1e-9;
      to.rows.push(rows);
      to.lengths.push(length);
      to.units.push(vector.map((value) => value / length));
    }
  }
  const slopes = [asked, own].map(({ units }) => units.map(() => new Float32Array(dims)));
  asked.units.forEach((unit, i) => {
    const shares = softmax(Float32Array.from(own.units, (other) => sharpness * dot(unit, other)));
    shares.forEach((share, j) => {
      const slope = ((share - Number(i === j)) * sharpness) / count;
      add(slopes[0]?.[i] as Float32Array, own.units[j] as Float32Array, slope);
      add(slopes[1]?.[j] as Float32Array, unit, slope);
    });
  });
  [asked, own].forEach(({ rows, units, lengths }, s) => {
    units.forEach((unit, i) => {
      const slope = slopes[s]?.[i] as Float32Array;
      const along = dot(unit, slope);
      network.backTable(
        rows[i] as Int32Array,
        slope.map((value, d) => (value - along * (unit[d] as number)) / (lengths[i] as number)),
      );
    });
  });
}

export const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

export function softmax(logits: Float32Array): Float32Array {
  const most = Math.max(...logits);
  const parts = logits.map((logit) => Math.exp(logit - most));
  const all = parts.reduce((sum, value) => sum + value, 0);
  return parts.map((value) => value / all);
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < one.length; d += 1) sum += (one[d] as number) * (other[d] as number);
  return sum;
}

function add(to: Float32Array, what: Float32Array, times: number): void {
  for (let d = 0; d < to.length; d += 1) to[d] = (to[d] as number) + times * (what[d] as number);
}
