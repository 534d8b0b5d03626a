import { type OtherPlace } from '../../finding';
import { defineRule } from '../../define-rule';
import { type RuleContext } from '../../rule-context';
import { type Binding, bindings, type Fate, type Holder } from '../../storage/bindings';
import { type Difference, differences } from '../../storage/differences';
import { type ClassOfClaim, knowsClasses } from '../../storage/storage-classes';
import { classPointer } from '../../storage/storage-facts';
import { type StorageVolume } from '../../storage/storage-volume';
import { claimExample, classExample, volumeExample } from './storage/claim-examples';
import { type ClaimGroup, claimGroups, holderInWords } from './storage/claims-in-words';

type Without = Extract<Fate, { readonly is: 'without' }>;

export default defineRule({
  code: 'K431',
  name: 'claim-finds-no-volume',
  group: 'capacity',
  severity: 'error',
  kinds: ['PersistentVolumeClaim', 'apps/StatefulSet'],
  reads: ['PersistentVolume', 'storage.k8s.io/StorageClass'],
  summary: 'A claim that none of the written PersistentVolumes suits',
  explanation: `A claim binds to the smallest free volume of its class that is large enough, has its access modes, its volumeMode and
its VolumeAttributesClass, and whose labels its selector selects. A volume that is bound to one claim is no other's.

Where the class has a provisioner, a volume is made for the claim instead, but for no claim with a selector. Where it has none
(\`kubernetes.io/no-provisioner\`, \`storageClassName: ''\`, or a class that nothing defines) the claim stays Pending, and so do the
pods that mount it. Where the class is not in the set, it may have a provisioner: that is a warning then, unless the claim has a
selector. Volumes that are written elsewhere are declared in \`external\` as \`{ kind: 'PersistentVolume' }\`; no claim is
reported then.`,
  bad: [
    {
      title: 'a label that the volume does not have',
      manifests: `${volumeExample({ labels: 'type: local' })}${claimExample({ spec: '  storageClassName: manual\n  selector:\n    matchLabels:\n      type: host\n' })}`,
    },
    {
      title: 'larger than every volume',
      manifests: `${classExample('manual', 'kubernetes.io/no-provisioner')}${volumeExample()}${claimExample({ size: '20Gi' })}`,
    },
    {
      title: 'more claims than volumes',
      manifests: `${classExample('manual', 'kubernetes.io/no-provisioner')}${volumeExample()}${claimExample()}${claimExample({ name: 'more' })}`,
    },
    {
      title: 'a class that is not that of the volumes',
      manifests: `${volumeExample({ spec: '' })}${claimExample({ spec: "  storageClassName: ''\n", modes: 'ReadWriteMany' })}`,
    },
  ],
  good: [
    {
      title: 'a label that the volume has',
      manifests: `${volumeExample({ labels: 'type: host' })}${claimExample({ spec: '  storageClassName: manual\n  selector:\n    matchLabels:\n      type: host\n' })}`,
    },
    {
      title: 'a provisioner makes it',
      manifests: `${classExample('fast', 'ebs.csi.aws.com')}${claimExample({ spec: '  storageClassName: fast\n' })}`,
    },
    {
      title: 'a volume for each',
      manifests: `${volumeExample()}${volumeExample({ name: 'more' })}${claimExample()}${claimExample({ name: 'more' })}`,
    },
  ],
  check(entry, context) {
    const lost = context.once(bindings).ofEntry(entry);
    for (const group of claimGroups(lost.filter(({ fate }) => fate.is === 'without'))) {
      if (group.first.fate.is === 'without') report(group, group.first.fate, context);
    }
  },
});

