import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, type ApiObject, type Verdict } from '../api';
import { type Judge } from '../judge';

/** An object as the server gives it, as far as observers read it. */
export interface Stored extends ApiObject {
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly ownerReferences?: readonly { readonly kind: string; readonly name: string }[];
  };
}

/** One example on a judge, in namespaces of its own. */
export class Scene {
  /** What the server said of objects that it did not take. */
  readonly refusals: string[] = [];
  private createdAt = Date.now();

  constructor(
    readonly judge: Judge,
    /** Unlike that of any other example. */
    readonly name: string,
    /** Number of the example among the `bad` or the `good` ones. */
    readonly index: number,
    /** Its objects, with their namespaces on the judge. */
    readonly objects: readonly ApiObject[],
    /** What was there before, for an example of a change; empty for all others. */
    readonly before: readonly ApiObject[],
    /** Namespaces on the judge by those of the example. */
    readonly namespaces: ReadonlyMap<string, string>,
    private readonly clusterScoped: ReadonlySet<ApiObject>,
  ) {}

  /** The namespace of the example, or the first of them. */
  get namespace(): string {
    const [first = 'default'] = this.namespaces.values();
    return first;
  }

  /** Objects of the example that are of a kind, or were. */
  ofKind(kind: string): readonly ApiObject[] {
    const { objects, before } = this;
    return (objects.some((object) => object.kind === kind) ? objects : before).filter(
      (object) => object.kind === kind,
    );
  }

  isClusterScoped(object: ApiObject): boolean {
    return this.clusterScoped.has(object);
  }

  /** From now on what happens is the consequence. */
  begin(): void {
    this.createdAt = Date.now();
  }

  /** Whether so many milliseconds have passed since all was created: for what shows by nothing happening. */
  hasWaited(milliseconds: number): boolean {
    return Date.now() - this.createdAt >= milliseconds;
  }

  async create(object: ApiObject): Promise<Verdict> {
    const verdict = await this.judge.create(object);
    if (!verdict.accepted) this.refusals.push(verdict.status.message);
    return verdict;
  }

  /** The path of an object on the judge. */
  async path(object: ApiObject): Promise<string> {
    const namespace = object.metadata?.namespace ?? this.namespace;
    const collection = await this.judge.path(object.apiVersion, object.kind, namespace);
    return `${collection ?? ''}/${object.metadata?.name ?? ''}`;
  }

  /** An object as it is now; undefined when it is not there. */
  async read<T extends Stored>(object: ApiObject): Promise<T | undefined> {
    const { code, body } = await this.judge.get(await this.path(object));
    return code === 200 ? (body as T) : undefined;
  }

  /** All objects of a resource in the namespaces of the example: `list('api/v1', 'pods')`. */
  async list<T extends Stored>(root: string, resource: string, query = ''): Promise<readonly T[]> {
    const answers = await Promise.all(
      [...this.namespaces.values()].map(async (namespace) =>
        this.judge.get(`/${root}/namespaces/${namespace}/${resource}${query}`),
      ),
    );
    return answers.flatMap(({ code, body }) => (code === 200 ? (body as { items: readonly T[] }).items : []));
  }

  async patch(object: ApiObject, change: object): Promise<Answer> {
    const path = await this.path(object);
    return this.judge.request('PATCH', path, change, 'application/merge-patch+json');
  }

  /** Applies objects as `kubectl apply -f` does; what it refuses is among the refusals. */
  async apply(objects: readonly ApiObject[]): Promise<void> {
    const input = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
    const { stderr } = await this.judge.kubectl(['apply', '-f', '-'], input);
    const lines = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('Warning:'));
    this.refusals.push(...lines);
  }

  /** Asks again until the answer is yes or time (ms) runs out, which is no failure. */
  async settles(ask: () => Promise<boolean>, timeout: number): Promise<boolean> {
    const end = Date.now() + timeout;
    while (Date.now() < end) {
      if (await ask()) return true;
      await sleep(200);
    }
    return false;
  }

  /** What the cluster said, in the words of the example: its namespaces, and no name that chance made. */
  retell(text: string): string {
    let told = text;
    for (const [ours, theirs] of this.namespaces) told = told.replaceAll(theirs, ours);
    return (
      told
        // What answers where a Service should be is another on each machine.
        .replace(/(failed to call webhook: Post "[^"]*"): (?!service |no service ).*/s, '$1: …')
        .replace(/Invalid value: \{.{80,}\}/g, 'Invalid value: {…}')
        .replace(/\b\d+(\.\d+){3}(?=\D|$)/g, (address) =>
          address.startsWith('192.0.2.') ? address : '<address>',
        )
        .replace(
          /(?<=[a-z0-9])-[bcdfghjklmnpqrstvwxz2456789]{6,10}(-[bcdfghjklmnpqrstvwxz2456789]{5})?\b/g,
          '-…',
        )
        .replace(/(?<=[a-z0-9…])-[bcdfghjklmnpqrstvwxz2456789]{5}\b/g, '-…')
        .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<uid>')
        .replace(/\s+/g, ' ')
        .trim()
    );
  }
}
