import fc from 'fast-check';

import { checkContext } from '../../../lib/check/check-context';
import { type ExternalNode } from '../../../lib/check/external/external-node';
import { ExternalIndex } from '../../../lib/check/external/external-index';
import { clusterFacts } from '../../../lib/check/nodes/cluster-facts';
import { nodesFor } from '../../../lib/check/nodes/known-nodes';
import { podTemplate } from '../../../lib/model/pod-template';
import { ObjectSet } from '../../../lib/model/object-set';

interface Made {
  readonly disk: string;
  readonly size: { readonly cpu?: number; readonly memory?: number } | undefined;
}

const amount = fc.integer({ min: 1, max: 3 });
const made = fc.record<Made>({
  disk: fc.constantFrom('ssd', 'hdd'),
  size: fc.option(fc.record({ cpu: amount, memory: amount }, { requiredKeys: [] }), { nil: undefined }),
});
const requests = fc.record({ cpu: amount, memory: amount }, { requiredKeys: [] });

/** What each Node lacks, looked at one by one. */
function reasonsOf({ disk, size }: Made, asked: Readonly<Record<string, number>>): readonly string[] {
  if (disk !== 'ssd') return ["node(s) didn't match Pod's node affinity/selector"];
  if (size === undefined) return [];
  const has: Readonly<Record<string, number>> = size;
  return Object.entries(asked).flatMap(([name, count]) =>
    count > (has[name] ?? 0) ? [`Insufficient ${name}`] : [],
  );
}

test('Nodes by their sizes are told as one by one', () => {
  fc.assert(
    fc.property(fc.array(made, { minLength: 1, maxLength: 6 }), requests, (nodes, asked) => {
      const pod = {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'web', namespace: 'shop' },
        spec: {
          nodeSelector: { disk: 'ssd' },
          containers: [{ name: 'web', image: 'example.com/web:1.0.0', resources: { requests: asked } }],
        },
      };
      const set = new ObjectSet([{ object: pod }]);
      const declared = nodes.map(({ disk, size }, index): ExternalNode => ({
        name: `node-${index}`,
        labels: { disk },
        ...(size !== undefined && { allocatable: size }),
      }));
      const context = checkContext(set, '1.35', new ExternalIndex({ nodes: declared }));
      const [entry] = set.entries;
      const template = podTemplate(pod);
      const found = entry && template && nodesFor(entry, template, context);
      if (found === undefined) throw new Error('no Nodes');
      const expected = nodes.map((node) => reasonsOf(node, asked));
      const fit = expected.flatMap((reasons, index) => (reasons.length === 0 ? [`node-${index}`] : []));
      expect(nodes.map((_, at) => found.reasonsOf(at))).toEqual(expected);
      expect(found.fit().map(({ name }) => name)).toEqual(fit);
      expect(found.count()).toBe(fit.length);
      expect(found.isTaken()).toBe(fit.length > 0);
      const entries = context.once(clusterFacts).nodes.map((node) => node.entry);
      expect(entries.filter((node) => found.takes(node)).map(({ name }) => name)).toEqual(fit);
      const counts: Record<string, number> = {};
      for (const reason of expected.flat()) counts[reason] = (counts[reason] ?? 0) + 1;
      expect(Object.fromEntries(found.reasons())).toEqual(counts);
    }),
    { numRuns: 300 },
  );
});
