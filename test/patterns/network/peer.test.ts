import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { identify } from '../../../lib/patterns/identity';
import { isPodGroup, type NetworkPeer, peerManifest } from '../../../lib/patterns/network/peer';
import { type PodGroup } from '../../../lib/patterns/workload/pod-group';

const identity = identify(new Construct(new Chart(new App(), 'chart', { namespace: 'web' }), 'w'), {});
const group = (namespace: string, selectorLabels: Record<string, string> = { a: 'b' }): PodGroup => ({
  name: 'db',
  namespace,
  selectorLabels,
  podLabels: { ...selectorLabels, c: 'd' },
  ports: new Map(),
});
const inNamespace = (name: string): object => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
});

describe('a peer', () => {
  test.each<[string, NetworkPeer, object | undefined]>([
    ['anyone', 'anyone', undefined],
    ['the namespace', 'same-namespace', { podSelector: {} }],
    ['a workload', group('web'), { podSelector: { matchLabels: { a: 'b' } } }],
    [
      'a workload elsewhere',
      group('data'),
      { ...inNamespace('data'), podSelector: { matchLabels: { a: 'b' } } },
    ],
    ['a namespace', { namespace: 'ingress' }, inNamespace('ingress')],
    [
      'pods of a namespace',
      { namespace: 'ingress', pods: { a: 'b' } },
      { ...inNamespace('ingress'), podSelector: { matchLabels: { a: 'b' } } },
    ],
    [
      'namespaces by label',
      { namespaceLabels: { team: 'a' } },
      { namespaceSelector: { matchLabels: { team: 'a' } } },
    ],
    ['pods', { pods: { a: 'b' } }, { podSelector: { matchLabels: { a: 'b' } } }],
    ['addresses', { cidr: '192.0.2.0/24' }, { ipBlock: { cidr: '192.0.2.0/24' } }],
  ])('that is %s', (_name, peer, manifest) => {
    const made = peerManifest(identity, 'p', peer);
    expect(JSON.parse(JSON.stringify(made ?? null))).toEqual(manifest ?? null);
  });

  test('is a workload if it has labels that select pods', () => {
    expect(isPodGroup(group('web'))).toBe(true);
    expect(isPodGroup({ pods: { a: 'b' } })).toBe(false);
    expect(isPodGroup('anyone')).toBe(false);
  });

  test('without a label would be all pods, and is refused', () => {
    expect(() => peerManifest(identity, 'p', group('web', {}))).toThrow(
      "Construct 'chart/w': p is 'db', whose pods have no label to be told by; give it labels",
    );
  });
});
