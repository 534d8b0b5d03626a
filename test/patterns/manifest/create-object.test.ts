import { ApiObject, JsonPatch } from 'cdk8s';
import { createObject, type ObjectOptions } from '../../../lib/patterns/manifest/create-object';
import { synth, type Synthesized } from '../synth';

const SOURCE = {
  apiVersion: 'v1',
  kind: 'Thing',
  metadata: { name: 'a', labels: {} },
  spec: { b: 1, c: {}, d: [] },
};
const made = (options: ObjectOptions, namespace?: string): Synthesized | undefined =>
  synth(
    (chart) => {
      const object = createObject(chart, 'thing', SOURCE, options);
      expect(object).toBeInstanceOf(ApiObject);
      object.addJsonPatch(JsonPatch.add('/spec/newer', { x: 1 }));
    },
    namespace === undefined ? {} : { namespace },
  )[0];

describe('createObject', () => {
  test('keeps every field, empty maps and lists too, and what a JSON patch adds', () => {
    expect(made({})).toEqual({
      apiVersion: 'v1',
      kind: 'Thing',
      metadata: { name: 'a' },
      spec: { b: 1, c: {}, d: [], newer: { x: 1 } },
    });
  });

  test('merges the patch before', () => {
    expect(made({ patch: { spec: { b: null, e: 2 } } })?.spec).toEqual({
      c: {},
      d: [],
      e: 2,
      newer: { x: 1 },
    });
  });

  test('keeps the namespace of the chart away from what belongs to the cluster', () => {
    expect(made({}, 'web')?.metadata.namespace).toBe('web');
    expect(made({ clusterScoped: true }, 'web')?.metadata).not.toHaveProperty('namespace');
    expect(made({ clusterScoped: true })?.metadata).not.toHaveProperty('namespace');
  });
});
