import { Worker } from '../../../lib/patterns/worker';
import { type ServiceAccountOptions } from '../../../lib/patterns/rbac/service-account';
import { names, only, synth, type Synthesized } from '../synth';

const render = (serviceAccount: string | ServiceAccountOptions, namespace?: string): Synthesized[] =>
  synth(
    (chart) => new Worker(chart, 'w', { image: 'a:1', serviceAccount }),
    namespace === undefined ? {} : { namespace },
  );
const account = (objects: readonly Synthesized[]): unknown =>
  only(objects, 'Deployment').spec.template.spec.serviceAccountName;

describe('the ServiceAccount of a workload', () => {
  test('that exists is only named', () => {
    const objects = render('existing');
    expect(names(objects)).toEqual(['Deployment w']);
    expect(account(objects)).toBe('existing');
  });

  test('is made with its marks and pull secrets', () => {
    const objects = render({
      name: 'own',
      annotations: { a: 'b' },
      automountToken: false,
      imagePullSecrets: ['x', { name: 'y' }],
    });
    expect(account(objects)).toBe('own');
    expect(only(objects, 'ServiceAccount')).toEqual({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'own', labels: { 'app.kubernetes.io/name': 'w' }, annotations: { a: 'b' } },
      automountServiceAccountToken: false,
      imagePullSecrets: [{ name: 'x' }, { name: 'y' }],
    });
    expect(names(objects)).toEqual(['ServiceAccount own', 'Deployment w']);
  });

  test('gets a Role and a binding for its rules', () => {
    const objects = render(
      {
        rules: { core: { pods: ['get'] } },
        customRules: [{ apiGroups: ['x'], resources: ['y'], verbs: ['z'] }],
      },
      'web',
    );
    expect(only(objects, 'Role').rules).toHaveLength(2);
    expect(only(objects, 'RoleBinding').subjects).toEqual([
      { kind: 'ServiceAccount', name: 'w', namespace: 'web' },
    ]);
  });

  test('cannot be bound without a namespace', () => {
    expect(() => render({ rules: { core: { pods: ['get'] } } })).toThrow(
      "Worker 'chart/w': serviceAccount.rules names ServiceAccount 'w' without a namespace",
    );
  });
});
