import { objectTitle } from '../../object-names';
import { defineRule } from '../../define-rule';
import { REST } from './change/change-examples';
import { goneObjects, WHO_DELETES } from './change/gone-objects';

const NAMESPACE = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n';

export default defineRule({
  code: 'K705',
  name: 'namespace-deleted',
  group: 'rendering',
  severity: 'warning',
  kinds: ['Namespace'],
  summary: 'A Namespace that is rendered no more, and with which all that is in it is deleted',
  explanation: `Deleting a Namespace deletes every object in it, also those that somebody else put there and that no manifest of this set shows: claims with their
data, Secrets, custom resources. There is no way back, and no question.

It compares with what was committed, as K701 does. A Namespace that lives on elsewhere is declared in \`external\`.`,
  bad: { before: `${NAMESPACE}---\n${REST}`, manifests: REST.replaceAll('shop', 'market') },
  good: { before: `${NAMESPACE}---\n${REST}`, manifests: NAMESPACE },
  checkSet(context) {
    for (const entry of context.once(goneObjects)) {
      if (entry.group !== '' || entry.kind !== 'Namespace') continue;
      const left = context.set.inNamespace(entry.name);
      const claims = [context.set, context.baseline].flatMap(
        (objects) => objects?.ofKind('', 'PersistentVolumeClaim', entry.name) ?? [],
      );
      context.report({
        object: entry,
        title: `${objectTitle(entry)} is rendered no more: all that is in it is deleted with it`,
        label: 'it was here',
        ...(left[0] && { others: [{ entry: left[0], label: 'this is still rendered into it' }] }),
        notes: [
          ...(claims.length === 0
            ? []
            : [
                `with it go the claims ${[...new Set(claims.map(({ name }) => `\`${name}\``))].join(', ')} and their data`,
              ]),
          'what others put into it goes too, which no manifest of this set shows',
          WHO_DELETES,
        ],
        help: [
          `leave it in, or declare it in \`external\` if somebody else keeps it: { kind: 'Namespace', name: '${entry.name}' }`,
        ],
      });
    }
  },
});
