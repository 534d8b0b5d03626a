import { readAmount } from '../../read-amount';
import { type ObjectView } from '../object-view';

const RESOURCES = [
  'limits.cpu',
  'limits.ephemeral-storage',
  'limits.memory',
  'requests.cpu',
  'requests.ephemeral-storage',
  'requests.memory',
];
const HUGE_PAGES = /^(?:limits|requests)\.hugepages-/;
const OF_CPU = ['1m', '1'];
const OF_BYTES = ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei'];

/**
 * validateContainerResourceFieldSelector in pkg/apis/core/validation/validation.go: `resourceFieldRef` of a variable or
 * a file.
 *
 * @param isFile - A file has to name the container.
 */
export function validateResourceFieldRef(ref: ObjectView, isFile: boolean): void {
  const resource = ref.text('resource');
  if (isFile && ref.text('containerName') === '') ref.required('containerName');
  else if (resource === '') ref.required('resource');
  else if (!RESOURCES.includes(resource) && !HUGE_PAGES.test(resource))
    ref.notSupported('resource', RESOURCES);
  validateDivisor(ref, resource);
}

/** validateContainerResourceDivisor, which shows the resource for the divisor. */
function validateDivisor(ref: ObjectView, resource: string): void {
  const written = ref.raw('divisor');
  const divisor = readAmount(written);
  if (divisor === undefined || divisor.isZero()) return;
  const known = kindOf(resource);
  if (known === undefined) return;
  const { values, listed, what } = known;
  if (values.includes(divisor.toString())) return;
  ref.invalid('divisor', `only divisor's values ${listed} are supported with the ${what} resource`, {
    value: resource,
    help: `write \`divisor: ${values.includes('1Mi') ? '1Mi' : '1m'}\`, or leave it out`,
  });
}

interface DivisorRule {
  readonly values: readonly string[];
  readonly listed: string;
  readonly what: string;
}

const bytes = (what: string): DivisorRule => ({ values: OF_BYTES, listed: OF_BYTES.join(', '), what });
const CPU: DivisorRule = { values: OF_CPU, listed: '1m and 1', what: 'cpu' };
const MEMORY = bytes('memory');
const STORAGE = bytes('local ephemeral storage');
const PAGES = bytes('hugepages');

function kindOf(resource: string): DivisorRule | undefined {
  if (HUGE_PAGES.test(resource)) return PAGES;
  const name = /^(?:limits|requests)\.(.*)$/.exec(resource)?.[1];
  if (name === 'cpu') return CPU;
  if (name === 'memory') return MEMORY;
  return name === 'ephemeral-storage' ? STORAGE : undefined;
}
