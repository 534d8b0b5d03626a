import { objectField } from '../../../model/json-object';
import { jsonPointer } from '../../../model/json-pointer';
import { type ObjectEntry } from '../../../model/object-entry';
import { claimsOf, CLAIM_KINDS } from '../../capacity/claims';
import { countsNothing } from '../../capacity/quota/counted-names';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { type CheckContext, type RuleContext } from '../../rule-context';
import { bindings } from '../../storage/bindings';
import { knowsClasses, STORAGE_GROUP } from '../../storage/storage-classes';
import { declarationHelp } from '../references/lookup/missing-reference';
import { namesOf } from '../references/lookup/names-of-kind';

const CODE = 'K408';

export default defineRule({
  code: CODE,
  name: 'quota-counts-nothing',
  group: 'capacity',
  severity: 'error',
  kinds: ['ResourceQuota'],
  reads: [
    'apiextensions.k8s.io/CustomResourceDefinition',
    'storage.k8s.io/StorageClass',
    'PersistentVolume',
    ...CLAIM_KINDS,
  ],
  summary: 'A ResourceQuota with a limit on something that nothing counts',
  explanation: `Any name with a slash is accepted in \`hard\`. What is behind it decides whether anything is counted: \`count/<plural>.<group>\` for objects,
\`count/deployments.apps\` and not \`count/deployments\`; \`requests.nvidia.com/gpu\` for devices and not \`nvidia.com/gpu\`;
\`<class>.storageclass.storage.k8s.io/requests.storage\` and \`.../persistentvolumeclaims\` for a StorageClass that there is. All other limits stand in the
quota, and nothing is ever held against them. Objects without a namespace are not counted, nor are Events.

Groups that are not built into Kubernetes are judged where the set, or \`external\` in the configuration, tells of custom resources; classes where it
tells of classes.`,
  bad: [
    { title: 'a resource without its group', manifests: objectQuota('count/deployments') },
    { title: 'devices by their own name', manifests: deviceQuota('nvidia.com/gpu') },
    { title: 'a class that is not there', manifests: classQuota('fsat') },
  ],
  good: [
    { title: 'with its group', manifests: objectQuota('count/deployments.apps') },
    { title: 'devices as they are asked for', manifests: deviceQuota('requests.nvidia.com/gpu') },
    { title: 'a class that is there', manifests: classQuota('fast') },
  ],
  check(entry, context) {
    const hard = objectField(objectField(entry.object, 'spec'), 'hard') ?? {};
    for (const name of Object.keys(hard)) {
      const nothing = countsNothing(name, context);
      if (nothing === undefined) {
        checkClass(entry, name, context);
        continue;
      }
      const { why, meant, isGuess } = nothing;
      context.report({
        object: entry,
        path: jsonPointer('/spec/hard', name),
        ...(isGuess && { severity: 'warning' }),
        title: `${objectTitle(entry)} limits \`${name}\`, which nothing counts`,
        label: `hard: ${name}`,
        notes: [why, `the API server accepts the name, and status.used never shows it`],
        help: meant.map((each) => `did you mean \`${each}\`?`),
      });
    }
  },
});

/** A limit of a storage class that no claim can have. */
function checkClass(entry: ObjectEntry, name: string, context: RuleContext): void {
  const storageClass = /^(.+)\.storageclass\.storage\.k8s\.io\//.exec(name)?.[1];
  if (storageClass === undefined || !context.once(knowsClasses)) return;
  const isThere =
    context.set.find(STORAGE_GROUP, 'StorageClass', '', storageClass) !== undefined ||
    context.external.has(STORAGE_GROUP, 'StorageClass', '', storageClass) ||
    context.once(bindings).index.classes.includes(storageClass) ||
    context.once(claimedClasses).has(storageClass);
  if (isThere) return;
  const near = namesOf(context, STORAGE_GROUP, 'StorageClass').like('', storageClass);
  const target = { group: STORAGE_GROUP, kind: 'StorageClass', namespace: '', name: storageClass };
  context.report({
    object: entry,
    path: jsonPointer('/spec/hard', name),
    ...(near.length === 0 && { severity: 'warning' }),
    title: `${objectTitle(entry)} limits the StorageClass \`${storageClass}\`, which is not there`,
    label: `hard: ${name}`,
    notes: ['claims of a class are counted by its name: of this one status.used stays 0'],
    help: [...near.map((each) => `did you mean \`${each}\`?`), declarationHelp(CODE, entry, target)],
  });
}

/** Claims are bound by the name of a class alone, and counted by it, whether it is there or not. */
function claimedClasses({ set }: CheckContext): ReadonlySet<string> {
  const kinds = CLAIM_KINDS.map((kind) => kind.split('/'));
  const entries = kinds.flatMap(([first = '', kind]) =>
    kind === undefined ? set.ofKind('', first) : set.ofKind(first, kind),
  );
  return new Set(entries.flatMap((each) => claimsOf(each)).flatMap(({ storageClass }) => storageClass ?? []));
}

function quota(name: string, amount: string): string {
  return `apiVersion: v1
kind: ResourceQuota
metadata:
  name: few
  namespace: shop
spec:
  hard:
    ${name}: ${amount}
---
`;
}

function objectQuota(name: string): string {
  return `${quota(name, '4')}apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: example.com/web:1.0.0
`;
}

function deviceQuota(name: string): string {
  return `${quota(name, '4')}apiVersion: v1
kind: Pod
metadata:
  name: train
  namespace: shop
spec:
  containers:
    - name: train
      image: example.com/train:1.0.0
      resources:
        limits:
          nvidia.com/gpu: 1
`;
}

function classQuota(storageClass: string): string {
  return `${quota(`${storageClass}.storageclass.storage.k8s.io/requests.storage`, '100Gi')}apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: fast
provisioner: ebs.csi.aws.com
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
  namespace: shop
spec:
  storageClassName: fast
  accessModes: [ReadWriteOnce]
  resources:
    requests:
      storage: 10Gi
`;
}
