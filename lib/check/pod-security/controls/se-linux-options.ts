import { objectField, textField } from '../../../model/json-object';
import { type Control, type ControlCheck } from '../control';
import { securityContexts } from '../security-contexts';
import { joinQuoted, settersInWords, sortedSet } from '../wording';

const TYPES_SINCE_0: readonly string[] = ['container_t', 'container_init_t', 'container_kvm_t'];
const TYPES_SINCE_31: readonly string[] = [...TYPES_SINCE_0, 'container_engine_t'];

const permitting =
  (types: readonly string[]): ControlCheck =>
  (_metadata, spec) => {
    const found = securityContexts(spec).flatMap(({ container, pointer, context }) => {
      const options = objectField(context, 'seLinuxOptions');
      return ['type', 'user', 'role'].flatMap((field) => {
        const value = textField(options, field);
        if (value === undefined || (field === 'type' && types.includes(value))) return [];
        const at = { field, value, pointer: `${pointer}/seLinuxOptions/${field}` };
        return container === undefined ? at : { ...at, container };
      });
    });
    if (found.length === 0) return undefined;
    const badTypes = sortedSet(found.filter(({ field }) => field === 'type').map(({ value }) => value));
    const data = [
      ...(badTypes.length > 0 ? [`${badTypes.length === 1 ? 'type' : 'types'} ${joinQuoted(badTypes)}`] : []),
      ...['user', 'role']
        .filter((sought) => found.some(({ field }) => field === sought))
        .map((field) => `${field} may not be set`),
    ];
    const violations = found.map(({ field: _, value: __, ...place }) => place);
    return {
      reason: 'seLinuxOptions',
      detail: `${settersInWords(violations)} set forbidden securityContext.seLinuxOptions: ${data.join('; ')}`,
      violations,
    };
  };

/** Upstream: `CheckSELinuxOptions`, k8s.io/pod-security-admission/policy/check_seLinuxOptions.go. */
export const seLinuxOptions: Control = {
  id: 'seLinuxOptions',
  level: 'baseline',
  revisions: [
    { since: 0, check: permitting(TYPES_SINCE_0) },
    { since: 31, check: permitting(TYPES_SINCE_31) },
  ],
};
