import { type IpAddress, parseIpSloppy } from './ip-address';

/**
 * What the API server says of an address that traffic is sent to: of Endpoints, EndpointSlices and external IPs. It
 * may be neither unspecified nor loopback nor link-local; empty when it is none of these.
 *
 * ValidateEndpointIP in pkg/apis/core/validation/validation.go (ValidateNonSpecialIP until 1.32).
 */
export function endpointIpErrors(value: string): string[] {
  const ip = parseIpSloppy(value);
  if (ip === undefined) return ['must be a valid IP address'];
  const errors: string[] = [];
  if (isUnspecified(ip)) errors.push(`may not be unspecified (${value})`);
  if (isLoopback(ip)) errors.push('may not be in the loopback range (127.0.0.0/8, ::1/128)');
  if (isLinkLocal(ip)) errors.push('may not be in the link-local range (169.254.0.0/16, fe80::/10)');
  if (isLinkLocalMulticast(ip)) {
    errors.push('may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)');
  }
  return errors;
}

function isUnspecified({ canonical }: IpAddress): boolean {
  return canonical.every((byte) => byte === 0);
}

function isLoopback({ canonical }: IpAddress): boolean {
  return canonical.length === 4
    ? canonical[0] === 127
    : canonical.every((byte, at) => byte === (at === 15 ? 1 : 0));
}

function isLinkLocal({ canonical: [first, second = 0, ...rest] }: IpAddress): boolean {
  return rest.length === 2 ? first === 169 && second === 254 : first === 0xfe && (second & 0xc0) === 0x80;
}

function isLinkLocalMulticast({ canonical: [first, second = 0, third, ...rest] }: IpAddress): boolean {
  return rest.length === 1
    ? first === 224 && second === 0 && third === 0
    : first === 0xff && (second & 0x0f) === 0x02;
}
