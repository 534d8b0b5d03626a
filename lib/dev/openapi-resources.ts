import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ApiVerb } from '../model/kind-info';

/** A resource or subresource of one API version, as one Kubernetes version serves it. */
export interface ServedResource {
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  readonly subresource?: string;
  readonly namespaced: boolean;
  readonly verbs: readonly ApiVerb[];
  /** The group, version and kind that its operations exchange. */
  readonly gvk: Gvk;
  /** A tunnel (exec, proxy): what is sent is not an object. */
  readonly connect: boolean;
  readonly shortNames: readonly string[];
}

export interface Gvk {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

interface Operation {
  readonly 'x-kubernetes-action'?: string;
  readonly 'x-kubernetes-group-version-kind'?: Gvk;
}

interface ApiResourceList {
  readonly kind: string;
  readonly groupVersion: string;
  readonly resources: readonly {
    readonly name: string;
    readonly namespaced: boolean;
    readonly verbs: readonly string[];
    readonly shortNames?: readonly string[];
  }[];
}

const VERB_ORDER: readonly ApiVerb[] = [
  'get',
  'list',
  'watch',
  'create',
  'update',
  'patch',
  'delete',
  'deletecollection',
];

const VERB_OF_ACTION: Readonly<Record<string, ApiVerb>> = {
  get: 'get',
  list: 'list',
  watch: 'watch',
  watchlist: 'watch',
  post: 'create',
  put: 'update',
  patch: 'patch',
  delete: 'delete',
  deletecollection: 'deletecollection',
};

const PATH =
  /^\/(?:api|apis\/(?<group>[^/]+))\/(?<version>v\d[^/]*)\/(?:watch\/)?(?<ns>namespaces\/\{namespace\}\/)?(?<resource>[^/{]+)(?:\/\{name\}(?:\/(?<sub>[^/{]+)(?:\/\{path\})?)?)?\/?$/;

/**
 * Every resource of the OpenAPI document in `api/openapi-spec` of a `k8s.io/kubernetes` module,
 * sorted; short names come from `api/discovery` beside it. The two are made independently, so they
 * are also held against each other.
 *
 * @throws Error when they disagree on the verbs or the scope of a resource
 */
export function readServedResources(moduleFolder: string): ServedResource[] {
  const document = readJson(join(moduleFolder, 'api/openapi-spec/swagger.json')) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };
  const found = new Map<string, Mutable>();
  for (const [path, item] of Object.entries(document.paths)) {
    const match = PATH.exec(path)?.groups;
    if (match === undefined) continue;
    for (const [method, operation] of Object.entries(item)) {
      addOperation(found, match, method, operation);
    }
  }
  const discovery = readDiscovery(moduleFolder);
  const resources = [...found].map(([key, entry]) => finish(key, entry, discovery));
  const missing = [...discovery.keys()].filter((key) => !found.has(key));
  if (missing.length > 0) throw new Error(`${moduleFolder}: only in discovery: ${missing.join(', ')}`);
  return resources;
}

interface Mutable {
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  readonly subresource: string | undefined;
  namespaced: boolean;
  connect: boolean;
  readonly verbs: Set<ApiVerb>;
  readonly gvk: Gvk;
}

function addOperation(
  found: Map<string, Mutable>,
  match: Readonly<Record<string, string | undefined>>,
  method: string,
  operation: Operation,
): void {
  const action = operation['x-kubernetes-action'];
  const gvk = operation['x-kubernetes-group-version-kind'];
  // `parameters` stands among the methods, and `options`/`head` of a tunnel have no verb of their own.
  const verb = VERB_OF_ACTION[action === 'connect' ? method : (action ?? '')];
  if (verb === undefined || gvk === undefined) return;
  const { group = '', version = '', resource = '', sub: subresource } = match;
  const name = subresource === undefined ? resource : `${resource}/${subresource}`;
  const key = resourceKey(group, version, name);
  let entry = found.get(key);
  if (entry === undefined) {
    entry = {
      group,
      version,
      resource,
      subresource,
      gvk,
      namespaced: false,
      connect: false,
      verbs: new Set(),
    };
    found.set(key, entry);
  }
  entry.verbs.add(verb);
  entry.namespaced ||= match.ns !== undefined;
  entry.connect ||= action === 'connect';
}

function finish(key: string, entry: Mutable, discovery: ReadonlyMap<string, Discovered>): ServedResource {
  const verbs = VERB_ORDER.filter((verb) => entry.verbs.has(verb));
  const told = discovery.get(key);
  if (told?.namespaced !== entry.namespaced || told.verbs !== [...verbs].sort().join(',')) {
    throw new Error(`${key}: OpenAPI has ${verbs.join(',')}, discovery ${told?.verbs ?? 'nothing'}`);
  }
  const { group, version, resource, subresource, namespaced, connect, gvk } = entry;
  return {
    group,
    version,
    resource,
    namespaced,
    verbs,
    gvk,
    connect,
    shortNames: told.shortNames,
    ...(subresource === undefined ? {} : { subresource }),
  };
}

interface Discovered {
  readonly namespaced: boolean;
  readonly verbs: string;
  readonly shortNames: readonly string[];
}

function readDiscovery(moduleFolder: string): Map<string, Discovered> {
  const folder = join(moduleFolder, 'api/discovery');
  const found = new Map<string, Discovered>();
  for (const file of readdirSync(folder).sort()) {
    const list = readJson(join(folder, file)) as ApiResourceList;
    if (list.kind !== 'APIResourceList') continue;
    const [version = '', group = ''] = list.groupVersion.split('/').reverse();
    for (const { name, namespaced, verbs, shortNames = [] } of list.resources) {
      found.set(resourceKey(group, version, name), {
        namespaced,
        verbs: [...verbs].sort().join(','),
        shortNames,
      });
    }
  }
  return found;
}

function resourceKey(group: string, version: string, name: string): string {
  return `${group}/${version} ${name}`;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
