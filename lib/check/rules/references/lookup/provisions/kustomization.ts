import { listField, textField } from '../../../../../model/json-object';
import { type JsonObject } from '../../../../../model/json-value';
import { type ObjectEntry } from '../../../../../model/object-entry';
import { objectsIn } from '../object-at';
import { type Provision } from './provision';

/**
 * What the generators of a kustomization.yaml make. Its manifests refer to that by the plain name; kustomize adds the
 * hash in both places, and puts it all into whatever namespace.
 */
export function kustomization({ object }: ObjectEntry): readonly Provision[] {
  return [...generated(object, 'ConfigMap'), ...generated(object, 'Secret')];
}

function generated(object: JsonObject, kind: 'ConfigMap' | 'Secret'): readonly Provision[] {
  return objectsIn(object, kind === 'Secret' ? 'secretGenerator' : 'configMapGenerator').flatMap((each) => {
    const name = textField(each, 'name');
    // One that merges has the keys of a base beside its own.
    if (name === undefined) return [];
    const isWhole = each.envs === undefined && each.env === undefined && each.behavior === undefined;
    const keys = [...texts(each, 'literals').map(keyOfLiteral), ...texts(each, 'files').map(keyOfFile)];
    const type = kind === 'Secret' ? (textField(each, 'type') ?? 'Opaque') : undefined;
    return [
      {
        kind,
        namespace: undefined,
        name,
        ...(isWhole && { keys }),
        ...(type !== undefined && { type }),
      },
    ];
  });
}

function texts(object: JsonObject, field: string): readonly string[] {
  return listField(object, field).filter((item) => typeof item === 'string');
}

function keyOfLiteral(literal: string): string {
  return literal.slice(0, Math.max(literal.indexOf('='), 0));
}

/** `key=path`, or a path whose last part is the key. */
function keyOfFile(file: string): string {
  const equals = file.indexOf('=');
  return equals > 0 ? file.slice(0, equals) : file.slice(file.lastIndexOf('/') + 1);
}
