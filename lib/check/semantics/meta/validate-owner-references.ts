import { type ApiVersion, parseApiVersion } from '../../../model/api-version';
import { type ObjectView } from '../object-view';

/** FromAPIVersionAndKind in k8s.io/apimachinery/pkg/runtime/schema: what has two slashes is no version at all. */
function groupVersion(apiVersion: string): ApiVersion {
  return apiVersion.split('/').length > 2 ? { group: '', version: '' } : parseApiVersion(apiVersion);
}

const FIELDS = ['apiVersion', 'kind', 'name', 'uid', 'controller', 'blockOwnerDeletion'];

/** ValidateOwnerReferences in k8s.io/apimachinery/pkg/api/validation/objectmeta.go. */
export function validateOwnerReferences(metadata: ObjectView): void {
  const references = metadata.objects('ownerReferences');
  if (references.length === 0) return;
  let controller: string | undefined;
  // Upstream leaves the index out.
  const named = [...metadata.named, 'ownerReferences'];
  const seen = new Set<string>();
  for (const owner of references.map((each) => each.namedAs(named))) {
    // Of references that are the same the server keeps one (dedupOwnerReferences in k8s.io/apiserver/pkg/endpoints/handlers).
    const key = JSON.stringify(FIELDS.map((field) => owner.raw(field) ?? null));
    if (seen.has(key)) continue;
    seen.add(key);
    const { group, version } = groupVersion(owner.text('apiVersion'));
    if (version === '') owner.invalid('apiVersion', 'version must not be empty');
    for (const field of ['kind', 'name', 'uid'] as const) {
      if (owner.text(field) === '') owner.invalid(field, 'must not be empty', { value: '' });
    }
    if (group === '' && version === 'v1' && owner.text('kind') === 'Event') {
      metadata.invalid('ownerReferences', '/v1, Kind=Event is disallowed from being an owner');
    }
    if (!owner.flag('controller')) continue;
    const name = `${owner.text('kind')}/${owner.text('name')}`;
    if (controller === undefined) controller = name;
    else {
      metadata.invalid(
        'ownerReferences',
        `Only one reference can have Controller set to true. Found "true" in references for ${controller} and ${name}`,
      );
    }
  }
}
