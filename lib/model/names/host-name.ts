import { isIPv6 } from 'node:net';
import { dns1123SubdomainErrors } from './dns1123-subdomain';
import { wildcardSubdomainErrors } from './wildcard-subdomain';

/** netutils.ParseIPSloppy: as net.ParseIP, with zeros before the numbers of an IPv4 address. */
function isSloppyIp(text: string): boolean {
  const isIpv4 = (part: string): boolean =>
    /^[0-9]+(\.[0-9]+){3}$/.test(part) && part.split('.').every((byte) => Number(byte) < 256);
  if (isIpv4(text)) return true;
  if (text.includes('%')) return false;
  const tail = text.slice(text.lastIndexOf(':') + 1);
  const groups = isIpv4(tail) ? `${text.slice(0, text.length - tail.length)}0:0` : text;
  return isIPv6(groups);
}

/**
 * What the server says of `host` in a rule of an Ingress: a DNS subdomain, perhaps with `*.` before
 * it, and no IP address. Empty when it is one. (An empty host, which stands for all, is not asked.)
 *
 * validateIngressRules in pkg/apis/networking/validation.
 */
export function hostNameErrors(host: string): string[] {
  const errors = isSloppyIp(host) ? ['must be a DNS name, not an IP address'] : [];
  return [...errors, ...(host.includes('*') ? wildcardSubdomainErrors(host) : dns1123SubdomainErrors(host))];
}
