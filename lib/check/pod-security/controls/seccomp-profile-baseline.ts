import { objectField, textMapField } from '../../../model/json-object';
import { jsonPointer } from '../../../model/json-pointer';
import { goQuote } from '../../../model/go/strings';
import { type Control, type ControlCheck, type Violation } from '../control';
import { type SecurityContext, containerContexts, securityContexts } from '../security-contexts';
import { joinQuoted, settersInWords, sortedSet } from '../wording';

const POD_ANNOTATION = 'seccomp.security.alpha.kubernetes.io/pod';
const CONTAINER_ANNOTATION = 'container.seccomp.security.alpha.kubernetes.io/';
const ALLOWED_TYPES: readonly unknown[] = ['RuntimeDefault', 'Localhost'];

/** `seccompProfileBaseline_1_0`: before there were fields. */
const since0: ControlCheck = (metadata, spec) => {
  const annotations = textMapField(metadata, 'annotations');
  const keys = [
    POD_ANNOTATION,
    ...containerContexts(spec).map(({ container }) => CONTAINER_ANNOTATION + container),
  ];
  const found = [...new Set(keys)].flatMap((key) => {
    const value = Object.hasOwn(annotations, key) ? annotations[key] : undefined;
    if (value === undefined || /^(?:(?:runtime|docker)\/default$|localhost\/)/.test(value)) return [];
    return { text: `${key}=${goQuote(value)}`, pointer: jsonPointer('/metadata/annotations', key) };
  });
  if (found.length === 0) return undefined;
  const shown = sortedSet(found.map(({ text }) => text));
  return {
    reason: 'seccompProfile',
    detail: `forbidden ${shown.length === 1 ? 'annotation' : 'annotations'} ${shown.join(', ')}`,
    violations: found.map(({ pointer }) => ({ pointer })),
  };
};

/** Whether a context names a profile that may be used; undefined when it names none. */
export function isSeccompAllowed({ context }: SecurityContext): boolean | undefined {
  const profile = objectField(context, 'seccompProfile');
  return profile && ALLOWED_TYPES.includes(profile.type);
}

/** `seccompProfileBaseline_1_19` */
export const forbiddenSeccomp: ControlCheck = (_metadata, spec) => {
  const found = securityContexts(spec).filter((each) => isSeccompAllowed(each) === false);
  if (found.length === 0) return undefined;
  const types = found.map(({ context }) => {
    const type = objectField(context, 'seccompProfile')?.type;
    return typeof type === 'string' ? type : '';
  });
  const violations = found.map(({ container, pointer }): Violation => {
    const at = `${pointer}/seccompProfile/type`;
    return container === undefined ? { pointer: at } : { container, pointer: at };
  });
  return {
    reason: 'seccompProfile',
    detail: `${settersInWords(violations)} must not set securityContext.seccompProfile.type to ${joinQuoted(sortedSet(types))}`,
    violations,
  };
};

/** Upstream: `CheckSeccompBaseline`, k8s.io/pod-security-admission/policy/check_seccompProfile_baseline.go. */
export const seccompProfileBaseline: Control = {
  id: 'seccompProfile_baseline',
  level: 'baseline',
  revisions: [
    { since: 0, check: since0 },
    { since: 19, check: forbiddenSeccomp },
  ],
};
