import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { type RuleContext } from '../../rule-context';
import { type Binding, bindings, type Fate } from '../../storage/bindings';
import { type Difference, differences } from '../../storage/differences';
import { claimExample, classExample, volumeExample } from './storage/claim-examples';

type Unfit = Extract<Fate, { readonly is: 'unfit' }>;

const NAMED = '  storageClassName: manual\n  volumeName: files\n';

export default defineRule({
  code: 'K433',
  name: 'claim-volume-unfit',
  group: 'capacity',
  severity: 'error',
  kinds: ['PersistentVolumeClaim', 'apps/StatefulSet'],
  reads: ['PersistentVolume', 'storage.k8s.io/StorageClass'],
  summary: 'A claim and a PersistentVolume, one of which names the other, that do not fit',
  explanation: `A claim may name its volume (\`volumeName\`), and a volume its claim (\`claimRef\`). The one does not make up for the rest:
a claim that names a volume has to have its class, its volumeMode, some of its access modes and no more than its size; of its labels
nothing is asked. A volume that names a claim has to be large enough, and to have its modes; the class does not count then. Where each names
the other, nothing more is asked.

A claim without a class gets the default class of the cluster, even where it names a volume: write \`storageClassName: ''\` for a volume that
has none.`,
  bad: [
    {
      title: 'a volume that is too small',
      manifests: `${volumeExample({ size: '5Gi' })}${claimExample({ spec: NAMED })}`,
    },
    {
      title: 'the default class',
      manifests: `${classExample('fast', 'ebs.csi.aws.com', '  annotations:\n    storageclass.kubernetes.io/is-default-class: "true"\n')}${volumeExample({ spec: '' })}${claimExample({ spec: '  volumeName: files\n' })}`,
    },
    {
      title: 'a volume that names the claim',
      manifests: `${volumeExample({ spec: '  claimRef: { namespace: shop, name: data }\n', modes: 'ReadOnlyMany' })}${claimExample({ spec: "  storageClassName: ''\n" })}`,
    },
  ],
  good: [
    `${volumeExample()}${claimExample({ spec: NAMED })}`,
    `${classExample('fast', 'ebs.csi.aws.com', '  annotations:\n    storageclass.kubernetes.io/is-default-class: "true"\n')}${volumeExample({ spec: '' })}${claimExample({ spec: "  storageClassName: ''\n  volumeName: files\n" })}`,
    `${volumeExample({ spec: '  claimRef: { namespace: shop, name: data }\n' })}${claimExample({ spec: "  storageClassName: ''\n" })}`,
  ],
  check(entry, context) {
    const isReported = new Set<string>();
    for (const binding of context.once(bindings).ofEntry(entry)) {
      const { claim, fate } = binding;
      if (fate.is !== 'unfit' || isReported.has(claim.pointer)) continue;
      isReported.add(claim.pointer);
      report(binding, fate, context);
    }
  },
});

function report(
  { claim, class: of, className }: Binding,
  { volume, names }: Unfit,
  context: RuleContext,
): void {
  const asked = names === 'claim' ? (className ?? volume.storageClass) : volume.storageClass;
  const differs = differences({ ...claim, selector: undefined }, asked, volume);
  const [main] = differs;
  const given = of.is === 'dynamic' || of.is === 'static' ? of : undefined;
  const isDefault = given?.isDefault === true && main?.what === 'class';
  const title =
    names === 'claim'
      ? `${objectTitle(claim.entry)} names the PersistentVolume \`${volume.name}\`, which does not fit`
      : `${objectTitle(volume.entry)} is kept for ${objectTitle(claim.entry)}, which it does not fit`;
  context.report({
    object: claim.entry,
    path: `${claim.pointer}${names === 'claim' ? '/spec/volumeName' : '/spec'}`,
    title,
    label: [
      ...(names === 'claim' ? [`volumeName is \`${volume.name}\``] : []),
      ...differs.map((each) => each.claim),
    ].join('\n'),
    others: [
      {
        entry: volume.entry,
        ...(main !== undefined && { path: main.path }),
        label: differs.map((each) => each.volume).join('\n'),
      },
    ],
    notes: [
      ...(isDefault ? [`it names no class, and so gets the default class \`${given.name}\``] : []),
      names === 'claim'
        ? `the claim stays Pending (VolumeMismatch): "Cannot bind to requested volume \\"${volume.name}\\": ${main === undefined ? '' : MESSAGES[main.what]}"`
        : 'the claim is not bound to it; another volume may be, and this one stays unused',
    ],
    help: differs.map(({ help }) => help),
  });
}

/** Upstream: `checkVolumeSatisfyClaim`, pkg/controller/volume/persistentvolume/pv_controller.go. */
const MESSAGES: Readonly<Record<Difference['what'], string>> = {
  class: 'storageClassName does not match',
  size: 'requested PV is too small',
  accessModes: 'incompatible accessMode',
  volumeMode: 'incompatible volumeMode',
  selector: '',
  attributesClass: 'volumeAttributesClassName does not match',
};
