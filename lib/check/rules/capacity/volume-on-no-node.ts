import { isJsonObject, listField } from '../../../model/json-object';
import { type JsonObject } from '../../../model/json-value';
import { defineRule } from '../../define-rule';
import { clusterNodes } from '../../external/cluster-nodes';
import { NearbyWords } from '../../nearby-words';
import { NODES_ASKED, NODES_HELP } from '../../nodes/nodes-in-words';
import { objectTitle } from '../../object-names';
import { type CheckContext } from '../../rule-context';
import { bindings } from '../../storage/bindings';
import { certainVolume } from '../../storage/certain-volumes';
import { readVolume } from '../../storage/storage-volume';
import { nodesOfVolume, termsInWords, unreachedReason, volumeTerms } from '../../storage/volume-nodes';
import { nodeExample } from './nodes/node-examples';
import { localPodsExample, localVolumeExample } from './storage/local-volume-examples';

export default defineRule({
  code: 'K477',
  name: 'volume-on-no-node',
  group: 'capacity',
  severity: 'error',
  kinds: ['PersistentVolume'],
  reads: ['Node', 'PersistentVolumeClaim', 'apps/StatefulSet', 'storage.k8s.io/StorageClass'],
  summary: 'A PersistentVolume that none of the Nodes reaches',
  explanation: `A volume with \`nodeAffinity\`, such as a \`local\` one, is reached from the Nodes alone whose labels it asks for. Where there is none, the
claim is bound all the same, and the pods that mount it stay Pending. A claim that waits for its pod is not bound to such a volume, and waits for
another. Of a volume that no claim of the set is sure to have, this is a warning.

${NODES_ASKED}`,
  bad: `${nodeExample('node-1')}${localVolumeExample('node-9')}${localPodsExample()}`,
  good: `${nodeExample('node-1')}${localVolumeExample('node-1')}${localPodsExample()}`,
  check(entry, context) {
    const volume = readVolume(entry);
    const terms = volumeTerms(volume);
    const nodes = nodesOfVolume(volume, context);
    if (terms === undefined || nodes === undefined || nodes.size > 0) return;
    const count = context.once(clusterNodes).length;
    const all = context.once(bindings);
    const known = all.index.named(entry.name);
    const claim = known === undefined ? undefined : all.holderOf(known)?.claim;
    const binding = claim && all.of(claim.namespace, claim.name);
    const isSure = binding !== undefined && certainVolume(binding, all) !== undefined;
    const near = nearestHosts(terms, context);
    context.report({
      object: entry,
      severity: isSure ? 'error' : 'warning',
      path: '/spec/nodeAffinity',
      title: `${count === 1 ? 'the only Node does not reach' : `none of the ${count} Nodes reaches`} ${objectTitle(entry)}`,
      label: `nodeAffinity asks for ${termsInWords(terms)}`,
      others: isSure
        ? [
            {
              entry: binding.claim.entry,
              path: `${binding.claim.pointer}/spec`,
              label: `\`${binding.claim.name}\` is bound to it`,
            },
          ]
        : [],
      notes: [
        isSure
          ? `pods that mount the claim \`${binding.claim.name}\` stay Pending (FailedScheduling): "${count} ${unreachedReason(binding, context.target)}"`
          : 'a claim that is bound to it leaves its pods Pending; one that waits for its pod is not bound to it',
      ],
      help: [
        ...near.map((each) => `did you mean \`${each}\`?`),
        'name Nodes that reach it, or label them so; a nodeAffinity that is there cannot be changed: make the volume anew',
        NODES_HELP,
      ],
    });
  },
});

/** Names of Nodes like those that the terms ask for. */
function nearestHosts(terms: readonly JsonObject[], { once }: CheckContext): readonly string[] {
  const asked = terms
    .flatMap((term) => listField(term, 'matchExpressions'))
    .filter(isJsonObject)
    .filter(({ key, operator }) => key === 'kubernetes.io/hostname' && operator === 'In')
    .flatMap((each) => listField(each, 'values'));
  const [host] = asked;
  return asked.length === 1 && typeof host === 'string' ? once(hosts).suggest(host) : [];
}

function hosts({ once }: CheckContext): NearbyWords {
  return new NearbyWords(once(clusterNodes).flatMap(({ labels }) => labels['kubernetes.io/hostname'] ?? []));
}
