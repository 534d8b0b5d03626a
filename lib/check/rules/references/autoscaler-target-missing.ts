import { findKind, findKindsByAnyName, isBuiltInGroup } from '../../../model/kinds';
import { compareKubernetesVersions } from '../../../model/kubernetes-version';
import { type ObjectEntry } from '../../../model/object-entry';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { type RuleContext } from '../../rule-context';
import { type ScaleTarget, SCALABLE_KINDS, scaleTarget } from './autoscaling/scale-target';
import { webAutoscaler } from './autoscaling/web-autoscaler';
import { webWorkload } from './example/web-workload';
import { reportMissing } from './lookup/missing-reference';
import { RBAC_KINDS } from './lookup/rbac-kinds';

const CODE = 'K350';
const PATH = '/spec/scaleTargetRef';
const WEB = webWorkload({ resources: 'requests: { cpu: 100m }' });

export default defineRule({
  code: CODE,
  name: 'autoscaler-target-missing',
  group: 'references',
  severity: 'error',
  kinds: ['autoscaling/HorizontalPodAutoscaler'],
  reads: [...SCALABLE_KINDS, ...RBAC_KINDS],
  summary: 'A HorizontalPodAutoscaler of a workload that is not there',
  explanation: `A HorizontalPodAutoscaler scales the object of its own namespace that \`scaleTargetRef\` names by group, kind and name. The
version of \`apiVersion\` does not count, its group does: a Deployment is one of \`apps\`. The API server accepts any reference; without its
target the autoscaler does nothing, and says so in its conditions alone.

Targets of kinds that are not built in are not looked for.`,
  bad: [
    { title: 'another name', manifests: webAutoscaler({ target: 'wep' }) + WEB },
    {
      title: 'a group that has no such kind',
      manifests: webAutoscaler({ apiVersion: 'extensions/v1beta1' }) + WEB,
    },
    { title: 'another kind', manifests: webAutoscaler({ kind: 'StatefulSet' }) + WEB },
  ],
  good: webAutoscaler() + WEB,
  check(entry, context) {
    const target = scaleTarget(entry);
    if (target === undefined) return;
    const { group, kind, name } = target;
    const info = findKind(group, kind);
    if (info === undefined) {
      // Since 1.34 the API server refuses a version without a group, which is told of as such.
      const isRefused =
        !target.apiVersion.includes('/') && compareKubernetesVersions(context.target, '1.34') >= 0;
      if (!isRefused && (isBuiltInGroup(group) || group === 'extensions')) {
        reportUnknownKind(entry, target, context);
      }
      return;
    }
    // What cannot be scaled is told of on its own.
    if (!Object.hasOwn(info.subresources, 'scale')) return;
    reportMissing(
      {
        code: CODE,
        from: entry,
        path: `${PATH}/name`,
        verb: 'scales',
        target: { group, kind, namespace: entry.namespace, name },
        // reconcileAutoscaler, pkg/controller/podautoscaler/horizontal.go
        consequences: [
          `the autoscaler does nothing: AbleToScale is False, FailedGetScale, ${info.plural}${group === '' ? '' : `.${group}`} "${name}" not found`,
        ],
        ownNamespaceOnly: 'an autoscaler scales in its own namespace only',
        help: ofOtherKinds(entry, target, context).map(
          (other) =>
            `for the ${other.kind} of this name: kind: ${other.kind}, apiVersion: ${other.apiVersion}`,
        ),
      },
      context,
    );
  },
});

function reportUnknownKind(entry: ObjectEntry, target: ScaleTarget, context: RuleContext): void {
  const { apiVersion, group, kind, name } = target;
  const meant = findKindsByAnyName(kind).filter(({ subresources }) => Object.hasOwn(subresources, 'scale'));
  const versions = meant.map((info) => ({
    kind: info.kind,
    apiVersion: [info.group, info.versions[0]?.version ?? 'v1'].filter((part) => part !== '').join('/'),
  }));
  context.report({
    object: entry,
    path: apiVersion === '' ? PATH : `${PATH}/apiVersion`,
    title: `${objectTitle(entry)} scales the ${kind} \`${name}\` of ${group === '' ? 'the core group' : `\`${group}\``}, which has no such kind`,
    label:
      apiVersion === ''
        ? `kind is ${kind}, and there is no apiVersion`
        : `apiVersion is \`${apiVersion}\`, kind ${kind}`,
    notes: [
      // scaleForResourceMappings comes after RESTMappings, pkg/controller/podautoscaler/horizontal.go
      `the autoscaler does nothing: AbleToScale is False, FailedGetScale, no matches for kind "${kind}" in group "${group}"`,
    ],
    help: versions.map(
      (each) => `write apiVersion: ${each.apiVersion}${each.kind === kind ? '' : `, kind: ${each.kind}`}`,
    ),
  });
}

function ofOtherKinds(
  { namespace }: ObjectEntry,
  { group, kind, name }: ScaleTarget,
  { set }: RuleContext,
): readonly ObjectEntry[] {
  return SCALABLE_KINDS.flatMap((each) => {
    const slash = each.indexOf('/');
    const [otherGroup, otherKind] = [each.slice(0, Math.max(slash, 0)), each.slice(slash + 1)];
    if (otherGroup === group && otherKind === kind) return [];
    return set.find(otherGroup, otherKind, namespace, name) ?? [];
  });
}
