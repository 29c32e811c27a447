import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { sandboxSettings } from "../../sandbox/settings.ts";
import { freePort } from "../../sandbox/web.ts";
import { ROOT } from "../../scripts/lib/root.ts";
import { allGone, familyOf } from "../process/family.ts";

/**
 * No engine for containers is to be had where this was written: so the steps of the Dockerfile are taken one by one in a bare
 * folder, with its paths turned to places in there, by the Node that runs this test.
 */
const dir = mkdtempSync(join(tmpdir(), "tro-ly-138-image-"));
const IMAGE_PORT = "8787";
/** An account that may only read the installation, where we may become one (nobody). */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
/** Megabytes of packages. */
const LARGEST = 350;

interface Step {
  readonly word: string;
  readonly rest: string;
}

const steps: readonly Step[] = readFileSync(join(ROOT, "Dockerfile"), "utf8")
  .replaceAll(/^#.*\n/gmu, "")
  .replaceAll(/\\\n\s*/gu, "")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => {
    const [word = "", ...rest] = line.split(" ");
    return { word, rest: rest.join(" ") };
  });

const theOne = (word: string): string => {
  const found = steps.filter((step) => step.word === word);
  if (found[0] === undefined || found.length > 1) throw new Error(`one ${word} expected`);
  return found[0].rest;
};

const here = (text: string): string =>
  text.replaceAll("/opt/tro-ly-138", join(dir, "opt")).replaceAll("/var/lib/tro-ly-138", join(dir, "var"));

let environment: NodeJS.ProcessEnv;
let port: string;
let server: ChildProcess | undefined;
let printed = "";
let packages = 0;

beforeAll(() => {
  chmodSync(dir, 0o755);
  environment = {
    // How the registry is reached is the machine's own affair.
    ...process.env,
    PATH: [dirname(process.execPath), "/usr/local/bin", "/usr/bin", "/bin"].join(delimiter),
    ...Object.fromEntries(steps.filter(({ word }) => word === "ENV").map(({ rest }) => rest.split("="))),
  };
  const workdir = here(theOne("WORKDIR"));
  mkdirSync(workdir);
  for (const { word, rest } of steps) {
    if (word === "COPY") copy(rest.split(" "), workdir);
    if (word === "RUN") run(rest, workdir);
    if (rest.startsWith("npm ci")) packages = megabytes(join(workdir, "node_modules"));
  }
});

afterAll(async () => {
  if (server?.pid !== undefined) {
    const family = familyOf(server.pid);
    server.kill("SIGKILL");
    await allGone(family);
  }
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
});

function copy(words: readonly string[], workdir: string): void {
  const target = words.at(-1) ?? "";
  for (const source of words.slice(0, -1)) {
    const from = join(ROOT, source);
    const to = statSync(from).isDirectory() ? join(workdir, target) : join(workdir, target, source);
    // As .dockerignore has it.
    cpSync(from, to, { recursive: true, filter: (path) => !path.endsWith(".test.ts") });
  }
}

function run(line: string, workdir: string): void {
  const owner = `${NOBODY.uid ?? process.getuid?.()}:${NOBODY.gid ?? process.getgid?.()}`;
  const command = here(line).replace("chown node:node", `chown ${owner}`);
  const { status, stdout, stderr } = spawnSync("sh", ["-c", command], {
    cwd: workdir,
    env: environment,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${command}\n${stdout}${stderr}`);
}

const megabytes = (folder: string): number =>
  Number(spawnSync("du", ["-sm", folder], { encoding: "utf8" }).stdout.split("\t")[0]);

/** A command of the Dockerfile in its own form, a JSON array, on a port of ours. */
const commandIn = (text: string): string[] =>
  (JSON.parse(here(text)) as string[]).map((word) =>
    word.replaceAll(IMAGE_PORT, port).replace("0.0.0.0", "127.0.0.1"),
  );

describe("the Dockerfile's steps in a bare folder", () => {
  it(`install at most ${LARGEST} MB of packages`, () => {
    expect(packages).toBeGreaterThan(100);
    expect(packages).toBeLessThanOrEqual(LARGEST);
  });

  it("give a server that an account without rights runs, and that its health check finds well", async () => {
    port = String(await freePort());
    const [program = "", ...args] = commandIn(theOne("CMD"));
    const child = spawn(program, args, {
      cwd: here(theOne("WORKDIR")),
      env: { ...environment, ...sandboxSettings(9) },
      ...NOBODY,
    });
    server = child;
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        printed += chunk.toString();
      });
    while (!printed.includes("đã sẵn sàng") && child.exitCode === null)
      await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
    expect(printed).toContain(`đã sẵn sàng: http://127.0.0.1:${port}`);
    const [check = "", ...given] = commandIn(theOne("HEALTHCHECK").replace(/^.*CMD /u, ""));
    expect(spawnSync(check, given, { env: environment }).status).toBe(0);
    const health = await fetch(`http://127.0.0.1:${port}/healthz`).then((response) => response.json());
    expect(health).toMatchObject({ status: "ok" });
  });

  it("end well when the engine asks them to", async () => {
    if (server === undefined) throw new Error("not started");
    const exited = once(server, "exit");
    server.kill("SIGTERM");
    expect(await exited).toEqual([0, null]);
  });
});

it("compose.yaml publishes the image's port on the loopback address alone, and keeps its state", () => {
  const { services, volumes } = parse(readFileSync(join(ROOT, "compose.yaml"), "utf8"));
  const service = services["tro-ly-138"];
  expect(service.ports).toEqual([`127.0.0.1:${IMAGE_PORT}:${theOne("EXPOSE")}`]);
  expect(service.volumes).toEqual([`${Object.keys(volumes)[0]}:${theOne("VOLUME")}`]);
  expect(theOne("USER")).not.toBe("root");
});
