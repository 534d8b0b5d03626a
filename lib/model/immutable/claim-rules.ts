import { objectField, textField } from '../json-object';
import { type JsonObject } from '../json-value';
import { Quantity } from '../quantity';
import { sameMeaning } from '../same-meaning';
import { valueAt } from './fixed';
import { type ImmutableRule } from './immutable-rule';

const COPY = 'make a second claim and copy the data, or delete the first with all that is on it';
const SIZE = ['spec', 'resources', 'requests', 'storage'];

/**
 * A claim: `ValidatePersistentVolumeClaimUpdate`, k8s.io/kubernetes/pkg/apis/core/validation/validation.go. Smaller
 * than before is refused below the capacity that the volume has, which is at least what was asked for.
 */
export const CLAIM_RULES: readonly ImmutableRule[] = [
  {
    fields: ['spec'],
    except: ['resources', 'volumeAttributesClassName'],
    reason: 'a claim takes only changes of its size',
    help: COPY,
    accepts: (before, after, path) => acceptsField(before, after, path[1] ?? ''),
  },
  {
    fields: SIZE,
    hangsOnAfter: true,
    reason: 'a claim cannot shrink below the capacity of its volume',
    help: `keep the size; for a smaller volume ${COPY}`,
    when: (before) => sizeOf(before) !== undefined,
    accepts: (before, after) => {
      const [was, is] = [sizeOf(before), sizeOf(after)];
      return was === undefined || (is !== undefined && is.compare(was) >= 0);
    },
  },
  {
    fields: ['spec', 'resources'],
    hangsOnAfter: true,
    reason: 'of the resources of a claim only requests.storage may change',
    help: COPY,
    accepts: (before, after) => sameMeaning(withoutSize(before), withoutSize(after)),
  },
  {
    fields: ['spec', 'volumeAttributesClassName'],
    hangsOnAfter: true,
    reason: 'a claim that has a volumeAttributesClassName cannot go back to none',
    help: 'name another VolumeAttributesClass',
    when: (before) => textField(objectField(before, 'spec'), 'volumeAttributesClassName') !== undefined,
    accepts: (_, after) => textField(objectField(after, 'spec'), 'volumeAttributesClassName') !== undefined,
  },
];

function acceptsField(before: JsonObject, after: JsonObject, field: string): boolean {
  const [was, is] = [before, after].map((object) => valueAt(object, ['spec', field]));
  switch (field) {
    case 'volumeMode':
      return sameMeaning(was ?? 'Filesystem', is ?? 'Filesystem');
    // The server fills in its default class, and the controller the volume: what is written out later may be just that.
    case 'storageClassName':
    case 'volumeName':
      return (was ?? '') === '' ? was === undefined : sameMeaning(was, is);
    // Each is copied into the other.
    case 'dataSource':
    case 'dataSourceRef':
      return sameMeaning(source(before), source(after));
    default:
      return sameMeaning(was, is);
  }
}

/** Without the namespace of a source, which only `dataSourceRef` has. */
function source(object: JsonObject): JsonObject | undefined {
  const spec = objectField(object, 'spec');
  return objectField(spec, 'dataSourceRef') ?? objectField(spec, 'dataSource');
}

function sizeOf(object: JsonObject): Quantity | undefined {
  const size = valueAt(object, SIZE);
  return typeof size === 'string' || typeof size === 'number' ? Quantity.tryParse(size) : undefined;
}

function withoutSize(object: JsonObject): JsonObject {
  const resources = objectField(objectField(object, 'spec'), 'resources') ?? {};
  const { storage: _storage, ...requests } = objectField(resources, 'requests') ?? {};
  return { ...resources, requests };
}
