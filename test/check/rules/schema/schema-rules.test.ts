import { parseAllDocuments } from 'yaml';
import { check, type CheckOptions, type Diagnostic, ObjectSet } from '../../../../lib/check';
import { type JsonObject } from '../../../../lib/model/json-value';
import { readManifests } from '../../../../lib/read/read-manifests';

function run(yaml: string, options: CheckOptions = {}): readonly Diagnostic[] {
  const objects = parseAllDocuments(yaml).map((document) => ({ object: document.toJS() as JsonObject }));
  return check(new ObjectSet(objects), options);
}

function told(yaml: string, options?: CheckOptions): string[] {
  return run(yaml, options).map(({ code, title }) => `${code} ${title}`);
}

const CRD = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: backups.ops.example.com }
spec:
  group: ops.example.com
  names: { kind: Backup, plural: backups }
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema: { openAPIV3Schema: { type: object, properties: { spec: { type: object, properties: { keepDays: { type: integer } } } } } }
`;

const BACKUP =
  'apiVersion: ops.example.com/v1\nkind: Backup\nmetadata: { name: nightly }\nspec: { keepDays: thirty }';

describe('the rules of the schema', () => {
  it('tell of a field of another version, once', () => {
    expect(
      run(`
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: budy-hpa, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: ReplicaSet, name: budy }
  maxReplicas: 10
  metrics: [{ type: Resource, resource: { name: cpu, targetAverageUtilization: 30 } }]
`).filter(({ code }) => code.startsWith('K1')),
    ).toEqual([
      {
        code: 'K101',
        severity: 'error',
        title:
          'HorizontalPodAutoscaler `shop/budy-hpa` has the unknown field `spec.metrics[0].resource.targetAverageUtilization`',
        object: { kind: 'HorizontalPodAutoscaler', namespace: 'shop', name: 'budy-hpa' },
        path: '/spec/metrics/0/resource/targetAverageUtilization',
        spans: [],
        notes: [
          'spec.metrics[0].resource has no field targetAverageUtilization',
          '`targetAverageUtilization` is a field of autoscaling/v2beta1',
        ],
        help: ['write `target: { type: Utilization, averageUtilization: 30 }`'],
      },
    ]);
  });

  it('point at a value that is wrong, and at the name of a field that is', () => {
    const { objects } = readManifests(
      'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec:\n  type: clusterIP\n  port: []\n  ports:\n    - port: "80"\n      targetPort:\n        a: 1\n',
      'a.yaml',
    );
    const found = check(new ObjectSet(objects)).filter(({ code }) => code.startsWith('K1'));
    expect(
      found.map(({ code, spans: [span] }) => [code, span && 'line' in span && `${span.line}:${span.column}`]),
    ).toEqual([
      ['K104', '5:9'],
      ['K101', '6:3'],
      ['K103', '8:13'],
      ['K103', '9:7'],
    ]);
  });

  it('tell of names in the wrong case', () => {
    expect(told('apiversion: v1\nkind: pod\nmetadata: { name: sample-2pod }')).toEqual([
      'K110 pod `sample-2pod` has `apiversion` in place of `apiVersion`',
      'K110 pod `sample-2pod` has the unknown kind `pod`',
    ]);
  });

  it('tell of ports that are one map', () => {
    expect(
      told(
        'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { ports: { port: 80, targetPort: 8080 } }',
      ),
    ).toEqual(['K103 Service `default/web` has a map in `spec.ports`, which takes a list of maps']);
  });

  it('hold custom resources against definitions of the set and those that are installed', () => {
    const title = 'K103 Backup `default/nightly` has text in `spec.keepDays`, which takes an integer';
    expect(told(`${CRD}---\n${BACKUP}`)).toEqual([title]);
    expect(told(BACKUP)).toEqual([
      'K116 Backup `nightly` is of `ops.example.com/v1 Backup`, whose schema is not known, so that its fields were not checked',
    ]);
    expect(told(`${BACKUP}\n---\n${BACKUP.replace('nightly', 'weekly')}`)).toHaveLength(1);
    const crds = parseAllDocuments(CRD).map((document) => document.toJS() as JsonObject);
    const [told1] = told(BACKUP, { external: { crds } });
    expect(told1).toContain('has text in `spec.keepDays`, which takes an integer');
  });

  it('judge by the target version', () => {
    const service =
      'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { ports: [{ port: 80 }], trafficDistribution: PreferClose }';
    expect(told(service, { target: '1.29' })).toEqual([
      'K112 Service `default/web` has `spec.trafficDistribution`, which Kubernetes 1.29 does not have yet',
    ]);
    expect(told(service, { target: '1.30' })).toEqual([]);
  });

  it('warn of what works for now', () => {
    expect(
      run('apiVersion: v1\nkind: Endpoints\nmetadata: { name: web }')
        .filter(({ code }) => code.startsWith('K1'))
        .map(({ code, severity }) => [code, severity]),
    ).toEqual([['K114', 'warning']]);
  });
});
