import { type ObjectView } from '../../object-view';
import { requireText } from './require-text';

const CACHING = ['None', 'ReadOnly', 'ReadWrite'];
const KINDS = ['Dedicated', 'Managed', 'Shared'];
const MANAGED =
  '/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}';
const BLOB = 'https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd';

/** validateAzureDisk in pkg/apis/core/validation/validation.go, after the defaults of kind and caching. */
export function validateAzureDisk(disk: ObjectView): void {
  requireText(disk, 'diskName', 'diskURI');
  const caching = disk.optionalText('cachingMode') ?? 'ReadWrite';
  if (!CACHING.includes(caching)) disk.notSupported('cachingMode', CACHING);
  const kind = disk.optionalText('kind') ?? 'Shared';
  if (!KINDS.includes(kind)) disk.notSupported('kind', KINDS);
  const uri = disk.text('diskURI');
  if (kind === 'Managed' && !uri.startsWith('/subscriptions/')) {
    disk.notSupported('diskURI', [MANAGED], { value: uri });
  }
  if (kind !== 'Managed' && !uri.startsWith('https://')) {
    disk.notSupported('diskURI', [BLOB], {
      value: uri,
      ...(uri.startsWith('/subscriptions/') && { help: 'set `kind: Managed`' }),
    });
  }
}
