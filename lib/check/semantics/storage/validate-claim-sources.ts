import { dns1123LabelErrors } from '../../../model/names/dns1123-label';
import { dns1123SubdomainErrors } from '../../../model/names/dns1123-subdomain';
import { type ObjectView } from '../object-view';

/**
 * `dataSource` and `dataSourceRef` of a claim. Before validation the server drops a reference into another namespace,
 * drops a `dataSource` that is neither a claim nor a snapshot, and fills in the one of the two that is missing from the other
 * (DropDisabledFields, EnforceDataSourceBackwardsCompatibility and NormalizeDataSources in
 * pkg/api/persistentvolumeclaim/util.go), so that it names both.
 *
 * @param isTemplate - Of a template it drops nothing, and fills nothing in.
 */
export function validateClaimSources(spec: ObjectView, isTemplate: boolean): void {
  if (isTemplate) {
    validateTemplateSources(spec);
    return;
  }
  const written = spec.object('dataSourceRef');
  // The feature gate CrossNamespaceVolumeDataSource is off.
  const reference = written?.text('namespace') === '' ? written : undefined;
  const named = spec.object('dataSource');
  const source = named !== undefined && (reference !== undefined || isKept(named)) ? named : undefined;
  const before = spec.validation.errors.length;
  for (const each of [source, reference]) if (each !== undefined) validateSource(each);
  if (source === undefined || reference === undefined) {
    repeat(spec, before);
  } else if (!isSame(source, reference)) {
    refuseSource(spec, 'must match dataSourceRef');
  }
}

function validateTemplateSources(spec: ObjectView): void {
  const source = spec.object('dataSource');
  const reference = spec.object('dataSourceRef');
  for (const each of [source, reference]) if (each !== undefined) validateSource(each);
  const namespace = reference?.text('namespace') ?? '';
  if (namespace !== '') reference?.allInvalid('namespace', dns1123LabelErrors(namespace));
  if (source === undefined || reference === undefined) return;
  if (namespace !== '') refuseSource(spec, 'may not be specified when dataSourceRef.namespace is specified');
  else if (!isSame(source, reference)) refuseSource(spec, 'must match dataSourceRef');
}

function refuseSource(spec: ObjectView, detail: string): void {
  spec.invalid([], detail, { at: 'dataSource', help: 'keep `dataSourceRef` and remove `dataSource`' });
}

/** What is wrong with the one is wrong with the other, which was filled in from it. */
function repeat(spec: ObjectView, before: number): void {
  const { errors } = spec.validation;
  for (const error of errors.slice(before)) {
    const field = error.field.replace(/dataSource(Ref)?(?=\.\w+$|$)/, (_, isReference?: string) =>
      isReference === undefined ? 'dataSourceRef' : 'dataSource',
    );
    errors.push({ ...error, field, echo: true });
  }
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
