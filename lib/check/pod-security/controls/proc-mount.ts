import { textField } from '../../../model/json-object';
import { type Control, type ControlCheck } from '../control';
import { hasUserNamespace } from '../pod-containers';
import { containerContexts } from '../security-contexts';
import { containerNames, containersInWords, joinQuoted, sortedSet } from '../wording';

/** `procMount_1_0` */
export const unmaskedProc: ControlCheck = (_metadata, spec) => {
  const found = containerContexts(spec).flatMap(({ container, pointer, context }) => {
    if (typeof context?.procMount !== 'string' || context.procMount === 'Default') return [];
    return { type: textField(context, 'procMount') ?? '', container, pointer: `${pointer}/procMount` };
  });
  if (found.length === 0) return undefined;
  const types = joinQuoted(sortedSet(found.map(({ type }) => type)));
  return {
    reason: 'procMount',
    detail: `${containersInWords(containerNames(found))} must not set securityContext.procMount to ${types}`,
    violations: found.map(({ container, pointer }) => ({ container, pointer })),
  };
};

/** Upstream: `CheckProcMountBaseline`, k8s.io/pod-security-admission/policy/check_procMount_baseline.go. */
export const procMount: Control = {
  id: 'procMount',
  level: 'baseline',
  revisions: [
    { since: 0, check: unmaskedProc },
    { since: 35, check: (...pod) => (hasUserNamespace(pod[1]) ? undefined : unmaskedProc(...pod)) },
  ],
};
