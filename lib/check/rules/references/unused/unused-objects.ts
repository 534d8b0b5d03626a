import { objectField, textField } from '../../../../model/json-object';
import { type ObjectEntry } from '../../../../model/object-entry';
import { podTemplate } from '../../../../model/pod-template';
import { type CheckContext } from '../../../rule-context';
import { ingressTls } from '../ingress/ingress-tls';
import { objectsIn } from '../lookup/object-at';
import { namesOf } from '../lookup/names-of-kind';
import { makerRole, readerRole } from '../lookup/run-time-makers';
import { podReferencesOf } from '../pods/pod-references';
import { pullSecrets } from '../pods/pull-secrets';
import { mentionedNames } from './mentions';

type UsedKind = 'ConfigMap' | 'PersistentVolumeClaim' | 'Secret' | 'ServiceAccount';

/**
 * Whether nothing of the set uses an object, and nothing outside of it is likely to. In doubt it is used: where
 * a program may read all objects of the kind or make pods, or has an account that is not in the set, where anything says its name, where a label that is no mere
 * description may be what somebody looks for, and where the set has no pods in the namespace.
 */
export function isUnused(entry: ObjectEntry, kind: UsedKind, context: CheckContext): boolean {
  const { namespace, name } = entry;
  if (name === '' || SYSTEM.has(namespace) || context.set.pods(namespace).length === 0) return false;
  if (context.once(usedObjects).has(key(kind, namespace, name)) || isForOthers(entry)) return false;
  if (context.once(unknownPrograms).has(namespace)) return false;
  if (readerRole('', kind, namespace, context) !== undefined) return false;
  if (POD_MAKERS.some(([group, each]) => makerRole(group, each, namespace, context) !== undefined))
    return false;
  return !context.once(mentionedNames).has(name);
}

/** The namespaces in which pods run as accounts that are not in the set: what those may do is not known. */
function unknownPrograms({ set }: CheckContext): ReadonlySet<string> {
  const unknown = set.pods().filter(({ entry, template }) => {
    const account =
      textField(template.spec, 'serviceAccountName') ?? textField(template.spec, 'serviceAccount');
    return (
      account !== undefined &&
      account !== 'default' &&
      set.find('', 'ServiceAccount', entry.namespace, account) === undefined
    );
  });
  return new Set(unknown.map(({ entry }) => entry.namespace));
}

const SYSTEM: ReadonlySet<string> = new Set(['kube-node-lease', 'kube-public', 'kube-system']);

/** Who may create these may run pods that use anything. */
const POD_MAKERS = [
  ['', 'Pod'],
  ['batch', 'Job'],
  ['apps', 'Deployment'],
  ['apps', 'StatefulSet'],
] as const;

/** Labels that describe, and that nobody looks for. */
const DESCRIBING =
  /^(?:app|app\.kubernetes\.io\/.+|chart|component|env|environment|helm\.sh\/chart|heritage|k8s-app|name|owner|release|team|tier|version)$/;

/** Annotations by which something is told to take the object elsewhere, or to make something of it. */
const CONSUMERS = /^(?:helm\.sh\/hook|argocd\.argoproj\.io\/hook|reflector\.|replicator\.|kubed\.)/;

function isForOthers({ object, labels }: ObjectEntry): boolean {
  const annotations = objectField(objectField(object, 'metadata'), 'annotations') ?? {};
  return (
    Object.keys(labels).some((label) => !DESCRIBING.test(label)) ||
    Object.keys(annotations).some((annotation) => CONSUMERS.test(annotation))
  );
}

/** What fields of the set name, and, of names that are not there, what may have been meant. */
function usedObjects(context: CheckContext): ReadonlySet<string> {
  const used = new Set<string>();
  const use = (kind: UsedKind, namespace: string, name: string): void => {
    const at = key(kind, namespace, name);
    if (used.has(at)) return;
    used.add(at);
    if (context.set.find('', kind, namespace, name) !== undefined) return;
    for (const near of namesOf(context, '', kind).like(namespace, name)) used.add(key(kind, namespace, near));
  };
  const useAll = (kind: UsedKind, namespace: string, some: Iterable<{ readonly name: string }>): void => {
    for (const { name } of some) use(kind, namespace, name);
  };
  const { set } = context;
  for (const { entry } of set.pods()) {
    const { namespace } = entry;
    for (const { kind, name } of podReferencesOf(entry)) use(kind, namespace, name);
    useAll('Secret', namespace, pullSecrets(entry.object));
    const spec = podTemplate(entry.object)?.spec;
    for (const field of ['serviceAccountName', 'serviceAccount']) {
      const name = textField(spec, field);
      if (name !== undefined) use('ServiceAccount', namespace, name);
    }
  }
  for (const account of set.ofKind('', 'ServiceAccount')) {
    useAll('Secret', account.namespace, pullSecrets(account.object));
    for (const secret of objectsIn(account.object, 'secrets')) {
      const name = textField(secret, 'name');
      if (name !== undefined) use('Secret', account.namespace, name);
    }
  }
  for (const ingress of set.ofKind('networking.k8s.io', 'Ingress')) {
    for (const { secret } of ingressTls(ingress)) use('Secret', ingress.namespace, secret);
  }
  return used;
}

function key(kind: string, namespace: string, name: string): string {
  return `${kind} ${namespace} ${name}`;
}
