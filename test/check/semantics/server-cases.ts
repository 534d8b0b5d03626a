import { formatFieldError } from '../../../lib/check/semantics/field-error';
import { validateObject } from '../../../lib/check/semantics/validate-object';
import { type JsonObject, type JsonValue } from '../../../lib/model/json-value';
import { KUBERNETES_VERSIONS, type KubernetesVersion } from '../../../lib/model/kubernetes-version';

type Says = readonly string[];

/** A change to a valid object, and what kube-apiserver 1.28, 1.33 and 1.36 answer to the dry run of a create. */
export interface ServerCase {
  /** Which of the valid objects. */
  readonly of: string;
  /** New values by path (`spec.ports.0.port`); undefined removes. */
  readonly set: Readonly<Record<string, JsonValue | undefined>>;
  /** The answers; none when the object is taken. By version where they differ. */
  readonly says: Says | Readonly<Record<'1.28' | '1.33' | '1.36', Says>>;
}

/** Makes a test of every object, which all versions take, and of every change to it. */
export function describeServerCases(
  objects: Readonly<Record<string, JsonObject>>,
  cases: readonly ServerCase[],
): void {
  it.each(Object.entries(objects))('takes %s', (_, object) => {
    expect(KUBERNETES_VERSIONS.flatMap((version) => answer(object, version))).toEqual([]);
  });

  it.each(cases.map((each) => [each.of, JSON.stringify(each.set, showAbsent), each] as const))(
    'answers to %s with %s as the server',
    (of, _, { set, says }) => {
      const object = patched(objects[of] ?? {}, set);
      for (const version of ['1.28', '1.33', '1.36'] as const) {
        const wanted = 'length' in says ? says : says[version];
        expect({ version, says: answer(object, version) }).toEqual({ version, says: wanted });
      }
    },
  );
}

/** What is said of an object, in the order of the texts. */
export function answer(object: JsonObject, version: KubernetesVersion): string[] {
  return validateObject(object, version).map(formatFieldError).sort();
}

function showAbsent(_: string, value: unknown): unknown {
  return value === undefined ? 'absent' : value;
}

function patched(object: JsonObject, set: ServerCase['set']): JsonObject {
  const copy = structuredClone(object);
  for (const [path, value] of Object.entries(set)) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    let at = copy as Record<string, unknown>;
    for (const step of steps) at = (at[step] ??= {}) as Record<string, unknown>;
    if (value === undefined) Reflect.deleteProperty(at, last);
    else at[last] = value;
  }
  return copy;
}
