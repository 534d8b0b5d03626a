import { type ObjectView } from '../object-view';
import { isQuotaResource } from '../resources/resource-names';

const COMPUTE: ReadonlySet<string> = new Set([
  'pods',
  'cpu',
  'memory',
  'limits.cpu',
  'limits.memory',
  'requests.cpu',
  'requests.memory',
]);
const PODS: ReadonlySet<string> = new Set(['pods']);
const CLAIMS: ReadonlySet<string> = new Set(['persistentvolumeclaims', 'requests.storage']);

/** What each scope may limit (IsResourceQuotaScopeValidForResource in pkg/apis/core/helper/helpers.go). */
const SCOPES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['Terminating', COMPUTE],
  ['NotTerminating', COMPUTE],
  ['NotBestEffort', COMPUTE],
  ['PriorityClass', COMPUTE],
  ['CrossNamespacePodAffinity', COMPUTE],
  ['BestEffort', PODS],
  ['VolumeAttributesClass', CLAIMS],
]);

/** Scopes that are there or not, and have no values. */
const PLAIN: ReadonlySet<string> = new Set([
  'BestEffort',
  'NotBestEffort',
  'Terminating',
  'NotTerminating',
  'CrossNamespacePodAffinity',
]);

const OPPOSITES = [
  ['BestEffort', 'NotBestEffort'],
  ['Terminating', 'NotTerminating'],
] as const;

/** validateResourceQuotaScopes and validateScopeSelector in pkg/apis/core/validation/validation.go. */
export function validateQuotaScopes(spec: ObjectView): void {
  const limited = spec
    .entries('hard')
    .map(([name]) => name)
    .filter(isQuotaResource);
  const scopes = spec.texts('scopes');
  scopes.forEach((scope, index) => {
    const at = ['scopes', index];
    if (!isScope(spec, scope)) spec.invalid('scopes', 'unsupported scope', { at, help: SCOPES_HELP });
    for (const name of unfit(spec, scope, limited)) {
      spec.invalid('scopes', 'unsupported scope applied to resource', { at, help: unfitHelp(scope, name) });
    }
  });
  refuseOpposites(spec, scopes);
  validateScopeSelector(spec, limited);
}

const SCOPES_HELP = `write ${[...SCOPES.keys()].map((each) => `\`${each}\``).join(', ')}`;

function unfitHelp(scope: string, name: string): string {
  const fit = [...(SCOPES.get(scope) ?? [])].map((each) => `\`${each}\``).join(', ');
  return `a quota of scope \`${scope}\` limits ${fit}: move \`${name}\` into a quota of its own`;
}

/** The scope of volume attributes classes came with 1.33. */
function isScope(spec: ObjectView, scope: string): boolean {
  return SCOPES.has(scope) && (scope !== 'VolumeAttributesClass' || spec.validation.since('1.33'));
}

function unfit(spec: ObjectView, scope: string, limited: readonly string[]): readonly string[] {
  const fit = isScope(spec, scope) ? SCOPES.get(scope) : undefined;
  return fit === undefined ? [] : limited.filter((name) => !fit.has(name));
}

function refuseOpposites(spec: ObjectView, scopes: readonly string[], selector?: string): void {
  for (const [one, other] of OPPOSITES) {
    if (!scopes.includes(one) || !scopes.includes(other)) continue;
    spec.invalid('scopes', 'conflicting scopes', {
      ...(selector === undefined ? {} : { at: selector, field: `spec.${selector}.matchExpressions` }),
      help: `keep \`${one}\` or \`${other}\``,
    });
  }
}

function validateScopeSelector(spec: ObjectView, limited: readonly string[]): void {
  const selector = spec.object('scopeSelector');
  if (selector === undefined) return;
  const requirements = selector.objects('matchExpressions');
  for (const requirement of requirements) {
    const field = (name: string): string => `spec.scopeSelector.matchExpressions.${name}`;
    const scope = requirement.text('scopeName');
    if (!isScope(spec, scope)) {
      requirement.invalid('scopeName', 'unsupported scope', {
        value: scope,
        field: field('scopeName'),
        help: SCOPES_HELP,
      });
    }
    for (const name of unfit(spec, scope, limited)) {
      requirement.invalid([], 'unsupported scope applied to resource', {
        field: 'spec.scopeSelector.matchExpressions',
        help: unfitHelp(scope, name),
      });
    }
    validateOperator(requirement, scope, field);
  }
  refuseOpposites(
    spec,
    requirements.map((requirement) => requirement.text('scopeName')),
    'scopeSelector',
  );
}

function validateOperator(requirement: ObjectView, scope: string, field: (name: string) => string): void {
  const operator = requirement.text('operator');
  if (PLAIN.has(scope) && operator !== 'Exists') {
    requirement.invalid(
      'operator',
      "must be 'Exists' when scope is any of ResourceQuotaScopeTerminating, ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort, ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity",
      { value: operator, field: field('operator') },
    );
  }
  const values = requirement.texts('values');
  if (operator === 'In' || operator === 'NotIn') {
    if (values.length > 0) return;
    requirement.required(
      'values',
      "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector",
      { field: field('values') },
    );
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (values.length === 0) return;
    requirement.invalid(
      'values',
      "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector",
      { field: field('values') },
    );
  } else {
    requirement.invalid('operator', 'not a valid selector operator', {
      value: operator,
      field: field('operator'),
    });
  }
}
