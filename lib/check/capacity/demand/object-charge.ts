import { isJsonObject, listField, objectField, textMapField } from '../../../model/json-object';
import { type JsonObject } from '../../../model/json-value';
import { findKind } from '../../../model/kinds';
import { type ObjectEntry } from '../../../model/object-entry';
import { Quantity } from '../../../model/quantity';
import { type CheckContext } from '../../rule-context';
import { type Claim } from '../claims';
import { definedResources } from '../quota/custom-resources';
import { type ResourceList } from '../resource-list';

const ONE = Quantity.parse('1');

/** Counts that have a name of their own. Upstream: `legacyObjectCountAliases`, pkg/quota/v1/evaluator/core/registry.go. */
const ALIASES: ReadonlySet<string> = new Set([
  'configmaps',
  'resourcequotas',
  'replicationcontrollers',
  'secrets',
]);

/** `count/deployments.apps`, `count/secrets`. Upstream: `ObjectCountQuotaResourceNameFor`, k8s.io/apiserver. */
export function countName(group: string, plural: string): string {
  return `count/${group === '' ? plural : `${plural}.${group}`}`;
}

/** What a quota is charged for an object for being there; undefined for a kind whose resource is not known. */
export function objectCharge({ group, kind }: ObjectEntry, context: CheckContext): ResourceList | undefined {
  const charges = context.once(chargesByKind);
  const at = `${group}/${kind}`;
  const known = charges.get(at);
  if (known !== undefined) return known;
  const plural =
    findKind(group, kind)?.plural ??
    context.external.resourcesIn(group).find((each) => each.kind === kind)?.resource;
  if (plural === undefined) return undefined;
  const charge = new Map([[countName(group, plural), ONE]]);
  if (group === '' && ALIASES.has(plural)) charge.set(plural, ONE);
  charges.set(at, charge);
  return charge;
}

/** Objects of one kind share a charge; those of kinds that a CustomResourceDefinition makes are known from the start. */
function chargesByKind({ once }: CheckContext): Map<string, ResourceList> {
  return new Map(
    [...once(definedResources).values()]
      .flat()
      .map(({ group, kind, plural }) => [`${group}/${kind}`, new Map([[countName(group, plural), ONE]])]),
  );
}

/** Upstream: `serviceEvaluator.Usage`, pkg/quota/v1/evaluator/core/services.go. */
export function serviceCharge(service: JsonObject): ResourceList {
  const spec = objectField(service, 'spec');
  const ports = listField(spec, 'ports');
  const charge = new Map([
    ['count/services', ONE],
    ['services', ONE],
  ]);
  const isBalanced = spec?.type === 'LoadBalancer';
  if (isBalanced) charge.set('services.loadbalancers', ONE);
  if (isBalanced || spec?.type === 'NodePort') {
    const counted =
      isBalanced && spec.allocateLoadBalancerNodePorts === false
        ? ports.filter(
            (port) => isJsonObject(port) && typeof port.nodePort === 'number' && port.nodePort !== 0,
          )
        : ports;
    if (counted.length > 0) charge.set('services.nodeports', Quantity.parse(counted.length));
  }
  return charge;
}

/** Upstream: `pvcEvaluator.Usage`, pkg/quota/v1/evaluator/core/persistent_volume_claims.go. */
export function claimCharge(claim: Claim, context: CheckContext): ResourceList {
  const charge = new Map([
    ['count/persistentvolumeclaims', ONE],
    ['persistentvolumeclaims', ONE],
  ]);
  const storageClass = claim.storageClass ?? context.once(defaultStorageClass) ?? '';
  const ofClass = storageClass === '' ? undefined : `${storageClass}.storageclass.storage.k8s.io/`;
  if (ofClass !== undefined) charge.set(`${ofClass}persistentvolumeclaims`, ONE);
  const storage = claim.requests.get('storage');
  if (storage !== undefined) {
    // Whole bytes: a fraction is rounded up.
    const bytes = Quantity.parse(String(storage.value()));
    const charged = bytes.equals(storage) ? storage : bytes;
    charge.set('requests.storage', charged);
    if (ofClass !== undefined) charge.set(`${ofClass}requests.storage`, charged);
  }
  return charge;
}

/** The class of claims that name none. Upstream: plugin/pkg/admission/storage/storageclass/setdefault/admission.go. */
function defaultStorageClass({ set }: CheckContext): string | undefined {
  const isDefault = ({ object }: ObjectEntry): boolean => {
    const annotations = textMapField(objectField(object, 'metadata'), 'annotations');
    return ['', '.beta'].some(
      (beta) => annotations[`storageclass${beta}.kubernetes.io/is-default-class`] === 'true',
    );
  };
  return set.ofKind('storage.k8s.io', 'StorageClass').find(isDefault)?.name;
}
