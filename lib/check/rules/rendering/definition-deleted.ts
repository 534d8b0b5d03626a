import { objectField, textField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { REST } from './change/change-examples';
import { definitionOf } from './change/definition-example';
import { goneObjects, WHO_DELETES } from './change/gone-objects';

export default defineRule({
  code: 'K706',
  name: 'definition-deleted',
  group: 'rendering',
  severity: 'warning',
  kinds: ['apiextensions.k8s.io/CustomResourceDefinition'],
  summary: 'A CustomResourceDefinition that is rendered no more, and with which all its objects are deleted',
  explanation: `Deleting a definition deletes every object of its kind in every namespace of the cluster, whoever made them, and what their operators then clean
up: databases, certificates, machines.

It compares with what was committed, as K701 does. A definition that another tool installs from now on is declared in \`external.crds\`.`,
  bad: { before: `${definitionOf(['v1'])}---\n${REST}`, manifests: REST },
  good: { before: definitionOf(['v1']), manifests: definitionOf(['v1']) },
  checkSet(context) {
    const elsewhere = new Set(
      context.external.crds.map((definition) => textField(objectField(definition, 'metadata'), 'name')),
    );
    for (const entry of context.once(goneObjects)) {
      if (entry.kind !== 'CustomResourceDefinition' || elsewhere.has(entry.name)) continue;
      const names = objectField(objectField(entry.object, 'spec'), 'names');
      const kind = textField(names, 'kind') ?? entry.name;
      const group = textField(objectField(entry.object, 'spec'), 'group') ?? '';
      const objects = context.set.ofKind(group, kind);
      context.report({
        object: entry,
        title: `${objectTitle(entry)} is rendered no more: every ${kind} of the cluster is deleted with it`,
        label: 'it was here',
        ...(objects[0] && { others: [{ entry: objects[0], label: `a ${kind} that is still rendered` }] }),
        notes: [WHO_DELETES],
        help: [
          'leave it in, or declare it in `external.crds` if somebody else installs it',
          'to hand it over, annotate it in the cluster so that it is not pruned (`argocd.argoproj.io/sync-options: Prune=false`, `kustomize.toolkit.fluxcd.io/prune: disabled`)',
        ],
      });
    }
  },
});
