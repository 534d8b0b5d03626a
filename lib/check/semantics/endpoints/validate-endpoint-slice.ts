import { dns1123LabelErrors } from '../../../model/names/dns1123-label';
import { dns1123SubdomainErrors } from '../../../model/names/dns1123-subdomain';
import { labelKeyErrors } from '../../../model/names/label-key';
import { labelValueErrors } from '../../../model/names/label-value';
import { type ObjectView } from '../object-view';
import { PROTOCOLS } from '../service/protocols';
import { validateSliceAddress } from './validate-slice-address';

const ADDRESS_TYPES = ['FQDN', 'IPv4', 'IPv6'];
const MOST_ADDRESSES = 100;
const MOST_PORTS = 20000;
const MOST_ENDPOINTS = 1000;
const MOST_HINTS = 8;

/** ValidateEndpointSliceCreate in pkg/apis/discovery/validation/validation.go. */
export function validateEndpointSlice(slice: ObjectView): void {
  const type = slice.text('addressType');
  if (type === '') slice.required('addressType', '', { help: 'set `addressType: IPv4`' });
  else if (!ADDRESS_TYPES.includes(type)) slice.notSupported('addressType', ADDRESS_TYPES);
  validatePorts(slice);
  const endpoints = slice.objects('endpoints');
  if (endpoints.length > MOST_ENDPOINTS) {
    slice.tooMany('endpoints', endpoints.length, MOST_ENDPOINTS, {
      help: 'make several EndpointSlices of it',
    });
  } else for (const endpoint of endpoints) validateEndpoint(endpoint, type);
}

function validatePorts(slice: ObjectView): void {
  const ports = slice.objects('ports');
  if (ports.length > MOST_PORTS) {
    slice.tooMany('ports', ports.length, MOST_PORTS);
    return;
  }
  const names = new Set<string>();
  for (const port of ports) {
    const name = port.text('name');
    if (name !== '') port.allInvalid('name', dns1123LabelErrors(name));
    if (names.has(name)) {
      port.duplicate('name', { value: name, help: 'name each port as the port of the Service is named' });
    }
    names.add(name);
    const protocol = port.optionalText('protocol');
    if (protocol !== undefined && !PROTOCOLS.includes(protocol)) port.notSupported('protocol', PROTOCOLS);
    const appProtocol = port.optionalText('appProtocol');
    if (appProtocol !== undefined) {
      port.allInvalid('appProtocol', labelKeyErrors(appProtocol, port.validation.version));
    }
  }
}

function validateEndpoint(endpoint: ObjectView, type: string): void {
  const addresses = endpoint.texts('addresses');
  if (addresses.length === 0) endpoint.required('addresses', 'must contain at least 1 address');
  else if (addresses.length > MOST_ADDRESSES) endpoint.tooMany('addresses', addresses.length, MOST_ADDRESSES);
  addresses.forEach((address, index) => {
    validateSliceAddress(endpoint, address, index, type);
  });
  const node = endpoint.optionalText('nodeName');
  if (node !== undefined) endpoint.allInvalid('nodeName', dns1123SubdomainErrors(node));
  const hostname = endpoint.optionalText('hostname');
  if (hostname !== undefined) endpoint.allInvalid('hostname', dns1123LabelErrors(hostname));
  const hints = endpoint.object('hints');
  if (hints !== undefined) validateHints(hints);
}

/** validateHints; 1.33 has `forNodes` behind a feature gate that is off, and drops it. */
function validateHints(hints: ObjectView): void {
  const zones = hints.objects('forZones');
  if (zones.length > MOST_HINTS) {
    hints.tooMany('forZones', zones.length, MOST_HINTS);
    return;
  }
  const { version } = hints.validation;
  validateHintNames(zones, (name) => labelValueErrors(name, version));
  if (!hints.validation.since('1.34')) return;
  const nodes = hints.objects('forNodes');
  if (nodes.length > MOST_HINTS) hints.tooMany('forNodes', nodes.length, MOST_HINTS);
  else validateHintNames(nodes, dns1123SubdomainErrors);
}

function validateHintNames(hints: readonly ObjectView[], errors: (name: string) => readonly string[]): void {
  const names = new Set<string>();
  for (const hint of hints) {
    const name = hint.text('name');
    if (names.has(name)) hint.duplicate('name', { value: name });
    names.add(name);
    hint.allInvalid('name', errors(name), { value: name });
  }
}
