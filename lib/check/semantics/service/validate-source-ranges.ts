import { goTrimSpace } from '../../../model/go/strings';
import { cidrErrors, parseCidrSloppy } from '../../../model/ip/cidr';
import { type ObjectView } from '../object-view';

const ANNOTATION = 'service.beta.kubernetes.io/load-balancer-source-ranges';
const ONLY_LOAD_BALANCER = "may only be used when `type` is 'LoadBalancer'";
/** The server spells the field as Go does. */
const FIELD = 'spec.LoadBalancerSourceRanges';
const OLD_WORDS = 'must be a list of IP ranges. For example, 10.240.0.0/24,10.250.0.0/24 ';

/** `spec.loadBalancerSourceRanges`, or the annotation it had before: in ValidateService of pkg/apis/core/validation/validation.go. */
export function validateSourceRanges(service: ObjectView, type: string): void {
  const spec = service.struct('spec');
  const metadata = service.struct('metadata');
  const annotations = metadata.struct('annotations');
  const { version } = service.validation;
  const ranges = spec.texts('loadBalancerSourceRanges').map(goTrimSpace);
  if (ranges.length > 0) {
    if (type !== 'LoadBalancer') {
      spec.forbidden('loadBalancerSourceRanges', ONLY_LOAD_BALANCER, { field: FIELD });
    }
    if (!service.validation.since('1.30')) {
      const shown = `[${spec.texts('loadBalancerSourceRanges').join(' ')}]`;
      if (!ranges.every(isCidr)) {
        spec.invalid('loadBalancerSourceRanges', OLD_WORDS, { field: FIELD, value: shown });
      }
      return;
    }
    ranges.forEach((range, index) => {
      const at = ['loadBalancerSourceRanges', index];
      const options = { value: range, field: `${FIELD}[${String(index)}]` };
      spec.allInvalid(at, cidrErrors(range, version), options);
    });
    return;
  }
  const written = annotations.optionalText(ANNOTATION);
  if (written === undefined) return;
  const at = ['annotations', { key: ANNOTATION }];
  if (type !== 'LoadBalancer') metadata.forbidden(at, ONLY_LOAD_BALANCER);
  const value = goTrimSpace(written);
  if (value === '') return;
  const parts = value.split(',').map(goTrimSpace);
  if (service.validation.since('1.30')) {
    for (const part of parts) metadata.allInvalid(at, cidrErrors(part, version), { value: part });
  } else if (!parts.every(isCidr)) metadata.invalid(at, OLD_WORDS);
}

function isCidr(text: string): boolean {
  return parseCidrSloppy(text) !== undefined;
}
