import { groupBy } from '../../../model/group-by';
import { defineRule } from '../../define-rule';
import { missingReference } from './lookup/missing-reference';

const CODE = 'K315';

export default defineRule({
  code: CODE,
  name: 'namespace-missing',
  group: 'references',
  severity: 'warning',
  kinds: ['*'],
  reads: ['Namespace'],
  summary: 'Objects in a Namespace that is not among those of the set',
  explanation: `Nothing can be made in a Namespace that is not there, and no Namespace is made by the way. Many sets are applied into Namespaces
that somebody else has made, so this is looked at only where a set makes Namespaces of its own: one that is missing among them may
well be forgotten, or misspelled.

\`default\`, \`kube-system\`, \`kube-public\` and \`kube-node-lease\` are always there. Others are declared in \`external\`.`,
  bad: manifests('shpo'),
  good: [
    { title: 'one of the set', manifests: manifests('shop') },
    { title: 'one that every cluster has', manifests: manifests('kube-system') },
    {
      title: 'one that somebody else makes',
      manifests: manifests('monitoring'),
      external: { objects: [{ kind: 'Namespace', name: 'monitoring', from: 'the platform' }] },
    },
  ],
  checkSet(context) {
    const { set } = context;
    if (set.ofKind('', 'Namespace').length === 0) return;
    const namespaced = set.entries.filter(
      ({ namespace, manifest }) =>
        namespace !== '' && namespace !== set.defaultNamespace && manifest !== undefined,
    );
    for (const [name, entries] of groupBy(namespaced, ({ namespace }) => namespace)) {
      const [first] = entries;
      if (first === undefined) continue;
      const finding = missingReference(
        {
          code: CODE,
          from: first,
          path: '/metadata/namespace',
          verb: 'goes into',
          target: { group: '', kind: 'Namespace', namespace: '', name },
          consequences: [
            `the set makes other Namespaces, but not this one; without it the API server refuses: namespaces "${name}" not found`,
            ...(entries.length === 1
              ? []
              : [
                  `${entries.length - 1} more object${entries.length === 2 ? '' : 's'} of the set go${entries.length === 2 ? 'es' : ''} into it`,
                ]),
          ],
          severity: 'warning',
        },
        context,
      );
      if (finding !== undefined) context.report(finding);
    }
  },
});

function manifests(namespace: string): string {
  return `apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: ${namespace}
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
`;
}
