import { Agent, request } from 'node:https';

/** Any object of the API. */
export interface ApiObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: {
    readonly name?: string;
    readonly namespace?: string;
    readonly [field: string]: unknown;
  };
  readonly [field: string]: unknown;
}

/** The `Status` object that a refusal carries, as far as we read it. */
export interface Status {
  readonly kind: 'Status';
  readonly message: string;
  readonly reason?: string;
  readonly code: number;
  readonly details?: {
    readonly causes?: readonly {
      readonly reason?: string;
      readonly message: string;
      readonly field?: string;
    }[];
  };
}

export interface Answer {
  readonly code: number;
  readonly body: unknown;
  /** Texts of the `Warning` headers: deprecations, Pod Security in warn mode, ... */
  readonly warnings: readonly string[];
}

export type Verdict =
  | { readonly accepted: true; readonly object: ApiObject; readonly warnings: readonly string[] }
  | { readonly accepted: false; readonly status: Status; readonly warnings: readonly string[] };

export interface CreateOptions {
  /** Go through everything and store nothing; default false. */
  readonly dryRun?: boolean;
  /** What to do about unknown and duplicate fields; default `Strict`, as kubectl asks for. */
  readonly fieldValidation?: 'Strict' | 'Warn' | 'Ignore';
  /** Namespace of an object that names none; default `default`. */
  readonly namespace?: string;
}

/** One line of a watch. */
export interface Change {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  readonly object: ApiObject;
}

interface Resource {
  readonly plural: string;
  readonly namespaced: boolean;
}

/** The REST API over kept-alive connections: a dry run answers in a few milliseconds. */
export class Api {
  private readonly agent: Agent;
  private readonly discovered = new Map<string, Promise<ReadonlyMap<string, Resource>>>();

  constructor(
    private readonly port: number,
    private readonly token: string,
    ca: string | undefined,
  ) {
    // Before the server has made its certificate there is nothing to verify it with.
    this.agent = new Agent({
      keepAlive: true,
      maxSockets: 16,
      ...(ca === undefined ? { rejectUnauthorized: false } : { ca }),
    });
  }

  close(): void {
    this.agent.destroy();
  }

  /** One request; resolves whatever the code, rejects only when the connection fails. */
  async request(
    method: string,
    path: string,
    body?: unknown,
    contentType = 'application/json',
  ): Promise<Answer> {
    const bytes =
      body === undefined ? undefined : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    return new Promise((resolve, reject) => {
      const call = request(
        {
          agent: this.agent,
          host: '127.0.0.1',
          port: this.port,
          method,
          path,
          headers: {
            authorization: `Bearer ${this.token}`,
            accept: 'application/json',
            ...(bytes === undefined ? {} : { 'content-type': contentType, 'content-length': bytes.length }),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            resolve({
              code: response.statusCode ?? 0,
              body: parse(text),
              warnings: warningTexts(response.headersDistinct.warning ?? []),
            });
          });
        },
      );
      call.on('error', reject);
      call.end(bytes);
    });
  }

  /**
   * Follows a collection from what is there now on, each change once and in order; ends with the returned function. What
   * ends it otherwise (the server does, after half an hour or more) goes to `onEnd`.
   */
  watch(path: string, onChange: (change: Change) => void, onEnd: (why: string) => void): () => void {
    const agent = new Agent({ ...this.agent.options, keepAlive: false });
    let isOver = false;
    const end = (why: string): void => {
      if (!isOver) onEnd(why);
      isOver = true;
    };
    const headers = { authorization: `Bearer ${this.token}`, accept: 'application/json' };
    const call = request(
      { agent, host: '127.0.0.1', port: this.port, path: `${path}?watch=1`, headers },
      (response) => {
        response.setEncoding('utf8');
        let rest = '';
        response.on('data', (text: string) => {
          const lines = (rest + text).split('\n');
          rest = lines.pop() ?? '';
          for (const line of lines) onChange(JSON.parse(line) as Change);
        });
        response.on('error', (error) => end(error.message));
        response.on('end', () => end('the server ended the watch'));
      },
    );
    call.on('error', (error) => end(error.message));
    call.end();
    return () => {
      isOver = true;
      call.destroy();
      agent.destroy();
    };
  }

  /**
   * Creates an object, or asks what would come of it. An object of a kind that the server does not know is refused
   * with code 404, as kubectl's `no matches for kind`.
   */
  async create(object: ApiObject, options: CreateOptions = {}): Promise<Verdict> {
    const namespace = object.metadata?.namespace ?? options.namespace ?? 'default';
    const path = await this.path(object.apiVersion, object.kind, namespace);
    if (path === undefined) return unknownKind(object);
    const query = new URLSearchParams({ fieldValidation: options.fieldValidation ?? 'Strict' });
    if (options.dryRun === true) query.set('dryRun', 'All');
    const { code, body, warnings } = await this.request('POST', `${path}?${query.toString()}`, object);
    return code < 300
      ? { accepted: true, object: body as ApiObject, warnings }
      : { accepted: false, status: body as Status, warnings };
  }

  /** The path of a collection; undefined for a kind that the server does not know. */
  async path(apiVersion: string, kind: string, namespace: string): Promise<string | undefined> {
    let resources = await this.discover(apiVersion);
    if (!resources.has(kind)) {
      // A CustomResourceDefinition may have come since.
      this.discovered.delete(apiVersion);
      resources = await this.discover(apiVersion);
    }
    const resource = resources.get(kind);
    if (resource === undefined) return undefined;
    const scope = resource.namespaced ? `/namespaces/${encodeURIComponent(namespace)}` : '';
    return `${root(apiVersion)}${scope}/${resource.plural}`;
  }

  private async discover(apiVersion: string): Promise<ReadonlyMap<string, Resource>> {
    const known = this.discovered.get(apiVersion);
    if (known !== undefined) return known;
    const asked = this.fetchResources(apiVersion);
    this.discovered.set(apiVersion, asked);
    asked.catch(() => this.discovered.delete(apiVersion));
    return asked;
  }

  private async fetchResources(apiVersion: string): Promise<ReadonlyMap<string, Resource>> {
    const { code, body } = await this.request('GET', root(apiVersion));
    if (code !== 200) return new Map();
    const { resources } = body as { resources: { name: string; kind: string; namespaced: boolean }[] };
    // A slash names a subresource, which has a kind of its own (pods/eviction) or its owner's.
    return new Map(
      resources
        .filter(({ name }) => !name.includes('/'))
        .map(({ name, kind, namespaced }) => [kind, { plural: name, namespaced }]),
    );
  }
}

function root(apiVersion: string): string {
  const path = apiVersion.split('/').map(encodeURIComponent).join('/');
  return apiVersion.includes('/') ? `/apis/${path}` : `/api/${path}`;
}

function unknownKind({ apiVersion, kind }: ApiObject): Verdict {
  const message = `no matches for kind ${JSON.stringify(kind)} in version ${JSON.stringify(apiVersion)}`;
  return {
    accepted: false,
    status: { kind: 'Status', message, reason: 'NotFound', code: 404 },
    warnings: [],
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** `299 - "text"`, several of them with commas between when they came in one header. */
function warningTexts(headers: readonly string[]): string[] {
  return headers.flatMap((header) =>
    [...header.matchAll(/\d{3} \S+ "((?:[^"\\]|\\.)*)"/g)].map((match) =>
      (match[1] ?? '').replace(/\\(.)/g, '$1'),
    ),
  );
}
