import { isIpv6, parseIpSloppy } from '../../../model/ip/ip-address';
import { ipErrors } from '../../../model/ip/ip-errors';
import { type ObjectView } from '../object-view';
import { type ServiceFacts } from './service-facts';

const FAMILIES = ['IPv4', 'IPv6'];
const FAMILY_POLICIES = ['PreferDualStack', 'RequireDualStack', 'SingleStack'];

/** ValidateServiceClusterIPsRelatedFields in pkg/apis/core/validation/validation.go; not for ExternalName. */
export function validateClusterIps(spec: ObjectView, { clusterIps, isHeadless }: ServiceFacts): void {
  const all = { value: clusterIps };
  if (spec.has('clusterIPs') && spec.list('clusterIPs').length > 0) {
    const clusterIp = spec.text('clusterIP');
    if (clusterIp === '') {
      spec.invalid('clusterIPs', 'must be empty when `clusterIP` is not specified', {
        help: `set \`clusterIP: ${clusterIps[0] ?? ''}\` too: it is the first of \`clusterIPs\``,
      });
    } else if (clusterIps[0] !== clusterIp) {
      spec.invalid('clusterIPs', 'first value must match `clusterIP`', {
        help: `write \`${clusterIp}\` first, or leave \`clusterIPs\` out`,
      });
    }
  }
  validateFamilies(spec);
  const { errors } = spec.validation;
  const before = errors.length;
  clusterIps.forEach((ip, index) => {
    if (index > 0 || ip !== 'None') {
      const options = { value: ip, at: placeOf(spec, index) };
      spec.allInvalid(['clusterIPs', index], ipErrors(ip, spec.validation.version), options);
    } else if (clusterIps.length > 1) {
      spec.invalid('clusterIPs', "'None' must be the first and only value", all);
    }
  });
  const areIps = errors.length === before;
  if (clusterIps.length > 2) spec.invalid('clusterIPs', 'may only hold up to 2 values', all);
  if (areIps) validateAgainstFamilies(spec, clusterIps, isHeadless);
}

/** Where an address is written. */
function placeOf(spec: ObjectView, index: number): readonly (string | number)[] {
  return spec.list('clusterIPs').length > 0 ? ['clusterIPs', index] : ['clusterIP'];
}

function validateFamilies(spec: ObjectView): void {
  const families = spec.texts('ipFamilies');
  families.forEach((family, index) => {
    if (!FAMILIES.includes(family)) spec.notSupported(['ipFamilies', index], FAMILIES);
    if (families.indexOf(family) < index) spec.duplicate(['ipFamilies', index]);
  });
  const policy = spec.optionalText('ipFamilyPolicy');
  if (policy !== undefined && !FAMILY_POLICIES.includes(policy)) {
    spec.notSupported('ipFamilyPolicy', FAMILY_POLICIES);
  }
}

function validateAgainstFamilies(spec: ObjectView, clusterIps: readonly string[], isHeadless: boolean): void {
  const isSix = clusterIps.map((ip) => {
    const parsed = parseIpSloppy(ip);
    return parsed !== undefined && isIpv6(parsed);
  });
  // IsDualStackIPStrings wants one of each family among whatever many there are.
  if (clusterIps.length > 1 && !(isSix.includes(true) && isSix.includes(false))) {
    spec.invalid('clusterIPs', 'may specify no more than one IP for each IP family', { value: clusterIps });
  }
  if (isHeadless) return;
  const families = spec.texts('ipFamilies');
  clusterIps.forEach((ip, index) => {
    const family = families[index];
    const wanted = isSix[index] === true ? 'IPv6' : 'IPv4';
    if ((family === 'IPv4' || family === 'IPv6') && family !== wanted) {
      spec.invalid(
        ['clusterIPs', index],
        `expected an ${family} value as indicated by \`ipFamilies[${String(index)}]\``,
        { value: ip, at: placeOf(spec, index) },
      );
    }
  });
}
