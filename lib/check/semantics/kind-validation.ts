import { groupOf } from '../../model/api-version';
import { findKind } from '../../model/kinds';
import { type KubernetesVersion } from '../../model/kubernetes-version';
import { type NameRule } from '../../model/names/name-rule';
import { nameRuleOf } from '../../model/names/name-rule-of';
import { type KindValidator, VALIDATORS } from './validators';

/** How objects of one kind are validated in one version of Kubernetes. */
export interface KindValidation {
  readonly kind: string;
  readonly nameRule: NameRule;
  /** Whether a finalizer needs a domain before it, unless it is a standard one. */
  readonly qualifiesFinalizers: boolean;
  /** Undefined for a kind of which all that is validated is its metadata. */
  readonly own: KindValidator | undefined;
}

/** What goes through ValidateObjectMeta of apimachinery, which takes finalizers without a domain. */
const PLAIN_FINALIZERS: ReadonlySet<string> = new Set([
  'CustomResourceDefinition',
  'Lease',
  'LeaseCandidate',
  'PodDisruptionBudget',
  'RuntimeClass',
]);
const PLAIN_FINALIZER_GROUP = 'admissionregistration.k8s.io/';

/** By version, `apiVersion` and kind: an app has few kinds and many objects. */
const KNOWN = new Map<KubernetesVersion, Map<string, Map<string, KindValidation>>>();
/** Files may name any number of kinds that there are not. */
const MOST_KNOWN = 1000;

/** How objects of a kind are validated. */
export function kindValidation(apiVersion: string, kind: string, version: KubernetesVersion): KindValidation {
  let ofVersion = KNOWN.get(version);
  if (ofVersion === undefined)
    KNOWN.set(version, (ofVersion = new Map<string, Map<string, KindValidation>>()));
  let kinds = ofVersion.get(apiVersion);
  if (kinds === undefined || kinds.size === MOST_KNOWN) {
    if (ofVersion.size === MOST_KNOWN) ofVersion.clear();
    ofVersion.set(apiVersion, (kinds = new Map<string, KindValidation>()));
  }
  let known = kinds.get(kind);
  if (known === undefined) kinds.set(kind, (known = make(apiVersion, kind, version)));
  return known;
}

function make(apiVersion: string, kind: string, version: KubernetesVersion): KindValidation {
  const isCustom = findKind(groupOf(apiVersion), kind) === undefined;
  return {
    kind,
    nameRule: nameRuleOf(apiVersion, kind, version),
    qualifiesFinalizers:
      !isCustom && !PLAIN_FINALIZERS.has(kind) && !apiVersion.startsWith(PLAIN_FINALIZER_GROUP),
    own: VALIDATORS.get(`${apiVersion} ${kind}`),
  };
}
