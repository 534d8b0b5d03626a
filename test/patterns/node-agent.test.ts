import { NodeAgent, type NodeAgentProps } from '../../lib/patterns/node-agent';
import { Volume } from '../../lib/patterns/pod/volume';
import { only, synth } from './synth';

const agent = (props: Partial<NodeAgentProps<'http'>> = {}): ReturnType<typeof synth> =>
  synth((chart) => new NodeAgent(chart, 'agent', { image: 'agent:1', ...props }));

describe('NodeAgent', () => {
  test('makes a DaemonSet that leaves the update to the server', () => {
    const { spec } = only(agent(), 'DaemonSet');
    expect(Object.keys(spec as object)).toEqual(['selector', 'template']);
    expect(spec.selector).toEqual({ matchLabels: { 'app.kubernetes.io/name': 'agent' } });
  });

  test('writes the update, the history and the cause of a change', () => {
    const { metadata, spec } = only(
      agent({
        update: { maxSurge: '10%', maxUnavailable: 0 },
        minReadySeconds: 5,
        revisionHistoryLimit: 3,
        changeCause: 'v2',
      }),
      'DaemonSet',
    );
    expect(metadata.annotations).toEqual({ 'kubernetes.io/change-cause': 'v2' });
    expect(spec).toMatchObject({
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '10%', maxUnavailable: 0 } },
      minReadySeconds: 5,
      revisionHistoryLimit: 3,
    });
    expect(only(agent({ update: 'OnDelete' }), 'DaemonSet').spec.updateStrategy).toEqual({
      type: 'OnDelete',
    });
  });

  test('is selected by labels that the user names, and gives them to its pods', () => {
    const { spec } = only(agent({ selector: { app: 'old' } }), 'DaemonSet');
    expect(spec.selector).toEqual({ matchLabels: { app: 'old' } });
    expect(spec.template.metadata.labels).toEqual({ app: 'old', 'app.kubernetes.io/name': 'agent' });
  });

  test.each([
    [{ maxUnavailable: 0 }, 'update has a maxUnavailable and a maxSurge of 0'],
    [{ maxUnavailable: '0%', maxSurge: 0 }, 'update has a maxUnavailable and a maxSurge of 0'],
    [{ maxUnavailable: '110%' }, 'update.maxUnavailable is 110%'],
    [
      { maxUnavailable: '1.5%' },
      'update.maxUnavailable is refused: "1.5%" is neither a count nor a percentage',
    ],
  ] as const)('refuses the update %j', (update, message) => {
    expect(() => agent({ update })).toThrow(message);
  });

  test('refuses a claim template, which only a StatefulService has', () => {
    expect(() => agent({ mounts: { '/d': Volume.claimTemplate('data', { storage: '1Gi' }) } })).toThrow(
      "NodeAgent 'chart/agent': mounts take the claim template 'data'",
    );
  });

  test('takes a patch of each object', () => {
    const objects = agent({
      networkPolicy: { allowFrom: [] },
      patch: {
        daemonSet: { spec: { template: { spec: { hostNetwork: true } } } },
        networkPolicy: { spec: { policyTypes: ['Ingress'] } },
      },
    });
    expect(only(objects, 'DaemonSet').spec.template.spec.hostNetwork).toBe(true);
    expect(only(objects, 'NetworkPolicy').spec.policyTypes).toEqual(['Ingress']);
  });
});
