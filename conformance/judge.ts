import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Api, type Answer, type ApiObject, type Change, type CreateOptions, type Verdict } from './api';
import { buildJudge } from './build';
import { Component } from './component';
import { apiServerFlags, controllerManagerFlags, etcdFlags, schedulerFlags, type Places } from './flags';
import { makeFolder, writeCredentials, writeKubeconfig } from './folder';
import { release } from './versions';

export interface JudgeOptions {
  /** Minor version of Kubernetes, one of those in releases.json: `1.36`. */
  readonly version: string;
  /** Run the controller manager and the scheduler too; default false. */
  readonly controllers?: boolean;
  /** How many nodes to stand in for (judge/nodes.go); they want `controllers`. Default 0. */
  readonly nodes?: number;
  /** Feature gates of all components that differ from their defaults. */
  readonly featureGates?: Readonly<Record<string, boolean>>;
  /** More flags for the API server, e.g. `--runtime-config=api/beta=true`. */
  readonly apiServerFlags?: readonly string[];
}

/** What a command printed, and how it ended. */
export interface Output {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const patience = 120_000;

/**
 * Starts a control plane on loopback, with an empty store; resolves when it takes objects in the namespace `default`.
 * Builds the judge first unless it is in the cache, which takes minutes.
 *
 * @throws with the last lines of the logs when a component ends or is not ready within two minutes.
 */
export async function startJudge(options: JudgeOptions): Promise<Judge> {
  const of = release(options.version);
  const binary = await buildJudge(of, () => {
    process.stderr.write(`Building Kubernetes ${of.kubernetes}, once: this takes minutes\n`);
  });
  for (let attempt = 1; ; attempt += 1) {
    const judge = await Judge.launch(binary, options);
    try {
      await judge.becomeReady(options);
      return judge;
    } catch (error) {
      await judge.stop();
      // Between our asking for a free port and the server's taking it another process was faster.
      if (attempt < 3 && String(error).includes('address already in use')) continue;
      throw error;
    }
  }
}

/** A running control plane; made by {@link startJudge}. */
export class Judge {
  private readonly components: Component[] = [];
  private api: Api;
  private readonly onExit = (): void => {
    for (const each of this.components) each.signal();
    rmSync(this.places.folder, { recursive: true, force: true });
  };

  private constructor(
    readonly version: string,
    private readonly binary: string,
    private readonly places: Places,
    private readonly token: string,
  ) {
    this.api = new Api(places.port, token, undefined);
    process.on('exit', this.onExit);
  }

  /** @internal Starts etcd and the API server. */
  static async launch(binary: string, options: JudgeOptions): Promise<Judge> {
    const folder = await makeFolder();
    const token = await writeCredentials(folder);
    const judge = new Judge(options.version, binary, { folder, port: await freePort() }, token);
    judge.start('etcd', etcdFlags());
    const flags = [...gateFlags(options), ...(options.apiServerFlags ?? [])];
    judge.start('kube-apiserver', apiServerFlags(judge.places, flags));
    return judge;
  }

  get url(): string {
    return `https://127.0.0.1:${this.places.port}`;
  }

  /** Path of a kubeconfig with all rights. */
  get kubeconfig(): string {
    return join(this.places.folder, 'kubeconfig');
  }

  /** Process ids by component. */
  get processes(): ReadonlyMap<string, number> {
    return new Map(this.components.flatMap(({ name, pid }) => (pid === undefined ? [] : [[name, pid]])));
  }

  /** @internal Waits for the API server, then starts what stands on it. */
  async becomeReady(options: JudgeOptions): Promise<void> {
    const { controllers = false, nodes = 0 } = options;
    await this.until('kube-apiserver to be ready', async () => (await this.get('/readyz')).code === 200);
    const certificate = readFileSync(join(this.places.folder, 'apiserver.crt'), 'utf8');
    this.api.close();
    this.api = new Api(this.places.port, this.token, certificate);
    await writeKubeconfig(this.kubeconfig, { server: this.url, certificate, token: this.token });
    if (controllers) {
      const gates = gateFlags(options);
      this.start('kube-controller-manager', [...controllerManagerFlags(this.places), ...gates]);
      this.start('kube-scheduler', [...schedulerFlags(this.places), ...gates]);
    }
    if (nodes > 0) this.start('nodes', [String(nodes)], { KUBECONFIG: this.kubeconfig });
    await this.until('the namespace default', async () => this.exists('/api/v1/namespaces/default'));
    await this.provideServiceAccount('default');
    await this.until('the nodes to be ready', async () => (await this.countReadyNodes()) >= nodes);
  }

  /** Creates an object or, with `dryRun`, only asks; unknown fields are refused unless told otherwise. */
  async create(object: ApiObject, options: CreateOptions = {}): Promise<Verdict> {
    return this.api.create(object, options);
  }

