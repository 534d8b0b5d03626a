import fc from 'fast-check';

import { editDistance } from '../../lib/diagnostics/edit-distance';
import { suggest } from '../../lib/diagnostics/suggest';

it.each([
  ['namespace', ['nodes', 'persistentvolumes', 'namespaces'], ['namespaces']],
  ['networkpolicy', ['networkpolicies', 'pods'], ['networkpolicies']],
  ['ingress', ['ingresses', 'ingressclasses'], ['ingresses', 'ingressclasses']],
  ['contianers', ['initContainers', 'containers'], ['containers']],
  ['container', ['initContainers', 'containers'], ['containers', 'initContainers']],
  ['Replicas', ['replicas', 'Replica'], ['replicas', 'Replica']],
  ['readiness-probe', ['readinessProbe', 'livenessProbe'], ['readinessProbe']],
  ['port_http', ['http-port', 'grpc-port'], ['http-port']],
  ['app=cart', ['app=carts', 'app=card', 'tier=web'], ['app=carts', 'app=card']],
  ['storage', ['ephemeral-storage', 'cpu', 'memory'], ['ephemeral-storage']],
  ['hpa', ['cpu', 'pods'], []],
  ['hf-secret', ['sio-secret', 'hf-secrte', 'hg-secret'], ['hf-secrte', 'hg-secret']],
  ['istio-system', ['calico-system', 'istoi-system'], ['istoi-system']],
  ['web-1', ['web-2'], ['web-2']],
  ['ab', ['cd', 'xy'], []],
  ['web', [], []],
  ['', ['', 'a'], ['']],
])('for %j among %j it suggests %j', (word, candidates, expected) => {
  expect(suggest(word, candidates)).toEqual(expected);
});

it('suggests four at most, without repeating itself', () => {
  expect(suggest('pod', ['pods', 'pods', 'podx', 'pody', 'podz', 'pod1', 'pod2'])).toHaveLength(4);
  expect(suggest('pod', ['pods', 'podx', 'pody'], 1)).toEqual(['pods']);
});

it('does not depend on the order of the candidates', () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'A', '-', 's'), maxLength: 6 }));
  const shuffled = words.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', 'A', '-', 's'), maxLength: 6 }),
      shuffled,
      (word, [all, other]) => {
        expect(suggest(word, other)).toEqual(suggest(word, all));
      },
    ),
  );
});

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
    ['', 'abc', 3],
  ])('from %j to %j is %i', (from, to, edits) => {
    expect(editDistance(from, to)).toBe(edits);
  });

  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });

  it('is the same both ways, and zero only for equal texts', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });

  it('counts shared beginnings and ends as nothing', () => {
    fc.assert(
      fc.property(text, text, text, text, (a, b, start, end) => {
        expect(editDistance(start + a + end, start + b + end)).toBe(editDistance(a, b));
        // The signs between keep the texts from being trimmed as one.
        expect(editDistance(`<${a}>`, `[${b}]`)).toBe(editDistance(a, b) + 2);
      }),
    );
  });

  it('is the same below the limit, and one more than the limit past it', () => {
    fc.assert(
      fc.property(text, text, fc.nat(9), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(editDistance(a, b), limit + 1));
      }),
    );
  });
});
