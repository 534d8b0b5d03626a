import { endpointIpErrors } from '../../../model/ip/endpoint-ip-errors';
import { isIpv6, parseIpSloppy } from '../../../model/ip/ip-address';
import { canonicalIpErrors, ipErrors } from '../../../model/ip/ip-errors';
import { type ObjectView } from '../object-view';
import { domainNameError } from './domain-name-error';

/** One address of an endpoint, by the `addressType` of the EndpointSlice: in validateEndpoints of pkg/apis/discovery/validation. */
export function validateSliceAddress(
  endpoint: ObjectView,
  address: string,
  index: number,
  type: string,
): void {
  const at = ['addresses', index];
  if (type === 'FQDN') {
    const wrong = address === '' ? undefined : domainNameError(address);
    if (address === '') endpoint.required(at);
    else if (wrong !== undefined) endpoint.invalid(at, wrong.detail, { value: wrong.value });
  } else if (type === 'IPv4' || type === 'IPv6') {
    if (endpoint.validation.since('1.33')) validateIp(endpoint, address, index, type);
    else validateIpOnce(endpoint, address, index, type);
  }
}

/** IPv6 has to be in its canonical form here. */
function validateIp(endpoint: ObjectView, address: string, index: number, type: 'IPv4' | 'IPv6'): void {
  const options = { value: address, at: ['addresses', index] };
  const errors =
    type === 'IPv4' ? ipErrors(address, endpoint.validation.version) : canonicalIpErrors(address);
  if (errors.length > 0) {
    endpoint.allInvalid(['addresses', index], errors, options);
    return;
  }
  // The server names the list.
  if (!isOf(address, type)) endpoint.invalid('addresses', `must be an ${type} address`, options);
  endpoint.allInvalid(['addresses', index], endpointIpErrors(address), options);
}

/** As it was until 1.32 (IsValidIPv4Address, IsValidIPv6Address). */
function validateIpOnce(endpoint: ObjectView, address: string, index: number, type: 'IPv4' | 'IPv6'): void {
  const wrong = isOf(address, type) ? [] : [`must be a valid ${type} address`];
  endpoint.allInvalid(['addresses', index], [...wrong, ...endpointIpErrors(address)], { value: address });
}

function isOf(address: string, type: 'IPv4' | 'IPv6'): boolean {
  const ip = parseIpSloppy(address);
  return ip !== undefined && isIpv6(ip) === (type === 'IPv6');
}
