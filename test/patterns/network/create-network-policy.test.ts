import { type NetworkPolicyOptions } from '../../../lib/patterns/network/create-network-policy';
import { Worker } from '../../../lib/patterns/worker';
import { only, synth, type Synthesized } from '../synth';

const PORTS = { http: 8080, dns: { containerPort: 53, protocol: 'UDP' } } as const;
const policy = (options: NetworkPolicyOptions<'http' | 'dns'>): Synthesized =>
  only(
    synth((chart) => new Worker(chart, 'w', { image: 'a:1', ports: PORTS, networkPolicy: options })),
    'NetworkPolicy',
  ).spec as Synthesized;
const DNS = expect.objectContaining({
  ports: [
    { port: 53, protocol: 'UDP' },
    { port: 53, protocol: 'TCP' },
  ],
}) as object;

describe('a NetworkPolicy', () => {
  test('leaves a direction open that is not named', () => {
    expect(policy({ allowFrom: ['anyone'] })).toEqual({
      podSelector: { matchLabels: { 'app.kubernetes.io/name': 'w' } },
      policyTypes: ['Ingress'],
      ingress: [{}],
    });
    expect(policy({ allowTo: ['anyone'] }).policyTypes).toEqual(['Egress']);
  });

  test('lets nobody through by an empty list, but still asks DNS unless told not to', () => {
    expect(policy({ allowFrom: [], allowTo: [] })).toMatchObject({
      policyTypes: ['Ingress', 'Egress'],
      ingress: [],
      egress: [DNS],
    });
    expect(policy({ allowTo: [], dns: false }).egress).toEqual([]);
  });

  test('names the ports of its pods with their protocol', () => {
    const { ingress } = policy({
      allowFrom: ['same-namespace', { peers: ['anyone'], ports: ['http', 'dns'] }],
    });
    expect(ingress).toEqual([
      { from: [{ podSelector: {} }] },
      { ports: [{ port: 'http' }, { port: 'dns', protocol: 'UDP' }] },
    ]);
  });

  test('lets out to addresses, ports and ranges of ports', () => {
    const { egress } = policy({
      dns: false,
      allowTo: [
        {
          peers: [{ cidr: '192.0.2.0/24', except: ['192.0.2.1/32'] }],
          ports: [443, { port: 8000, endPort: 8999, protocol: 'UDP' }],
        },
        'anyone',
      ],
    });
    expect(egress).toEqual([
      {
        to: [{ ipBlock: { cidr: '192.0.2.0/24', except: ['192.0.2.1/32'] } }],
        ports: [{ port: 443 }, { port: 8000, endPort: 8999, protocol: 'UDP' }],
      },
      {},
    ]);
  });

  test('lets out to a workload on its container ports', () => {
    const objects = synth((chart) => {
      const db = new Worker(chart, 'db', { image: 'b:1', ports: PORTS });
      const quiet = new Worker(chart, 'quiet', { image: 'b:1' });
      new Worker(chart, 'w', { image: 'a:1', networkPolicy: { allowTo: [db, quiet], dns: false } });
    });
    const to = (name: string): object => ({
      podSelector: { matchLabels: { 'app.kubernetes.io/name': name } },
    });
    expect(only(objects, 'NetworkPolicy').spec.egress).toEqual([
      { to: [to('db')], ports: [{ port: 8080 }, { port: 53, protocol: 'UDP' }] },
      { to: [to('quiet')] },
    ]);
  });

  test.each<[NetworkPolicyOptions<'http' | 'dns'>, string]>([
    [{}, 'networkPolicy says nothing, which Kubernetes takes for nobody may connect'],
    [
      { allowFrom: [{ peers: [] }] },
      'networkPolicy.allowFrom[0].peers is empty, which Kubernetes takes for all',
    ],
    [{ allowFrom: [{ peers: ['anyone'], ports: [] }] }, 'networkPolicy.allowFrom[0].ports is empty'],
    [{ allowTo: ['anyone', { peers: [] }] }, 'networkPolicy.allowTo[1].peers is empty'],
    [
      { allowFrom: [{ peers: ['anyone'], ports: ['grpc' as 'http'] }] },
      "networkPolicy.allowFrom[0].ports has port 'grpc', which the pods do not have; their ports are 'http', 'dns'",
    ],
  ])('refuses %j', (options, message) => {
    expect(() => policy(options)).toThrow(`Worker 'chart/w': ${message}`);
  });
});
