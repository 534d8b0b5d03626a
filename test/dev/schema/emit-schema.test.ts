import { emitSchema } from '../../../lib/dev/schema/emit-schema';

describe('emitSchema', () => {
  const field = { shape: 'string', required: false, deprecated: false };

  it('writes one line a kind, an enumeration and a type, in the notation of the table', () => {
    const text = emitSchema(
      '// header',
      {
        kinds: new Map([
          ['v1 Pod', 'core.v1.Pod'],
          ['x/v1beta1 Old', 'x.v1beta1.Old'],
        ]),
        enums: new Map([['core.v1.Color', [{ value: '' }, { value: 'a b', since: '1.30' }]]]),
        types: new Map([
          [
            'core.v1.Pod',
            [
              { ...field, name: 'a', required: true, shape: '[name].Container'.replace('.', 'core.v1.') },
              { ...field, name: 'b', deprecated: true, until: '1.31' },
              { ...field, name: 'c', shape: '{}meta.v1.Time', since: '1.29', until: '1.31' },
            ],
          ],
        ]),
      },
      new Map([['x/v1beta1 Old', { deprecated: '1.29', replacement: 'x/v1 New' }]]),
    );
    expect(text).toBe(`// header

export const KIND_LINES = \`
v1 Pod core.v1.Pod
x/v1beta1 Old x.v1beta1.Old 1.29 - x/v1 New
\`;

export const ENUM_LINES = \`
core.v1.Color |a b@1.30
\`;

export const TYPE_LINES = \`
core.v1.Pod a!:[name].Container b~:string@-1.31 c:{}meta.v1.Time@1.29-1.31
\`;
`);
  });

  it('refuses what would have to be escaped', () => {
    const enums = new Map([['core.v1.Color', [{ value: '`' }]]]);
    expect(() => emitSchema('', { kinds: new Map(), enums, types: new Map() }, new Map())).toThrow(
      'ENUM_LINES needs escapes',
    );
  });
});
