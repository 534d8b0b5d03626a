import { App, Chart, Names } from 'cdk8s';
import { Construct } from 'constructs';
import fc from 'fast-check';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';

import { QuickNames } from '../../../lib/cli/program/quick-names';

interface AddressModule {
  addressOf: (components: readonly string[]) => string;
}

const id = fc.oneof(
  fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/),
  fc.stringMatching(/^[A-Za-z0-9_.-]{1,6}$/),
  fc.string({ minLength: 1, maxLength: 5 }),
  fc.constantFrom(
    'web',
    'Resource',
    'Default',
    'resource',
    'default',
    'web-default',
    'x'.repeat(40),
    'Iİ',
    '_a',
  ),
);
const paths = fc.array(id, { minLength: 1, maxLength: 5 });

function constructAt(root: Construct, ids: readonly string[]): Construct {
  return ids.reduce((scope, each) => new Construct(scope, each), root);
}

/** What is replaced, with the stock functions behind it. */
function quickened(): { names: Pick<typeof Names, 'toDnsLabel' | 'toLabelValue'>; quick: QuickNames } {
  const names = {
    toDnsLabel: Names.toDnsLabel.bind(Names),
    toLabelValue: Names.toLabelValue.bind(Names),
  };
  const quick = new QuickNames();
  quick.moduleLoaded(['', 'cdk8s', 'lib', 'names.js'].join(sep), { Names: names });
  return { names, quick };
}

function outcome(run: () => string): string {
  try {
    return run();
  } catch (error) {
    return String(error);
  }
}

test('names are those of cdk8s, also when they are asked for again', () => {
  const { names } = quickened();
  fc.assert(
    fc.property(
      paths,
      fc.constantFrom(undefined, {}, { includeHash: true }, { includeHash: false }, { maxLen: 20 }),
      (ids, options) => {
        const construct = constructAt(new App(), ids);
        for (const method of ['toDnsLabel', 'toLabelValue'] as const) {
          const stock = outcome(() => Names[method](construct, options));
          expect(outcome(() => names[method](construct, options))).toBe(stock);
          expect(outcome(() => names[method](construct, options))).toBe(stock);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test('a root with an id is no other path', () => {
  const { names } = quickened();
  const inApp = constructAt(new App(), ['web', 'pod']);
  const detached = new Construct(new Construct(undefined as never, 'web'), 'pod');
  for (const construct of [inApp, detached, inApp]) {
    expect(names.toDnsLabel(construct)).toBe(Names.toDnsLabel(construct));
  }
});

test('the variable that decides the digest is heeded, as it is when a run begins', () => {
  const { names, quick } = quickened();
  const chart = new Chart(new App(), 'web');
  const service = new Construct(chart, 'service');
  const modern = names.toDnsLabel(service);
  process.env.CDK8S_LEGACY_HASH = '1';
  try {
    quick.reset();
    expect(names.toDnsLabel(service)).toBe(Names.toDnsLabel(service));
    expect(names.toDnsLabel(service)).not.toBe(modern);
  } finally {
    delete process.env.CDK8S_LEGACY_HASH;
  }
});

describe('addresses', () => {
  const require = createRequire(__filename);
  const stock = require(
    join(require.resolve('constructs'), '..', 'private', 'node-addr.js'),
  ) as AddressModule;
  const file = ['', 'constructs', 'lib', 'private', 'node-addr.js'].join(sep);

  test('are those of constructs', () => {
    const module = { addressOf: stock.addressOf };
    new QuickNames().moduleLoaded(file, module);
    expect(module.addressOf).not.toBe(stock.addressOf);
    fc.assert(
      fc.property(fc.array(id), (ids) => expect(module.addressOf(ids)).toBe(stock.addressOf(ids))),
      { numRuns: 500 },
    );
    expect(module.addressOf(['', 'web'])).toBe(new Construct(new App(), 'web').node.addr);
  });

  test('of a version that digests otherwise stay as they are', () => {
    const other = (ids: readonly string[]): string => `c9${stock.addressOf(ids).slice(2)}`;
    const module = { addressOf: other };
    new QuickNames().moduleLoaded(file, module);
    expect(module.addressOf).toBe(other);
  });
});
