import { isJsonObject, listField, objectField, textField } from '../../../model/json-object';
import { type ObjectEntry } from '../../../model/object-entry';
import { type PodTemplate, podTemplate } from '../../../model/pod-template';
import { Quantity } from '../../../model/quantity';
import { objectTitle } from '../../object-names';
import { type CheckContext } from '../../rule-context';
import { claimsOf } from '../claims';
import { podsResources } from '../limit-range/pods-resources';
import { type ResourceList } from '../resource-list';
import { type Counts, type Demand } from './demand';
import { claimCharge, countName, objectCharge, serviceCharge } from './object-charge';
import { overheadOf, podCharge, podSubject } from './pod-charge';
import { podNumbers } from './pod-numbers';

const ONE = Quantity.parse('1');
const ALWAYS: Counts = { steady: 1, peak: 1, autoscaled: 1 };

/** What a namespace has to hold, in the order of the set. Asked for again, it is not made again. */
export function namespaceDemands(namespace: string, context: CheckContext): readonly Demand[] {
  const made = context.once(madeDemands);
  let demands = made.get(namespace);
  if (demands === undefined) {
    demands = [
      ...context.set.inNamespace(namespace).flatMap((entry) => demandsOf(entry, context)),
      ...given(namespace, context),
    ];
    made.set(namespace, demands);
  }
  return demands;
}

function madeDemands(): Map<string, readonly Demand[]> {
  return new Map();
}

function demandsOf(entry: ObjectEntry, context: CheckContext): readonly Demand[] {
  if (!isCounted(entry, context)) return [];
  const title = objectTitle(entry);
  const object = { entry, title, subject: { kind: 'object' }, pointer: '' } as const;
  if (entry.group === '' && entry.kind === 'Service') {
    return [{ ...object, each: serviceCharge(entry.object), counts: ALWAYS, pointer: '/spec/type' }];
  }
  const template = podTemplate(entry.object);
  const pods = template?.spec === undefined ? undefined : podsDemand(entry, title, template, context);
  const isPod = entry.group === '' && entry.kind === 'Pod';
  const isClaim = entry.group === '' && entry.kind === 'PersistentVolumeClaim';
  const each = isPod || isClaim ? undefined : objectCharge(entry, context);
  return [
    ...(each === undefined ? [] : [{ ...object, each, counts: ALWAYS }]),
    ...made(entry, title),
    ...(pods === undefined ? [] : [pods]),
    ...claimDemands(entry, title, pods, context),
  ];
}

function podsDemand(
  entry: ObjectEntry,
  title: string,
  template: PodTemplate,
  context: CheckContext,
): Demand | undefined {
  const { spec } = template;
  if (spec === undefined || entry.kind === 'PodTemplate') return undefined;
  const resources = podsResources(entry, spec, context);
  const numbers = podNumbers(entry, template, context);
  return {
    entry,
    title,
    subject: podSubject(spec, resources, context),
    each: podCharge(resources, overheadOf(spec, context), context.target),
    counts: numbers,
    pointer: `${template.specPointer}/containers`,
    pods: { template, resources, numbers },
  };
}

function claimDemands(
  entry: ObjectEntry,
  title: string,
  pods: Demand | undefined,
  context: CheckContext,
): readonly Demand[] {
  return claimsOf(entry).map((claim) => ({
    entry,
    title: claim.per === 'object' ? title : `the claims \`${claim.name}\` of ${title}`,
    subject: { kind: 'claim', volumeAttributesClass: claim.volumeAttributesClass },
    each: claimCharge(claim, context),
    counts: claim.per === 'object' ? ALWAYS : (pods?.counts ?? ALWAYS),
    pointer: `${claim.pointer}/spec/resources/requests`,
  }));
}

/** Objects that controllers make of others: a ReplicaSet of each Deployment, two while it rolls out; Jobs of CronJobs. */
function made(entry: ObjectEntry, title: string): readonly Demand[] {
  const object = { entry, title, subject: { kind: 'object' }, pointer: '' } as const;
  if (entry.group === 'apps' && entry.kind === 'Deployment') {
    return [
      { ...object, title: `the ReplicaSet of ${title}`, each: REPLICA_SETS, counts: { ...ALWAYS, peak: 2 } },
    ];
  }
  if (entry.group === 'batch' && entry.kind === 'CronJob') {
    return [
      { ...object, title: `the Job of ${title}`, each: JOBS, counts: { steady: 0, peak: 1, autoscaled: 0 } },
    ];
  }
  return [];
}

const REPLICA_SETS: ResourceList = new Map([[countName('apps', 'replicasets'), ONE]]);
const JOBS: ResourceList = new Map([[countName('batch', 'jobs'), ONE]]);

/**
 * What every namespace has: the certificates of the cluster and an account.
 *
 * Upstream: pkg/controller/certificates/rootcacertpublisher/publisher.go;
 * pkg/controller/serviceaccount/serviceaccounts_controller.go.
 */
function given(namespace: string, { set }: CheckContext): readonly Demand[] {
  const objects = [
    { kind: 'ConfigMap', name: 'kube-root-ca.crt', names: ['configmaps', 'count/configmaps'] },
    { kind: 'ServiceAccount', name: 'default', names: ['count/serviceaccounts'] },
  ];
  return objects
    .filter(({ kind, name }) => set.find('', kind, namespace, name) === undefined)
    .map(({ kind, name, names }) => ({
      entry: undefined,
      title: `the ${kind} \`${name}\`, which every namespace has`,
      subject: { kind: 'object' },
      each: new Map(names.map((each) => [each, ONE])),
      counts: ALWAYS,
      pointer: '',
    }));
}

/** Of several that are one to the server the first counts, and what a controller made is counted with its owner. */
function isCounted(entry: ObjectEntry, { set }: CheckContext): boolean {
  const { group, kind, namespace, name, object } = entry;
  if (kind === '' || (name !== '' && set.find(group, kind, namespace, name) !== entry)) return false;
  const phase = objectField(object, 'status')?.phase;
  if (kind === 'Pod' && (phase === 'Succeeded' || phase === 'Failed')) return false;
  const owner = listField(objectField(object, 'metadata'), 'ownerReferences')
    .filter(isJsonObject)
    .find((each) => each.controller === true);
  if (owner === undefined) return true;
  const ownerGroup = (textField(owner, 'apiVersion') ?? '').split('/').slice(0, -1).join('/');
  return (
    set.find(ownerGroup, textField(owner, 'kind') ?? '', namespace, textField(owner, 'name') ?? '') ===
    undefined
  );
}
