// @ts-nocheck
import { spokenIn } from "../../src/language/spoken.ts";
import { readUtterance } from "../../src/language/utterance.ts";
import { readBy } from "../../src/reader/read-by.ts";
import { parseWeights, writeWeights } from "../../src/reader/weights.ts";
import { learn, learnPlain, SETTINGS } from "./learn.ts";
import { noise } from "./noise.ts";
import { weightsOf } from "./weights-of.ts";
import { readSections } from "./sections.ts";
import { readTraining } from "./training.ts";
import { HEADS_OF_ONE, labelsFor, likelyOf, missedAt, rateOf } from "./first-tries.ts";
import { chanceOfDanger } from "../../src/reading/danger/detect-danger.ts";
const over = Object.fromEntries(process.argv.slice(2).map((a) => { const [k, v] = a.split("="); return [k, Number(v)]; }));
const s = { ...SETTINGS, ...over };
const examples = readTraining(), wordings = readSections();
const batches = [...new Set(examples.map(({ batch }) => batch))].sort();
const foldOf = new Map(batches.map((batch, i) => [batch, i % 4]));
const isOut = ({ batch }) => foldOf.get(batch) === 0;
const all = [...examples.filter((e) => !isOut(e)), ...noise(s.noise, s.seed)];
const t0 = Date.now();
const network = learn(all, wordings, s);
const t1 = Date.now();
const plain = learnPlain(all, s);
console.log(JSON.stringify(over), "net", (t1 - t0) / 1000, "plain", (Date.now() - t1) / 1000);
const out = examples.filter(isOut);
const said = out.map((e) => readUtterance(spokenIn(e.text.slice(0, 2000))));
for (const b of (over.mix ? [over.mix] : [0, 0.5, 1, 1.5])) {
  const scaled = Object.fromEntries(Object.entries(plain).map(([n, p]) => [n, { weights: { values: p.weights.values.map((x) => x * b) }, bias: p.bias.map((x) => x * b) }]));
  const weights = parseWeights(writeWeights(weightsOf(network, scaled, { inputs: "", seed: 1, calibration: {} })));
  const tries = out.map((example, i) => ({ example, read: readBy(weights, said[i], example.matter) }));
  const rates = HEADS_OF_ONE.map((h) => { const { n, right } = rateOf(tries, h); return `${h} ${(100 * right / n).toFixed(1)}`; });
  const m = (score) => [0.03, 0.05, 0.1].map((x) => (100 * missedAt(tries.map((t) => ({ isDanger: t.example.isDanger, chance: score(t) })), x)).toFixed(1)).join("/");
  console.log("mix", b, rates.join(" "), "missed", m((t) => t.read.danger), "weighed", m((t) => chanceOfDanger(t.read, false)));
}
