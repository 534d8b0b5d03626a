import { compareKubernetesVersions, type KubernetesVersion } from '../../../model/kubernetes-version';
import { isJsonObject, listField, objectField, textField } from '../../../model/json-object';
import { type JsonObject } from '../../../model/json-value';
import { requirementHolds } from '../../../model/selector/matches-selector';

/** What a quota asks of whatever it counts. */
export interface ScopeRequirement {
  readonly scope: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/** What is counted, as far as scopes tell it apart. */
export type Subject =
  | {
      readonly kind: 'pod';
      readonly isTerminating: boolean;
      readonly isBestEffort: boolean;
      readonly priorityClass: string | undefined;
      readonly hasCrossNamespaceAffinity: boolean;
    }
  | { readonly kind: 'claim'; readonly volumeAttributesClass: string | undefined }
  | { readonly kind: 'object' };

/** The scopes of a ResourceQuota. Upstream: `getScopeSelectorsFromQuota`, k8s.io/apiserver/pkg/quota/v1/generic. */
export function quotaScopes(quota: JsonObject): readonly ScopeRequirement[] {
  const spec = objectField(quota, 'spec');
  const scopes = listField(spec, 'scopes').flatMap((scope) =>
    typeof scope === 'string' ? [{ scope, operator: 'Exists', values: [] }] : [],
  );
  const selected = listField(objectField(spec, 'scopeSelector'), 'matchExpressions').flatMap((each) => {
    if (!isJsonObject(each)) return [];
    const values = listField(each, 'values').filter((value) => typeof value === 'string');
    return [
      { scope: textField(each, 'scopeName') ?? '', operator: textField(each, 'operator') ?? '', values },
    ];
  });
  return [...scopes, ...selected];
}

/** Whether a quota of these scopes counts it. */
export function isInScopes(
  scopes: readonly ScopeRequirement[],
  subject: Subject,
  target: KubernetesVersion,
): boolean {
  return scopes.every((requirement) => isInScope(requirement, subject, target));
}

/**
 * Upstream: `podMatchesScopeFunc` in pkg/quota/v1/evaluator/core/pods.go and `pvcMatchesScopeFunc` in
 * persistent_volume_claims.go; all other objects are in no scope (`MatchesNoScopeFunc`).
 */
function isInScope(requirement: ScopeRequirement, subject: Subject, target: KubernetesVersion): boolean {
  if (subject.kind === 'object') return false;
  if (subject.kind === 'claim') {
    // Feature gate VolumeAttributesClass: on since 1.34.
    if (requirement.scope !== 'VolumeAttributesClass' || compareKubernetesVersions(target, '1.34') < 0)
      return false;
    return isSelected(requirement, subject.volumeAttributesClass);
  }
  switch (requirement.scope) {
    case 'Terminating':
      return subject.isTerminating;
    case 'NotTerminating':
      return !subject.isTerminating;
    case 'BestEffort':
      return subject.isBestEffort;
    case 'NotBestEffort':
      return !subject.isBestEffort;
    case 'PriorityClass':
      return isSelected(requirement, subject.priorityClass);
    case 'CrossNamespacePodAffinity':
      return subject.hasCrossNamespaceAffinity;
    default:
      return false;
  }
}

function isSelected({ scope, operator, values }: ScopeRequirement, name: string | undefined): boolean {
  switch (operator) {
    case 'In':
    case 'NotIn':
    case 'Exists':
    case 'DoesNotExist':
      return requirementHolds({ key: scope, operator, values }, name);
    default:
      return false;
  }
}

/** `PriorityClass in (high, low)`, as people read it. */
export function scopesInWords(scopes: readonly ScopeRequirement[]): string {
  return scopes
    .map(({ scope, operator, values }) => {
      if (operator === 'Exists') return scope;
      if (operator === 'DoesNotExist') return `no ${scope}`;
      return `${scope} ${operator === 'In' ? 'in' : 'not in'} (${values.join(', ')})`;
    })
    .join(', ');
}
