import { formatSelector } from '../../model/selector/format-selector';
import { matchesSelector, requirementHolds } from '../../model/selector/matches-selector';
import { type StorageClaim } from './storage-claim';
import { type StorageVolume } from './storage-volume';

/** One thing in which a volume is not what a claim asks for. */
export interface Difference {
  readonly what: 'class' | 'size' | 'accessModes' | 'volumeMode' | 'selector' | 'attributesClass';
  /** Field of the volume, a JSON pointer. */
  readonly path: string;
  /** What the volume has: "class is `slow`". */
  readonly volume: string;
  /** What the claim asks for: "class is `fast`". */
  readonly claim: string;
  /** How to make the claim fit. */
  readonly help: string;
}

/**
 * In what a volume differs from what a claim asks for, in the order of the controller.
 *
 * Upstream: `FindMatchingVolume`, k8s.io/component-helpers/storage/volume/pv_helpers.go.
 */
export function differences(
  claim: StorageClaim,
  className: string,
  volume: StorageVolume,
): readonly Difference[] {
  const found: Difference[] = [];
  if (volume.storageClass !== className) {
    found.push({
      what: 'class',
      path: '/spec/storageClassName',
      volume: classInWords(volume.storageClass),
      claim: classInWords(className),
      help: `write storageClassName: ${volume.storageClass === '' ? "''" : volume.storageClass} in the claim`,
    });
  }
  if (volume.capacity.compare(claim.request) < 0) {
    found.push({
      what: 'size',
      path: '/spec/capacity/storage',
      volume: `capacity is ${volume.capacity.toString()}`,
      claim: `request is ${claim.request.toString()}`,
      help: `lower the request to ${volume.capacity.toString()}, or raise the volume's capacity to ${claim.request.toString()} if it has so much`,
    });
  }
  const lacking = claim.accessModes.filter((mode) => !volume.accessModes.includes(mode));
  if (lacking.length > 0) {
    found.push({
      what: 'accessModes',
      path: '/spec/accessModes',
      volume: `accessModes are ${list(volume.accessModes)}`,
      claim: `accessModes are ${list(claim.accessModes)}`,
      help: `write accessModes: ${list(volume.accessModes)} in the claim, or give the volume ${lacking.join(' and ')} if its storage can do that`,
    });
  }
  if (volume.volumeMode !== claim.volumeMode) {
    found.push({
      what: 'volumeMode',
      path: '/spec/volumeMode',
      volume: `volumeMode is ${volume.volumeMode}`,
      claim: `volumeMode is ${claim.volumeMode}`,
      help: `write volumeMode: ${volume.volumeMode} in the claim`,
    });
  }
  const { selector } = claim;
  if (selector !== undefined && !matchesSelector(selector, volume.entry.labels)) {
    found.push(selectorDifference(claim, volume));
  }
  if (volume.attributesClass !== claim.attributesClass) {
    found.push({
      what: 'attributesClass',
      path: '/spec/volumeAttributesClassName',
      volume: attributesInWords(volume.attributesClass),
      claim: attributesInWords(claim.attributesClass),
      help: 'give both the same volumeAttributesClassName',
    });
  }
  return found;
}

function selectorDifference({ selector }: StorageClaim, { entry }: StorageVolume): Difference {
  const requirements = selector === undefined || selector === 'nothing' ? [] : selector.requirements;
  const unmet = requirements.filter(
    (each) =>
      !requirementHolds(each, Object.hasOwn(entry.labels, each.key) ? entry.labels[each.key] : undefined),
  );
  const had = unmet.map(({ key }) =>
    Object.hasOwn(entry.labels, key)
      ? `label is \`${key}=${entry.labels[key] ?? ''}\``
      : `no label \`${key}\``,
  );
  const wanted = formatSelector({ requirements: unmet });
  const [first] = unmet;
  const actual = first === undefined ? undefined : entry.labels[first.key];
  const change =
    unmet.length === 1 && first !== undefined && actual !== undefined
      ? `change the claim's selector to \`${first.key}=${actual}\``
      : 'change the selector of the claim';
  return {
    what: 'selector',
    path: Object.keys(entry.labels).length === 0 ? '/metadata' : '/metadata/labels',
    volume: had.join(', '),
    claim: `selector is \`${formatSelector({ requirements })}\``,
    help: `${change}, or label the volume \`${wanted}\``,
  };
}

function classInWords(name: string): string {
  return name === '' ? 'no class' : `class is \`${name}\``;
}

function attributesInWords(name: string): string {
  return name === '' ? 'no volumeAttributesClassName' : `volumeAttributesClassName is \`${name}\``;
}

function list(values: readonly string[]): string {
  return `[${values.join(', ')}]`;
}
