import { parseIpSloppy } from '../../../../model/ip/ip-address';
import { ipErrors } from '../../../../model/ip/ip-errors';
import { type Validation } from '../../validation';

/** What the server says of an address of a name server or an alias, worded otherwise before 1.30. */
export function addressErrors(address: string, validation: Validation): readonly string[] {
  if (validation.since('1.30')) return ipErrors(address, validation.version);
  return parseIpSloppy(address) === undefined ? ['must be valid IP address'] : [];
}
