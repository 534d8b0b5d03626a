import { isJsonObject } from '../../../model/json-object';
import { type JsonObject } from '../../../model/json-value';
import { type KubernetesVersion } from '../../../model/kubernetes-version';
import { ObjectView } from '../object-view';

/** Since when a field is kept: what is behind a feature gate that is off is dropped from a Job, and what is not known is nothing. */
const SINCE: Readonly<Record<'job' | 'template', ReadonlyMap<string, KubernetesVersion>>> = {
  // PrepareForCreate in pkg/registry/batch/job/strategy.go.
  job: new Map([
    ['backoffLimitPerIndex', '1.29'],
    ['maxFailedIndexes', '1.29'],
    ['podReplacementPolicy', '1.29'],
    ['successPolicy', '1.31'],
    ['managedBy', '1.32'],
  ]),
  // pkg/registry/batch/cronjob/strategy.go drops nothing of the Job that it makes.
  template: new Map([
    ['successPolicy', '1.30'],
    ['managedBy', '1.30'],
  ]),
};

/** The spec of a Job, or of the template of one, without what the server drops before it validates. */
export function jobSpecView(spec: ObjectView, of: 'job' | 'template'): ObjectView {
  const dropped = [...SINCE[of]].filter(
    ([field, version]) => spec.has(field) && !spec.validation.since(version),
  );
  const dropsRules = of === 'job' && !spec.validation.since('1.29') && spec.has('podFailurePolicy');
  if (dropped.length === 0 && !dropsRules) return spec;
  const names = new Set(dropped.map(([field]) => field));
  const kept = Object.entries(spec.value).filter(([field]) => !names.has(field));
  const value: JsonObject = {
    ...Object.fromEntries(kept),
    ...(dropsRules ? { podFailurePolicy: withoutIndexRules(spec.struct('podFailurePolicy')) } : {}),
  };
  return new ObjectView(spec.validation, value, spec.path, spec.area, spec.named);
}

/** The rules of a policy but those about indexes, which go with the field `backoffLimitPerIndex`. */
function withoutIndexRules(policy: ObjectView): JsonObject {
  const rules = policy.list('rules').filter((rule) => !isJsonObject(rule) || rule.action !== 'FailIndex');
  return { ...policy.value, rules };
}