function report(group: ClaimGroup, fate: Without, context: RuleContext): void {
  const { first, subject, count } = group;
  const { claim } = first;
  const className = first.className ?? '';
  const nearest = fate.volume ?? nearestVolume(first, context);
  const differs = nearest === undefined ? [] : differences(claim, className, nearest);
  const { pointer } = claim;
  const [main] = differs;
  const isSure = first.class.is !== 'absent' || claim.selector !== undefined || context.once(knowsClasses);
  const stays = `${count === 1 ? 'stays' : 'stay'} Pending`;
  context.report({
    object: claim.entry,
    severity: isSure ? 'error' : 'warning',
    path: `${pointer}${main === undefined ? classPointer(claim.holder) : CLAIM_FIELDS[main.what]}`,
    title:
      fate.by === undefined
        ? `${subject} ${count === 1 ? 'fits' : 'fit'} no volume of the set, and ${stays}`
        : `${subject} ${count === 1 ? 'finds' : 'find'} every volume that would do bound to others, and ${stays}`,
    label: main === undefined ? classInWords(first) : differs.map((each) => each.claim).join('\n'),
    others: nearest === undefined ? [] : [place(nearest, fate, differs)],
    notes: notes(first, nearest, context),
    help: [
      ...differs.map(({ help }) => help),
      ...(fate.by === undefined
        ? []
        : [`write ${count === 1 ? 'a volume' : `${count} volumes`} more like it`]),
      "if volumes are written elsewhere: declare it in kubewright.config.ts, external: { objects: [{ kind: 'PersistentVolume' }] }",
    ],
  });
}

/** Fields of a claim by what may differ. */
const CLAIM_FIELDS: Readonly<Record<Difference['what'], string>> = {
  class: '/spec/storageClassName',
  size: '/spec/resources/requests/storage',
  accessModes: '/spec/accessModes',
  volumeMode: '/spec/volumeMode',
  selector: '/spec/selector',
  attributesClass: '/spec/volumeAttributesClassName',
};

/** The volume that differs in the fewest things, and of those the largest. */
function nearestVolume({ claim, className = '' }: Binding, { once }: RuleContext): StorageVolume | undefined {
  const { index } = once(bindings);
  let nearest: { readonly volume: StorageVolume; readonly count: number } | undefined;
  for (const volume of index.candidates(className)) {
    const count = differences(claim, className, volume).length;
    const isNearer =
      nearest === undefined ||
      count < nearest.count ||
      (count === nearest.count && volume.capacity.compare(nearest.volume.capacity) > 0);
    if (isNearer) nearest = { volume, count };
  }
  return nearest?.volume;
}

function place(volume: StorageVolume, { by }: Without, differs: readonly Difference[]): OtherPlace {
  const [main] = differs;
  const label =
    by === undefined
      ? `nearest volume: ${differs.map((each) => each.volume).join(', ')}`
      : `would do, but ${boundTo(by)}`;
  return { entry: volume.entry, ...(main !== undefined && { path: main.path }), label };
}

function boundTo(by: Holder): string {
  return `is bound to ${holderInWords(by)}`;
}

function notes(first: Binding, nearest: StorageVolume | undefined, { once }: RuleContext): readonly string[] {
  const { index } = once(bindings);
  return [
    ...(nearest === undefined && index.volumes.length === 0 ? ['the set has no PersistentVolume'] : []),
    ...classNotes(first.class, first.claim.selector !== undefined),
    `the pods that mount it stay Pending: "${podMessage(first.class)}"`,
  ];
}

function podMessage(of: ClassOfClaim): string {
  const waits = (of.is === 'static' || of.is === 'dynamic') && of.waits;
  return waits
    ? "node(s) didn't find available persistent volumes to bind"
    : 'pod has unbound immediate PersistentVolumeClaims';
}

/** Upstream: `syncUnboundClaim`, pkg/controller/volume/persistentvolume/pv_controller.go. */
function classNotes(of: ClassOfClaim, hasSelector: boolean): readonly string[] {
  switch (of.is) {
    case 'none':
      return [
        'the controller says (FailedBinding): "no persistent volumes available for this claim and no storage class is set"',
      ];
    case 'static':
      return [`nothing makes volumes of the class \`${of.name}\`: they are written by hand`];
    case 'dynamic':
      return [
        `a provisioner makes no volume for a claim with a selector, in the class \`${of.name}\` neither`,
      ];
    case 'absent':
      return [
        hasSelector
          ? `the class \`${of.name}\` is not in the set; if it has a provisioner, that makes no volume for a claim with a selector`
          : `the class \`${of.name}\` is not in the set; if it has a provisioner, that makes a volume`,
      ];
    case 'outside':
      return [`a provisioner makes no volume for a claim with a selector`];
    case 'unnamed':
      return [];
  }
}

function classInWords({ className = '' }: Binding): string {
  return className === '' ? 'no class' : `class is \`${className}\``;
}
