import { isJsonList, isJsonObject } from '../../model/json-object';
import { type JsonValue } from '../../model/json-value';
import { type KubernetesVersion } from '../../model/kubernetes-version';
import { readAmount } from '../read-amount';
import { isStdBase64 } from './base64';
import { type Scalar, type Shape } from './shape';
import { enumValues, isIn } from './table';

/** Whether there is nothing to say of a value. */
export type SoundTest = (value: JsonValue) => boolean;

/**
 * A quick test for values of a shape that are as they should be, which nearly all are: what passes need not be walked
 * through. What does not pass may be sound all the same. None for shapes that the walk has to go into.
 */
export function soundTest(shape: Shape, version: KubernetesVersion): SoundTest | undefined {
  switch (shape.is) {
    case 'scalar':
      return SCALARS[shape.scalar];
    case 'enum': {
      const listed = enumValues(shape.name).filter((each) => isIn(each, version));
      const values = new Set<JsonValue>(listed.map(({ value }) => value));
      return (value) => values.has(value);
    }
    case 'list': {
      const items = soundTest(shape.items, version);
      return items && ((value) => isJsonList(value) && value.every(items));
    }
    case 'map': {
      const values = soundTest(shape.values, version);
      return values && ((value) => isJsonObject(value) && areAll(value, values));
    }
    case 'type':
    case 'schemaOr':
      return undefined;
  }
}

const isText: SoundTest = (value) => typeof value === 'string';
/** Of every integer type. */
const isSmallInteger: SoundTest = (value) => typeof value === 'number' && (value | 0) === value;

const SCALARS: Readonly<Partial<Record<Scalar, SoundTest>>> = {
  string: isText,
  int32: isSmallInteger,
  int64: isSmallInteger,
  double: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  intOrString: (value) => isText(value) || isSmallInteger(value),
  quantity: (value) => readAmount(value) !== undefined,
  bytes: (value) => typeof value === 'string' && isStdBase64(value),
  json: () => true,
};

function areAll(map: Readonly<Record<string, JsonValue>>, test: SoundTest): boolean {
  for (const key in map) {
    if (!test(map[key] ?? null)) return false;
  }
  return true;
}
