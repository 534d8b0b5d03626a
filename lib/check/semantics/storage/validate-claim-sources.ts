import { dns1123SubdomainErrors } from '../../../model/names/dns1123-subdomain';
import { type ObjectView } from '../object-view';

/**
 * `dataSource` and `dataSourceRef` of a claim. Before validation the server drops a `dataSource` that is neither a
 * claim nor a snapshot, drops the namespace of the reference, and fills in the one of the two that is missing from the
 * other (EnforceDataSourceBackwardsCompatibility and NormalizeDataSources in
 * pkg/api/persistentvolumeclaim/util.go), so that it names both. Here only what is written is named.
 */
export function validateClaimSources(spec: ObjectView): void {
  const reference = spec.object('dataSourceRef');
  const source = spec.object('dataSource');
  if (source !== undefined && (reference !== undefined || isKept(source))) validateSource(source);
  if (reference !== undefined) validateSource(reference);
  if (source === undefined || reference === undefined || isSame(source, reference)) return;
  spec.invalid([], 'must match dataSourceRef', {
    at: 'dataSource',
    help: 'keep `dataSourceRef` and remove `dataSource`',
  });
}

function isKept(source: ObjectView): boolean {
  const [group, kind] = [source.text('apiGroup'), source.text('kind')];
  return group === '' ? kind === 'PersistentVolumeClaim' : kind === 'VolumeSnapshot' && group === SNAPSHOTS;
}

const SNAPSHOTS = 'snapshot.storage.k8s.io';

function isSame(source: ObjectView, reference: ObjectView): boolean {
  return ['apiGroup', 'kind', 'name'].every((field) => source.text(field) === reference.text(field));
}

/** validateDataSource and validateDataSourceRef in pkg/apis/core/validation/validation.go. */
function validateSource(source: ObjectView): void {
  for (const field of ['name', 'kind']) if (source.text(field) === '') source.required(field);
  const group = source.text('apiGroup');
  const kind = source.text('kind');
  if (group === '' && kind !== 'PersistentVolumeClaim') {
    source.invalid([], "must be 'PersistentVolumeClaim' when referencing the default apiGroup", {
      value: kind,
      help: 'set `apiGroup`, such as `snapshot.storage.k8s.io` for a VolumeSnapshot',
    });
  }
  if (group !== '' && source.validation.since('1.29')) {
    source.allInvalid('apiGroup', dns1123SubdomainErrors(group));
  }
}
