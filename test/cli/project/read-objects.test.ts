import { ProgramError } from '../../../lib/cli/program/program-error';
import { manifestCharts } from '../../../lib/cli/project/manifest-charts';
import { readObjects } from '../../../lib/cli/project/read-objects';

const TEXT = `# comment
apiVersion: v1
kind: ConfigMap
metadata: { name: a }
---
---
not: an object
---
apiVersion: v1
kind: List
items:
  - { apiVersion: v1, kind: Secret, metadata: { name: b } }
  - { apiVersion: v1, kind: List, items: [{ apiVersion: v1, kind: Secret, metadata: { name: c } }] }
`;

describe('readObjects', () => {
  it('gives every object with a kind and a name, and those of lists', () => {
    expect(readObjects(TEXT, 'a.yaml').map(({ kind, metadata: { name } }) => `${kind} ${name}`)).toEqual([
      'ConfigMap a',
      'Secret b',
      'Secret c',
    ]);
    expect(readObjects('{"apiVersion":"v1","kind":"Secret","metadata":{"name":"j"}}', 'a.json')).toHaveLength(
      1,
    );
    expect(readObjects('', 'empty.yaml')).toEqual([]);
  });

  it('reads as kubectl does: what another tool wrote without quotes is what a cluster would get', () => {
    const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { on: yes, mode: 0644 }\n';
    expect(readObjects(text, 'a.yaml')).toMatchObject([{ data: { true: true, mode: 420 } }]);
  });

  it.each([
    ['a: [', 'a.yaml:2:1: a value is expected here'],
    ['a: 1\n---\nb: "', 'a.yaml:3:4: the text in quotes that begins here does not end'],
    ['a: *gone', 'a.yaml'],
  ])('tells where %j is broken', (text, place) => {
    expect(() => readObjects(text, 'a.yaml')).toThrow(ProgramError);
    expect(() => readObjects(text, 'a.yaml')).toThrow(place);
  });
});

describe('manifestCharts', () => {
  it('makes a chart of each file', () => {
    const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n---\n';
    const { charts } = manifestCharts([{ path: 'web.k8s.yaml', text }]);
    expect(charts).toMatchObject([
      { name: 'web', path: 'web.k8s.yaml', objects: [{ path: 'web.k8s.yaml#0' }] },
    ]);
  });

  it('loses nothing that it does not understand', () => {
    expect(() => manifestCharts([{ path: 'web.yaml', text: TEXT }])).toThrow(
      'web.yaml:7:1: it is no Kubernetes object with apiVersion, kind and metadata.name',
    );
  });
});
