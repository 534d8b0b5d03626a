import { byteLength } from '../../../../model/names/messages';
import { type ObjectView } from '../../object-view';
import { isHostPort } from './is-host-port';
import { requireText } from './require-text';

const REGISTRY = 'must be a host:port pair or multiple pairs separated by commas';

/** What servers on the network provide; each from the function of its name in pkg/apis/core/validation/validation.go. */
export const NETWORK_SOURCES: Readonly<Record<string, (source: ObjectView) => void>> = {
  nfs(source) {
    requireText(source, 'server', 'path');
    if (!source.text('path').startsWith('/')) {
      source.invalid('path', 'must be an absolute path', { value: source.text('path') });
    }
  },
  glusterfs(source) {
    requireText(source, 'endpoints', 'path');
  },
  flocker(source) {
    const name = source.text('datasetName');
    const uuid = source.text('datasetUUID');
    if (name === '' && uuid === '') source.required([], 'one of datasetName and datasetUUID is required');
    if (name !== '' && uuid !== '') {
      source.invalid([], 'datasetName and datasetUUID can not be specified simultaneously', {
        value: 'resource',
      });
    }
    if (name.includes('/')) source.invalid('datasetName', "must not contain '/'");
  },
  rbd(source) {
    if (source.list('monitors').length === 0) source.required('monitors');
    requireText(source, 'image');
  },
  cephfs(source) {
    if (source.list('monitors').length === 0) source.required('monitors');
  },
  quobyte(source) {
    const registry = source.text('registry');
    if (registry === '') source.required('registry', REGISTRY);
    else if (byteLength(source.text('tenant')) >= 65) {
      source.required('tenant', 'must be a UUID and may not exceed a length of 64 characters');
    } else if (!registry.split(',').every(isHostPort)) source.invalid('registry', REGISTRY);
    requireText(source, 'volume');
  },
  fc(source) {
    const wwns = source.list('targetWWNs').length > 0;
    const wwids = source.list('wwids').length > 0;
    if (!wwns && !wwids) {
      source.required('targetWWNs', 'must specify either targetWWNs or wwids, but not both');
    }
    if (wwns && wwids) {
      source.invalid('targetWWNs', 'targetWWNs and wwids can not be specified simultaneously');
    }
    const lun = source.optionalNumber('lun');
    if (wwns && lun === undefined) source.required('lun', 'lun is required if targetWWNs is specified');
    if (wwns && lun !== undefined && (lun < 0 || lun > 255)) {
      source.invalid('lun', 'must be between 0 and 255, inclusive');
    }
  },
};
