import { groupOf } from '../../model/api-version';
import { findImmutableField } from '../../model/immutable-fields';
import { type Manifest } from '../../model/manifest';
import { podTemplate } from '../../model/pod-template';
import { diffFields } from './diff-fields';
import { findRenames } from './find-renames';
import { type MarkedFieldChange, type ObjectChange } from './object-change';

/** Kinds whose controller replaces pods that are not of the present template. */
const ROLLING_KINDS: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

/**
 * What differs between two sets of objects, by object: group, kind, namespace and name tell them apart, so that a
 * file that was moved, and a version that was raised, show no noise. In the order of `after`; what is gone
 * comes last.
 */
export function diffObjects(
  before: readonly Manifest[],
  after: readonly Manifest[],
): readonly ObjectChange[] {
  const old = new Map(before.map((object) => [identityOf(object), object]));
  const next = new Map(after.map((object) => [identityOf(object), object]));
  const removed = [...old].filter(([identity]) => !next.has(identity)).map(([, object]) => object);
  const added = [...next].filter(([identity]) => !old.has(identity)).map(([, object]) => object);
  const renames = findRenames(removed, added);
  const renamed = new Set(renames.values());
  const changes: ObjectChange[] = [];
  for (const [identity, object] of next) {
    const same = old.get(identity);
    const source = same ?? renames.get(object);
    if (source === undefined) {
      changes.push({ change: 'added', after: object });
      continue;
    }
    const fields = diffFields(source, object);
    if (fields.length === 0) continue;
    changes.push({
      change: same === undefined ? 'renamed' : 'changed',
      before: source,
      after: object,
      // What is made under a new name is not changed, so nothing of it is refused.
      fields: same === undefined ? fields : fields.map((field) => mark(source, object, field)),
      restartsPods: same !== undefined && restartsPods(object, fields),
    });
  }
  for (const object of removed) {
    if (!renamed.has(object)) changes.push({ change: 'removed', before: object });
  }
  return changes;
}

/** By which kubectl knows an object; the version of its API is no part of it. */
export function identityOf({ apiVersion, kind, metadata }: Manifest): string {
  return [groupOf(apiVersion), kind, metadata.namespace ?? '', metadata.name].join('\n');
}

function mark(before: Manifest, after: Manifest, field: MarkedFieldChange): MarkedFieldChange {
  const refused = findImmutableField(before, field.tokens, { after });
  return refused === undefined ? field : { ...field, refused };
}

function restartsPods(object: Manifest, fields: readonly MarkedFieldChange[]): boolean {
  const template = podTemplate(object);
  if (template === undefined || !ROLLING_KINDS.has(object.kind)) return false;
  const way = template.pointer.slice(1).split('/');
  return fields.some(({ tokens }) => way.every((token, index) => tokens[index] === token));
}
