import { objectField, textMapField } from '../../../model/json-object';
import { type ObjectEntry } from '../../../model/object-entry';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { type RuleContext } from '../../rule-context';
import { jsonPointer } from '../../../model/json-pointer';

/**
 * The annotations that make a class the default.
 *
 * Upstream: IsDefaultAnnotation, pkg/volume/util/storageclass.go; getDefaultClass,
 * plugin/pkg/admission/network/defaultingressclass/admission.go.
 */
const DEFAULTS = [
  {
    group: 'storage.k8s.io',
    kind: 'StorageClass',
    annotations: [
      'storageclass.kubernetes.io/is-default-class',
      'storageclass.beta.kubernetes.io/is-default-class',
    ],
    of: 'claims without `storageClassName`',
  },
  {
    group: 'networking.k8s.io',
    kind: 'IngressClass',
    annotations: ['ingressclass.kubernetes.io/is-default-class'],
    of: 'Ingresses without `ingressClassName`',
  },
] as const;

export default defineRule({
  code: 'K377',
  name: 'two-default-classes',
  group: 'references',
  severity: 'warning',
  kinds: ['networking.k8s.io/IngressClass', 'storage.k8s.io/StorageClass'],
  summary: 'Two StorageClasses or IngressClasses that are the default',
  explanation: `What names no class gets the one that is marked as the default. Of two the API server takes the one that was made last, and of two of the
same second the one whose name comes first: which it is hangs on the order in which they were applied, and changes when one of them is made
again.

Mark one, and let those who want the other say so.`,
  bad: classes('"true"'),
  good: classes('"false"'),
  checkSet(context) {
    for (const { group, kind, annotations, of } of DEFAULTS) {
      const marked = context.set
        .ofKind(group, kind)
        .flatMap((entry) => ({ entry, annotation: annotations.find((each) => isMarked(entry, each)) }))
        .flatMap(({ entry, annotation }) => (annotation === undefined ? [] : [{ entry, annotation }]));
      const [first, ...others] = marked;
      if (first === undefined) continue;
      for (const other of others) {
        if (other.entry.name !== first.entry.name) reportSecond(other, first, of, context);
      }
    }
  },
});

interface Marked {
  readonly entry: ObjectEntry;
  readonly annotation: string;
}

function isMarked({ object }: ObjectEntry, annotation: string): boolean {
  return textMapField(objectField(object, 'metadata'), 'annotations')[annotation] === 'true';
}

function reportSecond(
  { entry, annotation }: Marked,
  first: Marked,
  of: string,
  { report }: RuleContext,
): void {
  report({
    object: entry,
    path: jsonPointer('/metadata/annotations', annotation),
    title: `${objectTitle(entry)} and ${objectTitle(first.entry)} are both the default`,
    label: 'marked as the default',
    others: [
      {
        entry: first.entry,
        path: jsonPointer('/metadata/annotations', first.annotation),
        label: 'marked as the default too',
      },
    ],
    notes: [`${of} get the one that was made last, which hangs on the order of applying them`],
    help: [`set \`${annotation}: "false"\` on one of them`],
  });
}

function classes(second: string): string {
  return ['standard', 'fast']
    .map(
      (name, index) => `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: ${name}
  annotations:
    storageclass.kubernetes.io/is-default-class: ${index === 0 ? '"true"' : second}
provisioner: disk.example.com
`,
    )
    .join('---\n');
}
