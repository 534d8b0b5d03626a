import { isJsonObject } from '../../model/json-object';
import { type JsonValue } from '../../model/json-value';
import { scalarTakes } from './check-scalar';
import { type Shape } from './shape';
import { isShown, showValue } from './show-value';
import { findType } from './table';

/** More names than these are no help. */
const MOST_FIELDS = 6;

/** What a shape takes, in words: `a list of maps`, `text`. */
export function describeShape(shape: Shape): string {
  switch (shape.is) {
    case 'scalar':
      return scalarTakes(shape.scalar);
    case 'enum':
      return 'text';
    case 'list':
      return `a list of ${plural(shape.items)}`;
    case 'map':
      return `a map of ${plural(shape.values)} by name`;
    case 'type':
      return `a map${fieldsOf(shape.name)}`;
    case 'schemaOr':
      return shape.other === 'list' ? 'a schema or a list of schemas' : 'a schema, `true` or `false`';
  }
}

/** How to write as a list what is its only item. */
export function listOfOne(name: string, value: JsonValue): string | undefined {
  if (!isJsonObject(value)) return isShown(value) ? `write \`${name}: [${showValue(value)}]\`` : undefined;
  const [first] = Object.keys(value);
  if (first === undefined) return `write \`${name}: []\``;
  const whole = isShown(value) ? `: \`${name}: [${showValue(value)}]\`` : '';
  return `make it the first item of a list, with \`- \` before \`${first}\`${whole}`;
}

function fieldsOf(type: string): string {
  const names = [...findType(type).fields.keys()];
  return names.length === 0 || names.length > MOST_FIELDS
    ? ''
    : ` with ${names.map((name) => `\`${name}\``).join(', ')}`;
}

function plural(shape: Shape): string {
  switch (shape.is) {
    case 'scalar':
      return (
        { 'an integer': 'integers', 'a number': 'numbers', 'a quantity': 'quantities' }[
          scalarTakes(shape.scalar)
        ] ?? 'texts'
      );
    case 'enum':
      return 'texts';
    case 'list':
      return 'lists';
    case 'map':
    case 'type':
    case 'schemaOr':
      return 'maps';
  }
}
