import { listField, objectField, textField } from '../../../model/json-object';
import { type JsonObject } from '../../../model/json-value';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { statefulSetOf } from './change/change-examples';
import { goneNamespaces } from './change/gone-namespaces';
import { goneObjects, WHO_DELETES } from './change/gone-objects';

const DELETE_SCALED = '  persistentVolumeClaimRetentionPolicy:\n    whenScaled: Delete\n';

export default defineRule({
  code: 'K707',
  name: 'stateful-set-shrinks',
  group: 'rendering',
  severity: 'info',
  kinds: ['apps/StatefulSet'],
  summary: 'A StatefulSet with claims that gets fewer replicas, or is rendered no more',
  explanation: `A StatefulSet keeps the claims of pods that it no longer runs: they cost what they cost, and when it grows again, or one of the same name
is made, the new pod finds the old data of its number, however stale. With \`persistentVolumeClaimRetentionPolicy\` \`Delete\` they
are deleted instead, with their data; then this is a warning.

It compares with what was committed, as K701 does.`,
  bad: [
    { title: 'claims stay', before: statefulSetOf('1Gi', { replicas: 3 }), manifests: statefulSetOf('1Gi') },
    {
      title: 'claims are deleted',
      before: statefulSetOf('1Gi', { replicas: 3, retention: DELETE_SCALED }),
      manifests: statefulSetOf('1Gi', { replicas: 2, retention: DELETE_SCALED }),
    },
  ],
  good: { before: statefulSetOf('1Gi'), manifests: statefulSetOf('1Gi', { replicas: 3 }) },
  checkSet(context) {
    const { set, baseline, report } = context;
    const gone = new Set(context.once(goneObjects));
    for (const before of baseline?.ofKind('apps', 'StatefulSet') ?? []) {
      if (context.once(goneNamespaces).has(before.namespace)) continue;
      const after = set.find('apps', 'StatefulSet', before.namespace, before.name);
      if (after === undefined && !gone.has(before)) continue;
      const claims = listField(objectField(before.object, 'spec'), 'volumeClaimTemplates').length;
      const [was, is] = [replicasOf(before.object), after === undefined ? 0 : replicasOf(after.object)];
      if (claims === 0 || was === undefined || is === undefined || is >= was) continue;
      const when = after === undefined ? 'whenDeleted' : 'whenScaled';
      const policy = objectField(
        objectField((after ?? before).object, 'spec'),
        'persistentVolumeClaimRetentionPolicy',
      );
      const deletes = textField(policy, when) === 'Delete';
      const count = (was - is) * claims;
      const their = count === 1 ? 'a claim' : `${count} claims`;
      report({
        object: after ?? before,
        ...(after && { path: '/spec/replicas' }),
        title: `${objectTitle(before)} ${after === undefined ? 'is rendered no more' : `shrinks from ${was} to ${is}`}: ${deletes ? `${their} and their data are deleted` : `${their} ${count === 1 ? 'stays' : 'stay'} behind`}`,
        label: after === undefined ? 'it was here' : `replicas is ${is}`,
        ...(after && { others: [{ entry: before, path: '/spec/replicas', label: `replicas was ${was}` }] }),
        notes: [
          deletes
            ? `persistentVolumeClaimRetentionPolicy.${when} is Delete`
            : 'a StatefulSet of this name that grows again finds the old data in them',
          ...(after === undefined ? [WHO_DELETES] : []),
        ],
        help: [
          deletes
            ? `set persistentVolumeClaimRetentionPolicy.${when} to Retain, and apply that first, to keep the data`
            : 'delete the claims by hand where their data is not needed any more',
        ],
        ...(deletes && { severity: 'warning' as const }),
      });
    }
  },
});

function replicasOf(object: JsonObject): number | undefined {
  const replicas = objectField(object, 'spec')?.replicas ?? 1;
  return typeof replicas === 'number' ? replicas : undefined;
}
