import { writeFileSync } from "node:fs";
import type { Reporter, TestModule, TestSpecification } from "vitest/node";

/** Where `.ci/run` looks for the counts. */
const FILE = process.env.CI_COUNTS;

/**
 * Counts what a run came to, for the last line of CI. Failed are tests, files that broke before their tests or never ran,
 * and errors outside of any test: a run that lost one of these is not green.
 */
export default class Count implements Reporter {
  #planned: readonly string[] = [];

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    this.#planned = specifications.map(({ project, moduleId }) => `${project.name} ${moduleId}`);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    if (FILE === undefined) return;
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const inState = (state: string) => tests.filter((test) => test.result().state === state).length;
    const ran = new Set(
      modules
        .filter((module) => !["queued", "pending"].includes(module.state()))
        .map(({ project, moduleId }) => `${project.name} ${moduleId}`),
    );
    const neverRan = this.#planned.filter((file) => !ran.has(file));
    const broken = modules.filter((module) => module.state() === "failed" && brokeOutsideTests(module));
    for (const file of neverRan) console.log(`never ran: ${file}`);
    const counts = {
      passed: inState("passed"),
      skipped: inState("skipped"),
      failed: inState("failed") + inState("pending") + broken.length + neverRan.length + unhandled.length,
    };
    writeFileSync(FILE, JSON.stringify(counts));
  }
}

const brokeOutsideTests = (module: TestModule): boolean =>
  ![...module.children.allTests()].some((test) => test.result().state === "failed");
