import { groupBy } from '../../../../model/group-by';
import { type ObjectEntry } from '../../../../model/object-entry';
import { fieldName } from '../../../field-name';
import { nearbyWordsOf } from '../../../nearby-words-of';
import { objectTitle } from '../../../object-names';
import { type RuleContext } from '../../../rule-context';
import { keysInWords } from './keys-in-words';
import { configKeys, type ConfigKeys } from './config-keys';
import { keyOwners } from './key-owners';
import { type KeyReference, type PodReference } from './pod-reference';
import { podReferencesOf } from './pod-references';

type ConfigKind = 'ConfigMap' | 'Secret';

/** Reports each key that the pods of a workload need of a ConfigMap, or of a Secret, and that it does not have. */
export function reportMissingKeys(kind: ConfigKind, entry: ObjectEntry, context: RuleContext): void {
  const lacking: LackingKey[] = [];
  for (const reference of podReferencesOf(entry)) {
    if (reference.kind !== kind || reference.optional || reference.keys.length === 0) continue;
    const known = configKeys(context, kind, entry.namespace, reference.name);
    if (known === undefined) continue;
    for (const key of reference.keys) {
      if (!known.keys.has(key.key)) lacking.push({ reference: { ...reference, kind }, key, known });
    }
  }
  if (lacking.length === 0) return;
  for (const same of groupBy(lacking, ({ reference, key }) => `${reference.name} ${key.key}`).values()) {
    const [first] = same;
    if (first !== undefined) report(entry, first, same.length - 1, context);
  }
}

interface LackingKey {
  readonly reference: PodReference & { readonly kind: ConfigKind };
  readonly key: KeyReference;
  /** What the ConfigMap or Secret has. */
  readonly known: ConfigKeys;
}

function report(
  object: ObjectEntry,
  { reference, key: { key, path }, known }: LackingKey,
  more: number,
  context: RuleContext,
): void {
  const { kind, name } = reference;
  const near = nearbyWordsOf(known.keys).suggest(key);
  const owners =
    near.length > 0
      ? []
      : keyOwners(context, kind, object.namespace, key).filter((each) => each !== known.entry);
  const isEmpty = known.keys.size === 0;
  context.report({
    object,
    path,
    ...(isEmpty && { severity: 'warning' }),
    title: `${objectTitle(object)} takes the key \`${key}\` of the ${kind} \`${name}\`, which does not have it`,
    label: `${fieldName(path)} is \`${key}\``,
    others: [
      { entry: known.entry, path: known.path, label: `keys: ${keysInWords(near, known.keys)}` },
      ...owners.map((entry) => ({ entry, path: '/data', label: `this ${kind} has \`${key}\`` })),
    ],
    notes: [
      consequence(reference, object.namespace, key),
      ...(isEmpty ? ['it has no keys: if something fills it in at run time, the pod waits for that'] : []),
      ...(more === 0
        ? []
        : [
            `${more} more field${more === 1 ? '' : 's'} of this ${object.kind} name${more === 1 ? 's' : ''} it`,
          ]),
    ],
    help: [
      ...near.map((each) => `did you mean \`${each}\`?`),
      ...owners.map((entry) => `take it from the ${kind} \`${entry.name}\``),
      ...(near.length > 0 || owners.length > 0
        ? []
        : [`add \`${key}\` to ${objectTitle(known.entry)}, or name one of its keys`]),
      ...(isEmpty
        ? [
            `if something else fills it in: declare it in kubewright.config.ts, external: { objects: [{ kind: '${kind}', namespace: '${object.namespace}', name: '${name}' }] }`,
          ]
        : []),
    ],
  });
}

/**
 * Upstream: makeEnvironmentVariables, pkg/kubelet/kubelet_pods.go; MakePayload of pkg/volume/configmap and
 * pkg/volume/secret.
 */
function consequence({ kind, name, by, of }: PodReference, namespace: string, key: string): string {
  if (by !== 'volume') {
    return `the container ${of} does not start: CreateContainerConfigError, couldn't find key ${key} in ${kind} ${namespace}/${name}`;
  }
  const what =
    kind === 'ConfigMap'
      ? `configmap references non-existent config key: ${key}`
      : `references non-existent secret key: ${key}`;
  return `the pod stays in ContainerCreating: FailedMount, MountVolume.SetUp failed for volume "${of}" : ${what}`;
}
