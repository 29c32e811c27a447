import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request as plainRequest } from "node:http";
import { request } from "node:https";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort, type Listening, listen } from "../../sandbox/web.ts";
import { ROOT } from "../../scripts/lib/root.ts";

const has = (program: string, flag: string) => spawnSync(program, [flag]).status === 0;
const hasNginx = has("nginx", "-v") && has("openssl", "version");
const hasSystemd = has("systemd-analyze", "--version");
if (!hasNginx) console.warn("The nginx examples are not tried: no nginx or no openssl here.");
if (!hasSystemd) console.warn("The systemd units are not tried: no systemd-analyze here.");

const hasIpv6 = networkInterfaces().lo?.some(({ address }) => address === "::1") === true;

/** Where systemd looks for a program that a unit names without a path. */
const SYSTEM_NODE = ["/usr/local/bin/node", "/usr/bin/node"];

const example = (name: string) => readFileSync(join(ROOT, "deploy/nginx", name), "utf8");

describe.skipIf(!hasNginx)("deploy/nginx (needs nginx)", () => {
  const dir = mkdtempSync(join(tmpdir(), "tro-ly-138-nginx-"));
  let behind: Listening;
  let nginx: ChildProcess;
  let tls: number;
  let plain: number;
  const passedOn: { path: string; header: string | null }[] = [];

  beforeAll(async () => {
    behind = await listen((incoming) => {
      passedOn.push({ path: new URL(incoming.url).pathname, header: incoming.headers.get("mf-cf-blob") });
      return new Response("behind");
    });
    [tls, plain] = [await freePort(), await freePort()];
    selfSigned(join(dir, "bot.example.org"));
    nginx = spawn("nginx", ["-p", dir, "-c", configOf("tro-ly-138.conf"), "-g", "daemon off;"]);
    // It has bound its ports by the time it writes down its number.
    while (!existsSync(join(dir, "nginx.pid")) && nginx.exitCode === null)
      await new Promise((resolve) => setImmediate(resolve));
  });
  afterAll(async () => {
    const exited = once(nginx, "exit");
    if (nginx.kill("SIGTERM")) await exited;
    await behind.close();
    rmSync(dir, { recursive: true, force: true });
  });

  /** The example in a whole configuration, on ports of ours and with a certificate of ours; the rest as it stands. */
  function configOf(name: string): string {
    const site = (hasIpv6 ? example(name) : example(name).replaceAll(/.*listen \[::\].*/gu, ""))
      .replaceAll(
        /listen (\[::\]:)?443/gu,
        (_, v6 = "") => `listen ${v6 === "" ? "127.0.0.1:" : "[::1]:"}${tls}`,
      )
      .replaceAll(
        /listen (\[::\]:)?80;/gu,
        (_, v6 = "") => `listen ${v6 === "" ? "127.0.0.1:" : "[::1]:"}${plain};`,
      )
      .replaceAll("/etc/letsencrypt/live", dir)
      .replaceAll("server 127.0.0.1:8787", `server ${behind.url.slice("http://".length)}`);
    const path = join(dir, "nginx.conf");
    const own = `pid ${dir}/nginx.pid;\nerror_log ${dir}/error.log;\nevents {}\n`;
    const folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map((kind) => `${kind}_temp_path ${join(dir, kind)};`)
      .join("\n");
    writeFileSync(path, `${own}http {\naccess_log off;\n${folders}\n${site}\n}\n`);
    return path;
  }

  const ask = (path: string, body?: Buffer, port = tls): Promise<number> =>
    new Promise((resolve, reject) => {
      const send = port === tls ? request : plainRequest;
      const options = { host: "127.0.0.1", port, path, rejectUnauthorized: false };
      const method = body === undefined ? "GET" : "POST";
      const headers = { host: "bot.example.org", "mf-cf-blob": "forged" };
      const call = send({ ...options, method, headers }, (response) => {
        response.resume();
        response.once("end", () => resolve(response.statusCode ?? 0));
      });
      call.once("error", reject);
      call.end(body);
    });

  it.each(["tro-ly-138-first.conf", "tro-ly-138.conf"])(
    "nginx takes %s without a word against it",
    (name) => {
      const { status, stderr } = spawnSync("nginx", ["-t", "-p", dir, "-c", configOf(name)], {
        encoding: "utf8",
      });
      expect(stderr).not.toMatch(/\[(?:emerg|alert|crit|error|warn)\]/u);
      expect(status).toBe(0);
    },
  );

  it.each([
    ["/", 200],
    ["/healthz", 200],
    ["/metrics", 200],
    ["/zalo_verifierAbc-1.html", 200],
    ["/cdn-cgi/handler/scheduled", 404],
    ["/anything", 404],
  ])("GET %s: %i", async (path, status) => {
    passedOn.length = 0;
    expect(await ask(path)).toBe(status);
    expect(passedOn).toEqual(status === 200 ? [{ path, header: null }] : []);
  });

  it("passes webhooks on, but none above 1 MB", async () => {
    expect(await ask("/webhooks/zalo", Buffer.from("{}"))).toBe(200);
    expect(await ask("/webhooks/zalo", Buffer.alloc(1_200_000))).toBe(413);
  });

  it("sends port 80 to TLS, except for the certificate's proof", async () => {
    expect(await ask("/webhooks/zalo", undefined, plain)).toBe(301);
    expect(await ask("/.well-known/acme-challenge/x", undefined, plain)).toBe(404);
  });
});

describe.skipIf(!hasSystemd || !SYSTEM_NODE.some(existsSync))(
  "deploy/*.service (needs systemd-analyze)",
  () => {
    it("systemd finds nothing against them, and the Node that they name", () => {
      const units = ["tro-ly-138.service", "tro-ly-138-backup.service", "tro-ly-138-backup.timer"];
      const paths = units.map((unit) => join(ROOT, "deploy", unit));
      const { status, stderr } = spawnSync("systemd-analyze", ["verify", ...paths], { encoding: "utf8" });
      expect(stderr.split("\n").filter((line) => line.includes("tro-ly-138"))).toEqual([]);
      expect(status).toBe(0);
    });

    it.each(["tro-ly-138.service", "tro-ly-138-backup.service"])("%s leaves little open", (unit) => {
      const path = join(ROOT, "deploy", unit);
      // In tenths: 2.0 of 10, where a unit without any protection has 9.2.
      const options = ["security", "--offline=yes", "--threshold=20", path];
      const { status, stdout } = spawnSync("systemd-analyze", options, { encoding: "utf8" });
      expect(status, stdout).toBe(0);
    });
  },
);

function selfSigned(folder: string): void {
  mkdirSync(folder);
  const files = ["-keyout", join(folder, "privkey.pem"), "-out", join(folder, "fullchain.pem")];
  const subject = ["-subj", "/CN=bot.example.org", "-days", "2"];
  spawnSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", ...files, ...subject]);
}
