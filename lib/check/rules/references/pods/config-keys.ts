import { objectField, textField } from '../../../../model/json-object';
import { type JsonObject } from '../../../../model/json-value';
import { type ObjectEntry } from '../../../../model/object-entry';
import { oncePer } from '../../../../model/once-per';
import { type CheckContext } from '../../../rule-context';
import { type KnownProvision, provisions } from '../lookup/provisions/provision-index';

/** The keys of a ConfigMap or a Secret. */
export interface ConfigKeys {
  /** Where they are written: the object itself, or what asks an operator for it. */
  readonly entry: ObjectEntry;
  /** JSON pointer of them. */
  readonly path: string;
  readonly keys: ReadonlySet<string>;
}

/**
 * The keys that a ConfigMap or Secret has. Undefined when nobody knows: it is not in the set, or it is declared or
 * marked as one that something else fills in.
 */
export function configKeys(
  { set, once, external }: CheckContext,
  kind: 'ConfigMap' | 'Secret',
  namespace: string,
  name: string,
): ConfigKeys | undefined {
  if (external.has('', kind, namespace, name)) return undefined;
  // Of several of one identity, which K331 tells of, nobody knows which stays: keys of any of them count.
  const entries = set.findAll('', kind, namespace, name);
  const entry = entries.at(-1);
  const provided = once(provisions).of(kind, namespace, name);
  if (entry !== undefined) {
    const keys = provided.length > 0 ? undefined : keysOfAll(entries);
    return keys && { entry, path: '/data', keys };
  }
  const [first] = provided;
  if (first === undefined || provided.some(({ keys }) => keys === undefined)) return undefined;
  return { entry: first.by, path: '/spec', keys: ofProvisions(provided) };
}

/** The keys of all objects of one identity; undefined where something else fills one of them in. */
const keysOfAll = oncePer((entries: readonly ObjectEntry[]): ReadonlySet<string> | undefined => {
  if (entries.some(isFilledByOthers)) return undefined;
  const [first] = entries;
  return first !== undefined && entries.length === 1
    ? writtenKeys(first)
    : new Set(entries.flatMap((each) => [...writtenKeys(each)]));
});

/** Where several write into it, which is rare, they are put together anew. */
function ofProvisions(provided: readonly KnownProvision[]): ReadonlySet<string> {
  const [first, ...others] = provided.map(providedKeys);
  return first === undefined || others.length > 0
    ? new Set(provided.flatMap(({ keys }) => keys ?? []))
    : first;
}

const providedKeys = oncePer(({ keys }: KnownProvision): ReadonlySet<string> => new Set(keys));

/** The keys that are written in a ConfigMap or Secret. */
export const writtenKeys = oncePer(({ object, kind }: ObjectEntry): ReadonlySet<string> => {
  const keys = new Set(Object.keys(objectField(object, 'data') ?? {}));
  const more = objectField(object, kind === 'Secret' ? 'stringData' : 'binaryData');
  if (more !== undefined) Object.keys(more).forEach((key) => keys.add(key));
  return keys;
});

/** Annotations and labels by which a controller is told to write into a ConfigMap or Secret. */
const FILLERS: ReadonlySet<string> = new Set([
  'config.openshift.io/inject-trusted-cabundle',
  'kubed.appscode.com/sync',
  'reflector.v1.k8s.emberstack.com/reflects',
  'replicator.v1.mittwald.de/replicate-from',
  'secret-generator.v1.mittwald.de/autogenerate',
  'secret-generator.v1.mittwald.de/type',
  'service.alpha.openshift.io/inject-cabundle',
  'service.beta.openshift.io/inject-cabundle',
  'vault.security.banzaicloud.io/vault-addr',
]);

/** Types of Secrets whose keys a controller of Kubernetes writes. */
const FILLED_TYPES: ReadonlySet<string> = new Set(['kubernetes.io/service-account-token']);

function isFilledByOthers({ object, labels }: ObjectEntry): boolean {
  return (
    FILLED_TYPES.has(textField(object, 'type') ?? '') ||
    namesFiller(objectField(objectField(object, 'metadata'), 'annotations')) ||
    namesFiller(labels)
  );
}

function namesFiller(map: JsonObject | undefined): boolean {
  for (const key in map) if (FILLERS.has(key)) return true;
  return false;
}
