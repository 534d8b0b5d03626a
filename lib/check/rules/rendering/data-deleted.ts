import { objectField, textField } from '../../../model/json-object';
import { type JsonObject } from '../../../model/json-value';
import { type ObjectEntry } from '../../../model/object-entry';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { type CheckContext } from '../../rule-context';
import { claimOf, REST } from './change/change-examples';
import { goneNamespaces } from './change/gone-namespaces';
import { goneObjects, WHO_DELETES } from './change/gone-objects';
import { storageClassOf } from './change/storage-class-of';
import { successorOf } from './change/successor-of';

export default defineRule({
  code: 'K704',
  name: 'data-deleted',
  group: 'rendering',
  severity: 'warning',
  kinds: ['PersistentVolumeClaim', 'PersistentVolume'],
  reads: ['storage.k8s.io/StorageClass'],
  summary: 'A claim or volume that is rendered no more, and whose data is lost where it is deleted',
  explanation: `When a claim is deleted, what becomes of its volume is said by \`persistentVolumeReclaimPolicy\`. The volumes that a StorageClass makes take it
from the class, which has \`Delete\` if it says nothing: the disk and all on it are gone with the claim, without a question. Whoever prunes (\`kubectl
apply --prune\`, Argo CD, Flux) deletes what is rendered no more; and an object of a new name is the old one deleted and another, empty, one made.

It compares with what was committed, as K701 does. Where volumes are retained it says nothing, nor of objects that are annotated to be kept.`,
  bad: { before: `${REST}---\n${claimOf('1Gi')}`, manifests: REST },
  good: { before: `${REST}---\n${claimOf('1Gi')}`, manifests: `${REST}---\n${claimOf('1Gi')}` },
  checkSet(context) {
    const namespaces = context.once(goneNamespaces);
    for (const entry of context.once(goneObjects)) {
      const isClaim = entry.kind === 'PersistentVolumeClaim';
      if (entry.group !== '' || (!isClaim && entry.kind !== 'PersistentVolume')) continue;
      // The Namespace takes all along, and tells of it.
      if (namespaces.has(entry.namespace)) continue;
      const policy = isClaim ? policyOfClaim(entry, context) : policyOfVolume(entry.object);
      if (policy === 'Retain') continue;
      const successor = successorOf(entry, context);
      context.report({
        object: entry,
        title:
          successor === undefined
            ? `${objectTitle(entry)} is rendered no more: its data is lost when it is deleted`
            : `${objectTitle(entry)} is now called \`${successor.name}\`: the new one is empty, and the old data is lost when the old one is deleted`,
        label: 'it was here',
        ...(successor && { others: [{ entry: successor, label: 'the new one, which starts empty' }] }),
        notes: [
          policy === undefined
            ? 'its volume is deleted with it, unless that has `persistentVolumeReclaimPolicy: Retain`'
            : 'its volume has the reclaim policy Delete',
          WHO_DELETES,
        ],
        help: [
          isClaim
            ? 'to keep the data, set `persistentVolumeReclaimPolicy: Retain` on its PersistentVolume first, or leave the claim in'
            : 'to keep the data, set `persistentVolumeReclaimPolicy: Retain` first',
          ...(successor === undefined ? [] : ['or keep the old name']),
        ],
      });
    }
  },
});

/** What the volume has that a claim is bound to, as far as that is known. */
function policyOfClaim({ object }: ObjectEntry, context: CheckContext): string | undefined {
  const name = textField(objectField(object, 'spec'), 'volumeName');
  const volume =
    name === undefined
      ? undefined
      : (context.set.find('', 'PersistentVolume', undefined, name) ??
        context.baseline?.find('', 'PersistentVolume', undefined, name));
  if (volume !== undefined) return policyOfVolume(volume.object);
  const storageClass = storageClassOf(object, context);
  return storageClass && (textField(storageClass, 'reclaimPolicy') ?? 'Delete');
}

/** One that is written by hand is retained if it says nothing: `SetDefaults_PersistentVolume`. */
function policyOfVolume(object: JsonObject): string {
  return textField(objectField(object, 'spec'), 'persistentVolumeReclaimPolicy') ?? 'Retain';
}