  /** `GET` of any path of the API: `/api/v1/namespaces/default/pods`. */
  async get(path: string): Promise<Answer> {
    return this.api.request('GET', path);
  }

  /** Follows a collection (`/api/v1/namespaces/default/pods`); ends with the returned function. */
  watch(path: string, onChange: (change: Change) => void, onEnd: (why: string) => void): () => void {
    return this.api.watch(path, onChange, onEnd);
  }

  /** The path of a collection; undefined for a kind that the server does not know. */
  async path(apiVersion: string, kind: string, namespace: string): Promise<string | undefined> {
    return this.api.path(apiVersion, kind, namespace);
  }

  /** Any request, for what {@link create} and {@link get} do not do (status, patches, YAML as it is). */
  async request(method: string, path: string, body?: unknown, contentType?: string): Promise<Answer> {
    return this.api.request(method, path, body, contentType);
  }

  /** Creates a namespace that takes pods: without controllers nobody else makes its ServiceAccount `default`. */
  async createNamespace(name: string, labels: Readonly<Record<string, string>> = {}): Promise<void> {
    const made = await this.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } });
    if (!made.accepted) throw new Error(`Namespace ${name}: ${made.status.message}`);
    await this.provideServiceAccount(name);
  }

  /** Runs kubectl of the judge's own version; resolves whatever its exit code. */
  async kubectl(args: readonly string[], input = ''): Promise<Output> {
    const env = { ...process.env, KUBECONFIG: this.kubeconfig, KUBERC: 'off' };
    const all = ['kubectl', `--cache-dir=${join(this.places.folder, 'kubectl')}`, ...args];
    return new Promise((resolve, reject) => {
      const child = execFile(this.binary, all, { env, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
        if (error === null) resolve({ code: 0, stdout, stderr });
        else if (typeof error.code === 'number') resolve({ code: error.code, stdout, stderr });
        else reject(new Error(`kubectl ${args.join(' ')} could not be run`, { cause: error }));
      });
      // kubectl may end before it has read its input; its exit code then says why.
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(input);
    });
  }

  /** Asks again and again until the answer is yes; throws with the logs when a component ends or time (ms) runs out. */
  async until(what: string, ask: () => Promise<boolean>, timeout = patience): Promise<void> {
    const end = Date.now() + timeout;
    for (let pause = 10; ; pause = Math.min(pause * 1.5, 250)) {
      const ended = this.components.find((each) => each.exited !== undefined);
      if (ended !== undefined) {
        throw new Error(`${ended.name} ended (${ended.exited ?? ''}), waiting for ${what}\n${ended.tail()}`);
      }
      // A refused connection is a no: the server is not there yet.
      if (await ask().catch(() => false)) return;
      if (Date.now() > end) throw new Error(`Waited ${timeout / 1000} s for ${what}\n${this.logs()}`);
      await sleep(pause);
    }
  }

  /** The last lines of every component's log. */
  logs(lines = 30): string {
    return this.components.map((each) => `--- ${each.name}\n${each.tail(lines)}`).join('\n');
  }

  /** Ends all processes and removes what they stored. */
  async stop(): Promise<void> {
    this.api.close();
    await Promise.all(this.components.map(async (each) => each.kill()));
    process.off('exit', this.onExit);
    await rm(this.places.folder, { recursive: true, force: true });
  }

  private start(name: string, flags: readonly string[], env: Readonly<Record<string, string>> = {}): void {
    this.components.push(new Component(name, this.binary, flags, this.places.folder, env));
  }

  private async provideServiceAccount(namespace: string): Promise<void> {
    if (!this.components.some((each) => each.name === 'kube-controller-manager')) {
      await this.create({
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'default', namespace },
      });
    }
    const path = `/api/v1/namespaces/${namespace}/serviceaccounts/default`;
    await this.until(`the ServiceAccount default of ${namespace}`, async () => this.exists(path));
  }

  private async exists(path: string): Promise<boolean> {
    return (await this.get(path)).code === 200;
  }

  private async countReadyNodes(): Promise<number> {
    const { items } = (await this.get('/api/v1/nodes')).body as { items: Node[] };
    return items.filter(
      // The taint `not-ready` stays until the node lifecycle controller has seen the condition.
      ({ spec, status }) =>
        spec.taints === undefined &&
        status.conditions?.some((each) => each.type === 'Ready' && each.status === 'True'),
    ).length;
  }
}

interface Node {
  readonly spec: { readonly taints?: readonly unknown[] };
  readonly status: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
}

function gateFlags({ featureGates = {} }: JudgeOptions): string[] {
  const gates = Object.entries(featureGates).map(([name, isOn]) => `${name}=${isOn}`);
  return gates.length === 0 ? [] : [`--feature-gates=${gates.join(',')}`];
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
