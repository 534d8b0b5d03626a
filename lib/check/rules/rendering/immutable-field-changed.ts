import { differingFields } from '../../../model/differing-fields';
import { findImmutableField } from '../../../model/immutable-fields';
import { valueAt } from '../../../model/immutable/fixed';
import { type ImmutableField } from '../../../model/immutable/immutable-rule';
import { jsonPointer } from '../../../model/json-pointer';
import { type ObjectEntry } from '../../../model/object-entry';
import { defineRule } from '../../define-rule';
import { fieldName } from '../../field-name';
import { objectTitle } from '../../object-names';
import { type RuleContext } from '../../rule-context';
import { claimOf, deploymentOf, jobOf, statefulSetOf } from './change/change-examples';
import { someOf, stateOf } from './change/in-words';

export default defineRule({
  code: 'K701',
  name: 'immutable-field-changed',
  group: 'rendering',
  severity: 'error',
  kinds: ['*'],
  summary: 'A change of a field that an apply refuses to change',
  explanation: `Some fields can only be set when an object is made: selectors of workloads, the pod template of a Job, claim templates, the spec of a
claim but for its size, \`roleRef\`, parameters of a StorageClass, the data of what is marked \`immutable\`. The manifest is fine, and was fine
before; only the step from the one to the other is refused, and with it often all that is applied together.

It compares what is rendered with what was committed: \`kubewright synth\` with the output folder as the last commit has it (as it lies there,
outside of git), \`kubewright check --against\` with a folder or a git ref. What was never applied to a cluster is free to
change: \`kubewright synth --no-check\` writes it, and \`allow(scope, 'K701', '<reason>')\` accepts it.`,
  bad: [
    { title: 'a selector', before: deploymentOf('cart'), manifests: deploymentOf('carts') },
    { title: 'a claim template', before: statefulSetOf('1Gi'), manifests: statefulSetOf('2Gi') },
    { title: 'the template of a Job', before: jobOf('1.0.0'), manifests: jobOf('1.1.0') },
    { title: 'a claim that shrinks', before: claimOf('2Gi'), manifests: claimOf('1Gi') },
  ],
  good: [
    { title: 'a claim that grows', before: claimOf('1Gi', true), manifests: claimOf('2Gi', true) },
    { title: 'a Job of a new name', before: jobOf('1.0.0'), manifests: jobOf('1.1.0', 'migrate-2') },
  ],
  checkSet(context) {
    for (const before of context.baseline?.entries ?? []) {
      const { group, kind, namespace, name, manifest } = before;
      const after = manifest && context.set.find(group, kind, namespace, name);
      if (after !== undefined) compare(before, after, context);
    }
  },
});

interface Refused {
  readonly by: ImmutableField;
  readonly paths: (readonly string[])[];
}

function compare(before: ObjectEntry, after: ObjectEntry, { target, report }: RuleContext): void {
  const refused = new Map<string, Refused>();
  for (const path of differingFields(before.object, after.object)) {
    const by = findImmutableField(before.object, path, { after: after.object, target });
    if (by === undefined) continue;
    const known = refused.get(by.reason);
    if (known === undefined) refused.set(by.reason, { by, paths: [path] });
    else known.paths.push(path);
  }
  for (const { by, paths } of refused.values()) {
    const [first = []] = paths;
    const names = paths.map((path) => `\`${fieldName(jsonPointer('', ...path))}\``);
    report({
      object: after,
      path: jsonPointer('', ...first),
      title: `${objectTitle(after)} changes ${someOf(names)}, which an apply refuses`,
      label: stateOf(first, shown(after, first), 'is'),
      others: [
        {
          entry: before,
          path: jsonPointer('', ...first),
          label: stateOf(first, shown(before, first), 'was'),
        },
      ],
      notes: [by.reason],
      help: [by.help],
    });
  }
}

/** Values of Secrets are shown nowhere. */
function shown({ object, kind }: ObjectEntry, path: readonly string[]): ReturnType<typeof valueAt> {
  const value = valueAt(object, path);
  const isSecret = kind === 'Secret' && /^(?:data|stringData)$/.test(path[0] ?? '');
  return isSecret && value !== undefined ? '(hidden)' : value;
}
