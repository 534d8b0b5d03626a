import { SinglePod } from '../../../lib/patterns/single-pod';
import { synth } from '../synth';
import { podSpec } from './pod';

describe('a pod', () => {
  test('has every option in the fields of the manifest', () => {
    expect(
      podSpec({
        podSecurityContext: { fsGroup: 1000 },
        imagePullSecrets: ['registry'],
        automountServiceAccountToken: true,
        serviceAccount: 'sa',
        terminationGracePeriodSeconds: 60,
        nodeName: 'node-1',
        nodeSelector: { disk: 'ssd' },
        schedulerName: 'own',
        priorityClass: 'low',
        preemptionPolicy: 'Never',
        runtimeClass: 'gvisor',
        dnsPolicy: 'None',
        dnsConfig: { nameservers: ['192.0.2.1'] },
        hostAliases: { '192.0.2.2': ['a', 'b'] },
        hostname: 'h',
        subdomain: 's',
        setHostnameAsFQDN: true,
        enableServiceLinks: false,
        shareProcessNamespace: false,
        hostNetwork: true,
        hostPID: true,
        hostIPC: true,
        hostUsers: true,
        readinessGates: ['example.com/ready'],
        os: 'linux',
      }),
    ).toEqual({
      containers: [{ name: 'main', image: 'a:1' }],
      securityContext: { fsGroup: 1000 },
      imagePullSecrets: [{ name: 'registry' }],
      automountServiceAccountToken: true,
      serviceAccountName: 'sa',
      terminationGracePeriodSeconds: 60,
      nodeName: 'node-1',
      nodeSelector: { disk: 'ssd' },
      schedulerName: 'own',
      priorityClassName: 'low',
      preemptionPolicy: 'Never',
      runtimeClassName: 'gvisor',
      dnsPolicy: 'None',
      dnsConfig: { nameservers: ['192.0.2.1'] },
      hostAliases: [{ ip: '192.0.2.2', hostnames: ['a', 'b'] }],
      hostname: 'h',
      subdomain: 's',
      setHostnameAsFQDN: true,
      enableServiceLinks: false,
      shareProcessNamespace: false,
      hostNetwork: true,
      hostPID: true,
      hostIPC: true,
      hostUsers: true,
      readinessGates: [{ conditionType: 'example.com/ready' }],
      os: { name: 'linux' },
    });
  });

  test('runs init containers first, in their order, and sidecars beside', () => {
    const { initContainers, containers } = podSpec({
      containers: { z: { image: 'z:1' } },
      initContainers: { wait: { image: 'w:1' }, proxy: { image: 'p:1', sidecar: true } },
    });
    expect(initContainers).toEqual([
      { name: 'wait', image: 'w:1' },
      { name: 'proxy', image: 'p:1', restartPolicy: 'Always' },
    ]);
    expect(containers.map(({ name }: { name: string }) => name)).toEqual(['main', 'z']);
  });

  test('names its main container by the workload, without its dots', () => {
    expect(podSpec({ name: 'shop.example' }).containers[0].name).toBe('shop-example');
  });

  test('refuses two containers of one name', () => {
    const one = { image: 'b:1' };
    expect(() => podSpec({ containers: { main: one } })).toThrow("containers has a second container 'main'");
    expect(() => podSpec({ initContainers: { main: one } })).toThrow(
      "initContainers has a second container 'main'",
    );
    expect(() => podSpec({ containers: { a: one }, initContainers: { a: one } })).toThrow(
      "has a second container 'a'",
    );
  });
});

describe('pods without a label', () => {
  const place = { topologyKey: 'kubernetes.io/hostname' };

  test.each([{ antiAffinity: place }, { topologySpread: [place] }])(
    'cannot be told from others, and so not be kept apart: %j',
    (options) => {
      expect(() =>
        synth((chart) => new SinglePod(chart, 'p', { image: 'a:1', defaults: 'none', ...options })),
      ).toThrow(/SinglePod 'chart\/p': (antiAffinity|topologySpread) has no label/);
    },
  );
});
