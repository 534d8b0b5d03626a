import { objectField, textField } from '../../../model/json-object';
import { valueAt } from '../../../model/immutable/fixed';
import { type JsonObject } from '../../../model/json-value';
import { readAmount } from '../../read-amount';
import { type Quantity } from '../../../model/quantity';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { claimOf } from './change/change-examples';
import { stateOf } from './change/in-words';
import { storageClassOf } from './change/storage-class-of';

const SIZE = ['spec', 'resources', 'requests', 'storage'];

export default defineRule({
  code: 'K702',
  name: 'claim-cannot-grow',
  group: 'rendering',
  severity: 'error',
  kinds: ['PersistentVolumeClaim'],
  reads: ['storage.k8s.io/StorageClass'],
  summary: 'A claim that grows, of a StorageClass that does not let it',
  explanation: `A claim may ask for more than before, if its volume was made by a StorageClass with \`allowVolumeExpansion: true\`; of any other the API server
refuses the change. That field of a class may change, and counts for the volumes that are there already.

It compares with what was committed, as K701 does, and says nothing of classes that are not in the set.`,
  bad: { before: claimOf('1Gi', false), manifests: claimOf('2Gi', false) },
  good: { before: claimOf('1Gi', true), manifests: claimOf('2Gi', true) },
  checkSet(context) {
    for (const before of context.baseline?.ofKind('', 'PersistentVolumeClaim') ?? []) {
      const after = context.set.find('', 'PersistentVolumeClaim', before.namespace, before.name);
      const [was, is] = [sizeOf(before.object), after && sizeOf(after.object)];
      if (after === undefined || was === undefined || is === undefined || is.compare(was) <= 0) continue;
      const storageClass = storageClassOf(after.object, context);
      if (storageClass === undefined || storageClass.allowVolumeExpansion === true) continue;
      const name = textField(objectField(after.object, 'spec'), 'storageClassName') ?? '';
      const classEntry = context.set.find('storage.k8s.io', 'StorageClass', undefined, name);
      context.report({
        object: after,
        path: `/${SIZE.join('/')}`,
        title: `${objectTitle(after)} grows from ${was.toString()} to ${is.toString()}, which its StorageClass \`${name}\` does not allow`,
        label: stateOf(SIZE, valueAt(after.object, SIZE), 'is'),
        others: [
          {
            entry: before,
            path: `/${SIZE.join('/')}`,
            label: stateOf(SIZE, valueAt(before.object, SIZE), 'was'),
          },
          ...(classEntry === undefined
            ? []
            : [
                {
                  entry: classEntry,
                  path: '/allowVolumeExpansion',
                  label: 'allowVolumeExpansion is not true',
                },
              ]),
        ],
        notes: [
          'the API server refuses it: only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize',
        ],
        help: [
          `set \`allowVolumeExpansion: true\` in StorageClass \`${name}\`, if its provisioner can do that`,
          'or make a second claim of the new size and copy the data',
        ],
      });
    }
  },
});

function sizeOf(object: JsonObject): Quantity | undefined {
  const size = valueAt(object, SIZE);
  return readAmount(size);
}
