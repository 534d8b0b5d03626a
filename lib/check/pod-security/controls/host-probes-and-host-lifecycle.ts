import { objectField, textField } from '../../../model/json-object';
import { type Control } from '../control';
import { podContainers } from '../pod-containers';
import { containersInWords, joinQuoted, sortedSet } from '../wording';

/** The ways from a container to what may ask a host. */
const HANDLERS: readonly (readonly string[])[] = [
  ['livenessProbe'],
  ['readinessProbe'],
  ['startupProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
];

/**
 * Upstream: `CheckHostProbesAndHostLifecycle`,
 * k8s.io/pod-security-admission/policy/check_hostProbesAndhostLifecycle.go.
 */
export const hostProbesAndHostLifecycle: Control = {
  id: 'hostProbesAndHostLifecycle',
  level: 'baseline',
  revisions: [
    {
      since: 34,
      check(_metadata, spec) {
        const found = podContainers(spec).flatMap(({ name, pointer, container }) =>
          HANDLERS.flatMap((way) =>
            ['httpGet', 'tcpSocket'].flatMap((action) => {
              const handler = [...way, action].reduce<typeof container | undefined>(objectField, container);
              const host = textField(handler, 'host');
              if (host === undefined) return [];
              return { host, container: name, pointer: `${pointer}/${way.join('/')}/${action}/host` };
            }),
          ),
        );
        if (found.length === 0) return undefined;
        // A set of names here, where other controls count containers.
        const names = sortedSet(found.map(({ container }) => container));
        const hosts = sortedSet(found.map(({ host }) => host));
        const uses = names.length === 1 ? 'uses' : 'use';
        const what = hosts.length === 1 ? 'probe or lifecycle host' : 'probe or lifecycle hosts';
        return {
          reason: 'probe or lifecycle host',
          detail: `${containersInWords(names)} ${uses} ${what} ${joinQuoted(hosts)}`,
          violations: found.map(({ container, pointer }) => ({ container, pointer })),
        };
      },
    },
  ],
};
