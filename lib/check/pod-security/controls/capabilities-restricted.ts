import { capabilityList } from '../capability-list';
import { type Control, type ControlCheck } from '../control';
import { isWindowsPod } from '../pod-containers';
import { containerContexts } from '../security-contexts';
import { containerNames, containersInWords, joinQuoted, sortedSet } from '../wording';

/** `capabilitiesRestricted_1_22` */
const since22: ControlCheck = (_metadata, spec) => {
  const contexts = containerContexts(spec);
  const keeping = contexts
    .filter(({ context }) => !capabilityList(context, 'drop').some(({ capability }) => capability === 'ALL'))
    .map(({ container, pointer }) => ({ container, pointer: `${pointer}/capabilities/drop` }));
  const adding = contexts.flatMap(({ container, pointer, context }) =>
    capabilityList(context, 'add').flatMap(({ capability, index }) =>
      capability === 'NET_BIND_SERVICE'
        ? []
        : { capability, container, pointer: `${pointer}/capabilities/add/${index}` },
    ),
  );
  const details = [];
  if (keeping.length > 0) {
    details.push(
      `${containersInWords(containerNames(keeping))} must set securityContext.capabilities.drop=["ALL"]`,
    );
  }
  if (adding.length > 0) {
    const capabilities = joinQuoted(sortedSet(adding.map(({ capability }) => capability)));
    details.push(
      `${containersInWords(containerNames(adding))} must not include ${capabilities} in securityContext.capabilities.add`,
    );
  }
  if (details.length === 0) return undefined;
  return {
    reason: 'unrestricted capabilities',
    detail: details.join('; '),
    violations: [...keeping, ...adding.map(({ container, pointer }) => ({ container, pointer }))],
  };
};

/** Upstream: `CheckCapabilitiesRestricted`, k8s.io/pod-security-admission/policy/check_capabilities_restricted.go. */
export const capabilitiesRestricted: Control = {
  id: 'capabilities_restricted',
  level: 'restricted',
  overrides: 'capabilities_baseline',
  revisions: [
    { since: 22, check: since22 },
    { since: 25, check: (...pod) => (isWindowsPod(pod[1]) ? undefined : since22(...pod)) },
  ],
};
