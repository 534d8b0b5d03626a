import { type SinglePodProps } from '../../../lib/patterns/single-pod';
import { podSpec } from './pod';

const secured = (props: Partial<SinglePodProps<never>>): { pod: unknown; container: unknown } => {
  const spec = podSpec({ defaults: 'secure', ...props });
  return { pod: spec.securityContext, container: spec.containers[0].securityContext };
};
const POD = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };

describe('secure defaults', () => {
  test('stand under what was written', () => {
    expect(
      secured({
        podSecurityContext: { runAsNonRoot: false, fsGroup: 1 },
        securityContext: { runAsUser: 1, capabilities: { add: ['NET_BIND_SERVICE'] } },
      }),
    ).toEqual({
      pod: { ...POD, runAsNonRoot: false, fsGroup: 1 },
      container: {
        allowPrivilegeEscalation: false,
        runAsUser: 1,
        capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] },
      },
    });
  });

  test.each([[{ privileged: true }], [{ capabilities: { add: ['CAP_SYS_ADMIN'] } }]])(
    'leave out what the API server refuses beside %j',
    (securityContext) => {
      expect(secured({ securityContext }).container).not.toHaveProperty('allowPrivilegeEscalation');
    },
  );

  test('leave out what windows does not have', () => {
    expect(secured({ os: 'windows' })).toEqual({ pod: { runAsNonRoot: true }, container: undefined });
    expect(podSpec({ defaults: 'secure', os: 'windows' }).os).toEqual({ name: 'windows' });
  });

  test('mount no token where the pod has no account of its own', () => {
    const token = (props: Partial<SinglePodProps<never>>): unknown =>
      podSpec({ defaults: 'secure', ...props }).automountServiceAccountToken;
    expect(token({})).toBe(false);
    expect(token({ serviceAccount: 'sa' })).toBeUndefined();
    expect(token({ automountServiceAccountToken: true })).toBe(true);
  });
});
