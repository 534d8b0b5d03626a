import { type Control, type ControlCheck, type Violation } from '../control';
import { hasUserNamespace } from '../pod-containers';
import { securityContexts } from '../security-contexts';
import { containerNames, containersInWords, settersInWords } from '../wording';

/** `runAsNonRoot1_0`: what is forbidden is told before what is missing. */
const since0: ControlCheck = (_metadata, spec) => {
  const contexts = securityContexts(spec).map(({ container, pointer, context }) => {
    const place = { pointer: `${pointer}/runAsNonRoot` };
    const violation: Violation = container === undefined ? place : { ...place, container };
    return { violation, value: context?.runAsNonRoot };
  });
  const reason = 'runAsNonRoot != true';
  const asRoot = contexts.filter(({ value }) => value === false).map(({ violation }) => violation);
  if (asRoot.length > 0) {
    return {
      reason,
      detail: `${settersInWords(asRoot)} must not set securityContext.runAsNonRoot=false`,
      violations: asRoot,
    };
  }
  const [own, ...ofContainers] = contexts;
  if (own?.value === true) return undefined;
  const silent = ofContainers.filter(({ value }) => value !== true).map(({ violation }) => violation);
  if (silent.length === 0) return undefined;
  return {
    reason,
    detail: `pod or ${containersInWords(containerNames(silent))} must set securityContext.runAsNonRoot=true`,
    violations: silent,
  };
};

/** Upstream: `CheckRunAsNonRoot`, k8s.io/pod-security-admission/policy/check_runAsNonRoot.go. */
export const runAsNonRoot: Control = {
  id: 'runAsNonRoot',
  level: 'restricted',
  revisions: [
    { since: 0, check: since0 },
    { since: 35, check: (...pod) => (hasUserNamespace(pod[1]) ? undefined : since0(...pod)) },
  ],
};
