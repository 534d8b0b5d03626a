import { dns1123LabelErrors } from '../../../../model/names/dns1123-label';
import { dns1123SubdomainErrors } from '../../../../model/names/dns1123-subdomain';
import { byteLength } from '../../../../model/names/messages';
import { type ObjectView } from '../../object-view';
import { hasPodFeature } from '../pod-features';
import { type PodScope } from '../pod-scope';
import { addressErrors } from './address-errors';

const LONGEST_HOSTNAME = 64;

/**
 * What a pod is called and what it calls others: validatePodHostName and ValidateHostAliases in pkg/apis/core/validation/validation.go,
 * hostname and subdomain in ValidatePodSpec.
 *
 * @param isStatefulSet - Its controller sets hostname and subdomain, so neither is looked at.
 */
export function validateHostNames({ spec, hostNetwork }: PodScope, isStatefulSet: boolean): void {
  for (const field of isStatefulSet ? [] : ['hostname', 'subdomain']) {
    const name = spec.text(field);
    if (name !== '') spec.allInvalid(field, dns1123LabelErrors(name));
  }
  validateOverride(spec, hostNetwork);
  validateAliases(spec);
}

function validateOverride(spec: ObjectView, hostNetwork: boolean): void {
  const field = 'hostnameOverride';
  const name = spec.optionalText(field);
  if (name === undefined || !hasPodFeature(spec.validation, 'HostnameOverride')) return;
  if (spec.flag('setHostnameAsFQDN')) {
    spec.forbidden(field, 'may not be specified when setHostnameAsFQDN is true');
  }
  if (hostNetwork) spec.forbidden(field, 'may not be specified when hostNetwork is true');
  if (byteLength(name) > LONGEST_HOSTNAME) spec.tooLong(field, LONGEST_HOSTNAME);
  spec.allInvalid(field, dns1123SubdomainErrors(name));
}

/** Before 1.30 the server leaves the indexes out. */
function validateAliases(spec: ObjectView): void {
  const { validation } = spec;
  for (const each of spec.objects('hostAliases')) {
    const indexed = validation.since('1.30');
    const alias = indexed ? each : each.namedAs([...spec.named, 'hostAliases']);
    const ip = alias.text('ip');
    alias.allInvalid('ip', addressErrors(ip, validation), { value: ip });
    alias.texts('hostnames').forEach((name, index) => {
      alias.allInvalid(indexed ? ['hostnames', index] : 'hostnames', dns1123SubdomainErrors(name), {
        value: name,
        at: ['hostnames', index],
      });
    });
  }
}
