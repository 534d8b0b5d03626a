import { Volume } from '../../lib/patterns/pod/volume';
import { StatefulService, type StatefulServiceProps } from '../../lib/patterns/stateful-service';
import { StorageClass } from '../../lib/patterns/storage-class';
import { names, only, synth } from './synth';

const NAME = { 'app.kubernetes.io/name': 'db' };
const db = (props: Partial<StatefulServiceProps<'pg'>> = {}): ReturnType<typeof synth> =>
  synth(
    (chart) =>
      new StatefulService(chart, 'db', {
        image: 'postgres:16',
        ports: { pg: 5432 },
        ...props,
      }),
  );

describe('StatefulService', () => {
  test('makes a headless Service and a StatefulSet that names it', () => {
    const objects = db({ replicas: 3 });
    expect(names(objects)).toEqual(['Service db', 'StatefulSet db']);
    expect(only(objects, 'Service').spec).toEqual({
      clusterIP: 'None',
      selector: NAME,
      ports: [{ name: 'pg', port: 5432, targetPort: 'pg' }],
    });
    expect(only(objects, 'StatefulSet').spec).toMatchObject({
      serviceName: 'db',
      replicas: 3,
      selector: { matchLabels: NAME },
    });
    expect(only(objects, 'StatefulSet').spec).not.toHaveProperty('volumeClaimTemplates');
  });

  test('needs no port: a headless Service only names its pods', () => {
    const objects = synth((chart) => new StatefulService(chart, 'db', { image: 'x:1' }));
    expect(only(objects, 'Service').spec).toEqual({ clusterIP: 'None', selector: NAME });
  });

  test('makes a claim a pod of each claim template that is mounted', () => {
    const { spec } = only(
      synth((chart) => {
        const fast = new StorageClass(chart, 'fast', { provisioner: 'x.example.com' });
        const data = Volume.claimTemplate('data', {
          storage: '10Gi',
          storageClass: fast,
          labels: { a: 'b' },
        });
        new StatefulService(chart, 'db', {
          image: 'x:1',
          ports: { pg: 5432 },
          mounts: { '/data': data, '/tmp': Volume.emptyDir('tmp') },
          containers: { dump: { image: 'y:1', mounts: { '/data': { volume: data, readOnly: true } } } },
        });
      }),
      'StatefulSet',
    );
    expect(spec.volumeClaimTemplates).toEqual([
      {
        metadata: { name: 'data', labels: { a: 'b' } },
        spec: {
          accessModes: ['ReadWriteOnce'],
          storageClassName: 'fast',
          resources: { requests: { storage: '10Gi' } },
        },
      },
    ]);
    expect(spec.template.spec.volumes).toEqual([{ name: 'tmp', emptyDir: {} }]);
    expect(spec.template.spec.containers[1].volumeMounts).toEqual([
      { name: 'data', mountPath: '/data', readOnly: true },
    ]);
  });

  test('writes how it is updated, ordered and cleaned up', () => {
    const { metadata, spec } = only(
      db({
        update: { partition: 2, maxUnavailable: '50%' },
        podManagementPolicy: 'Parallel',
        claimRetention: { whenDeleted: 'Delete' },
        firstOrdinal: 1,
        minReadySeconds: 5,
        revisionHistoryLimit: 2,
        changeCause: 'v2',
      }),
      'StatefulSet',
    );
    expect(metadata.annotations).toEqual({ 'kubernetes.io/change-cause': 'v2' });
    expect(spec).toMatchObject({
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 2, maxUnavailable: '50%' } },
      podManagementPolicy: 'Parallel',
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' },
      ordinals: { start: 1 },
      minReadySeconds: 5,
      revisionHistoryLimit: 2,
    });
    expect(only(db({ update: 'OnDelete' }), 'StatefulSet').spec.updateStrategy).toEqual({ type: 'OnDelete' });
  });

  test('serves clients by a second Service, which alone has the node port', () => {
    const objects = synth((chart) => {
      const service = new StatefulService(chart, 'db', {
        image: 'x:1',
        ports: { pg: { containerPort: 5432, nodePort: 30432 } },
        clientService: { type: 'NodePort' },
      });
      expect(service.port('pg')).toMatchObject({ service: 'db-client', number: 5432 });
    });
    expect(only(objects, 'Service', 'db').spec.ports).toEqual([{ name: 'pg', port: 5432, targetPort: 'pg' }]);
    expect(only(objects, 'Service', 'db-client').spec).toMatchObject({
      type: 'NodePort',
      ports: [{ nodePort: 30432 }],
    });
  });

  test.each([
    [{ update: { maxUnavailable: 0 } }, "StatefulService 'chart/db': update.maxUnavailable is 0"],
    [{ update: { partition: -1 } }, 'update.partition is -1'],
    [{ replicas: -1 }, 'replicas is -1'],
    [{ name: 'd'.repeat(53) }, 'longer than 52 characters'],
  ] as const)('refuses %j', (props, message) => {
    expect(() => db(props)).toThrow(message);
  });

  test('takes a patch of each object', () => {
    const objects = db({
      clientService: {},
      autoscale: { max: 3 },
      disruptionBudget: { maxUnavailable: 1 },
      networkPolicy: { allowFrom: [] },
      patch: {
        statefulSet: { spec: { revisionHistoryLimit: 1 } },
        service: { spec: { publishNotReadyAddresses: true } },
        clientService: { spec: { sessionAffinity: 'ClientIP' } },
        autoscaler: { spec: { minReplicas: 3 } },
        disruptionBudget: { spec: { maxUnavailable: 2 } },
        networkPolicy: { spec: { ingress: [{}] } },
      },
    });
    expect(only(objects, 'StatefulSet').spec.revisionHistoryLimit).toBe(1);
    expect(only(objects, 'Service', 'db').spec.publishNotReadyAddresses).toBe(true);
    expect(only(objects, 'Service', 'db-client').spec.sessionAffinity).toBe('ClientIP');
    expect(only(objects, 'HorizontalPodAutoscaler').spec).toMatchObject({
      minReplicas: 3,
      scaleTargetRef: { kind: 'StatefulSet' },
    });
    expect(only(objects, 'PodDisruptionBudget').spec.maxUnavailable).toBe(2);
    expect(only(objects, 'NetworkPolicy').spec.ingress).toEqual([{}]);
  });
});
