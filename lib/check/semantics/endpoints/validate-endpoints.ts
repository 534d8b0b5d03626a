import { endpointIpErrors } from '../../../model/ip/endpoint-ip-errors';
import { ipErrors } from '../../../model/ip/ip-errors';
import { dns1123LabelErrors } from '../../../model/names/dns1123-label';
import { dns1123SubdomainErrors } from '../../../model/names/dns1123-subdomain';
import { labelKeyErrors } from '../../../model/names/label-key';
import { portNumberErrors } from '../meta/port-number-errors';
import { type ObjectView } from '../object-view';
import { PROTOCOLS } from '../service/protocols';

/** ValidateEndpointsCreate in pkg/apis/core/validation/validation.go. */
export function validateEndpoints(endpoints: ObjectView): void {
  endpoints.objects('subsets').forEach((subset, index) => {
    const addresses = [...subset.objects('addresses'), ...subset.objects('notReadyAddresses')];
    if (addresses.length === 0) {
      endpoints.required(['subsets', index], 'must specify `addresses` or `notReadyAddresses`', {
        help: 'add the addresses that the Service sends to, such as `addresses: [{ ip: 192.0.2.10 }]`',
      });
    }
    addresses.forEach(validateAddress);
    const ports = subset.objects('ports');
    for (const port of ports) validatePort(port, ports.length > 1);
  });
}

/** validateEndpointAddress. */
function validateAddress(address: ObjectView): void {
  const ip = address.text('ip');
  address.allInvalid('ip', [...ipErrors(ip, address.validation.version), ...endpointIpErrors(ip)], {
    value: ip,
  });
  const hostname = address.text('hostname');
  if (hostname !== '') address.allInvalid('hostname', dns1123LabelErrors(hostname));
  const node = address.optionalText('nodeName');
  if (node !== undefined) address.allInvalid('nodeName', dns1123SubdomainErrors(node));
}

/** validateEndpointPort. */
function validatePort(port: ObjectView, needsName: boolean): void {
  const name = port.text('name');
  if (name !== '') port.allInvalid('name', dns1123LabelErrors(name));
  else if (needsName) port.required('name', '', { help: 'name it as the port of the Service is named' });
  const number = port.number('port');
  port.allInvalid('port', portNumberErrors(number), { value: number });
  const protocol = port.text('protocol');
  if (protocol !== '' && !PROTOCOLS.includes(protocol)) port.notSupported('protocol', PROTOCOLS);
  const appProtocol = port.optionalText('appProtocol');
  if (appProtocol !== undefined) {
    port.allInvalid('appProtocol', labelKeyErrors(appProtocol, port.validation.version));
  }
}
