import { capabilityList } from '../capability-list';
import { type Control } from '../control';
import { containerContexts } from '../security-contexts';
import { containerNames, containersInWords, joinQuoted, sortedSet } from '../wording';

/** What a container may be given. */
export const DEFAULT_CAPABILITIES: readonly string[] = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];

/** Upstream: `CheckCapabilitiesBaseline`, k8s.io/pod-security-admission/policy/check_capabilities_baseline.go. */
export const capabilitiesBaseline: Control = {
  id: 'capabilities_baseline',
  level: 'baseline',
  revisions: [
    {
      since: 0,
      check(_metadata, spec) {
        const found = containerContexts(spec).flatMap(({ container, pointer, context }) =>
          capabilityList(context, 'add').flatMap(({ capability, index }) =>
            DEFAULT_CAPABILITIES.includes(capability)
              ? []
              : { capability, container, pointer: `${pointer}/capabilities/add/${index}` },
          ),
        );
        if (found.length === 0) return undefined;
        const capabilities = joinQuoted(sortedSet(found.map(({ capability }) => capability)));
        return {
          reason: 'non-default capabilities',
          detail: `${containersInWords(containerNames(found))} must not include ${capabilities} in securityContext.capabilities.add`,
          violations: found.map(({ container, pointer }) => ({ container, pointer })),
        };
      },
    },
  ],
};
