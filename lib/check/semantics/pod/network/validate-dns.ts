import { dns1123SubdomainErrors } from '../../../../model/names/dns1123-subdomain';
import { underscoreSubdomainErrors } from '../../../../model/names/underscore-subdomain';
import { type ObjectView } from '../../object-view';
import { hasPodFeature } from '../pod-features';
import { addressErrors } from './address-errors';

const POLICIES = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];
const MOST_NAMESERVERS = 3;
const MOST_SEARCHES = 32;
const LONGEST_SEARCHES = 2048;

/** validateDNSPolicy and validatePodDNSConfig in pkg/apis/core/validation/validation.go. */
export function validateDns(spec: ObjectView): void {
  const policy = spec.text('dnsPolicy');
  if (policy !== '' && !POLICIES.includes(policy)) spec.notSupported('dnsPolicy', POLICIES);
  const config = spec.object('dnsConfig');
  if (policy === 'None') {
    if (config === undefined) {
      spec.required('dnsConfig', 'must provide `dnsConfig` when `dnsPolicy` is None', {
        help: 'write `dnsConfig: { nameservers: [<address>] }`, or leave `dnsPolicy` out',
      });
      return;
    }
    if (config.list('nameservers').length === 0) {
      config.required('nameservers', 'must provide at least one DNS nameserver when `dnsPolicy` is None');
      return;
    }
  }
  if (config !== undefined) validateConfig(config);
}

function validateConfig(config: ObjectView): void {
  const { validation } = config;
  const servers = config.texts('nameservers');
  if (servers.length > MOST_NAMESERVERS) {
    config.invalid('nameservers', `must not have more than ${String(MOST_NAMESERVERS)} nameservers`);
  }
  servers.forEach((server, index) => {
    config.allInvalid(['nameservers', index], addressErrors(server, validation), { value: server });
  });
  const searches = config.texts('searches');
  if (searches.length > MOST_SEARCHES) {
    config.invalid('searches', `must not have more than ${String(MOST_SEARCHES)} search paths`);
  }
  if (Buffer.byteLength(searches.join(' ')) > LONGEST_SEARCHES) {
    config.invalid(
      'searches',
      `must not have more than ${String(LONGEST_SEARCHES)} characters (including spaces) in the search list`,
    );
  }
  const relaxed = hasPodFeature(validation, 'RelaxedDNSSearchValidation');
  searches.forEach((search, index) => {
    if (relaxed && search === '.') return;
    const name = search.endsWith('.') ? search.slice(0, -1) : search;
    const errors = relaxed ? underscoreSubdomainErrors(name) : dns1123SubdomainErrors(name);
    config.allInvalid(['searches', index], errors, { value: name });
  });
  config.objects('options').forEach((option, index) => {
    if (option.text('name') === '') config.required(['options', index], 'must not be empty');
  });
}
