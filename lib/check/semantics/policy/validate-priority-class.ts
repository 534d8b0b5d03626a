import { type ObjectView } from '../object-view';

const SYSTEM = 'system-';
/** HighestUserDefinablePriority and SystemCriticalPriority in pkg/apis/scheduling/types.go. */
const HIGHEST = 1_000_000_000;
const SYSTEM_CLASSES: ReadonlyMap<string, number> = new Map([
  ['system-cluster-critical', 2 * HIGHEST],
  ['system-node-critical', 2 * HIGHEST + 1000],
]);
const PREEMPTION = ['PreemptLowerPriority', 'Never'];

/** ValidatePriorityClass in pkg/apis/scheduling/validation/validation.go. */
export function validatePriorityClass(priorityClass: ObjectView): void {
  const metadata = priorityClass.struct('metadata');
  const name = metadata.text('name');
  const value = priorityClass.number('value');
  if (name.startsWith(SYSTEM)) {
    const wrong = systemError(name, value, priorityClass.flag('globalDefault'));
    if (wrong !== undefined) {
      metadata.forbidden(
        'name',
        `priority class names with '${SYSTEM}' prefix are reserved for system use only. error: ${wrong}`,
        { help: `choose a name that does not begin with \`${SYSTEM}\`` },
      );
    }
  } else if (value > HIGHEST) {
    priorityClass.forbidden(
      'value',
      `maximum allowed value of a user defined priority is ${String(HIGHEST)}`,
      {
        help: `set \`value: ${String(HIGHEST)}\` or less`,
      },
    );
  }
  const preemption = priorityClass.optionalText('preemptionPolicy');
  if (preemption === '') priorityClass.required('preemptionPolicy');
  else if (preemption !== undefined && !PREEMPTION.includes(preemption)) {
    priorityClass.notSupported('preemptionPolicy', PREEMPTION);
  }
}

/** IsKnownSystemPriorityClass in pkg/apis/scheduling/v1/helpers.go. */
function systemError(name: string, value: number, isDefault: boolean): string | undefined {
  const wanted = SYSTEM_CLASSES.get(name);
  if (wanted === undefined) return `${name} is not a known system priority class`;
  if (value !== wanted) return `value of ${name} PriorityClass must be ${String(wanted)}`;
  return isDefault ? `globalDefault of ${name} PriorityClass must be false` : undefined;
}
