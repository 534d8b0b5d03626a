import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..');

interface Package {
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly main: string;
  readonly types: string;
  readonly typesVersions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

describe('the public face', () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Package;

  test('has these entry points', () => {
    expect(manifest.exports).toMatchSnapshot();
  });

  test('names for old resolvers what it names for new ones', () => {
    expect(manifest.exports['.']).toEqual({ types: manifest.types, default: manifest.main });
    // As in the tsconfig.json of `cdk8s init`, whose `moduleResolution` looks at no `exports`.
    const others = Object.entries(manifest.exports).flatMap(([entry, target]) =>
      typeof target === 'object' && entry !== '.' ? [[entry.replace('./', ''), [target.types]] as const] : [],
    );
    expect(manifest.typesVersions).toEqual({ '*': Object.fromEntries(others) });
  });

  test('exports these values from every entry point', () => {
    const values = Object.entries(manifest.exports)
      .filter(([, target]) => typeof target === 'object')
      .map(([entry, target]) => {
        const source = (target as { default: string }).default.replace('./build/', '').replace(/\.js$/, '');
        return [entry, Object.keys(jest.requireActual<object>(join(ROOT, 'lib', source))).sort()];
      });
    expect(Object.fromEntries(values)).toMatchSnapshot();
  });
});
