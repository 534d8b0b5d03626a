import { suggest } from '../../diagnostics/suggest';
import { type Manifest } from '../../model/manifest';
import { describeSource, manifestsOf } from '../manifests-of';
import { type Equals, matchPartial, type PartialMatch } from '../match-partial';

/** Most resources that a failure tells of. */
const MOST_SHOWN = 3;

interface Candidate {
  readonly object: Manifest;
  readonly match: PartialMatch;
}

/** The part of jest's matcher context that is used. */
interface Context {
  readonly equals: Equals;
  readonly isNot?: boolean;
  readonly utils: { readonly stringify: (value: unknown) => string };
}

/**
 * `expect(chart).toContainResource('Deployment', { spec: { replicas: 3 } })`: some object of the kind has all these
 * fields. A failure shows the nearest ones, and where they differ.
 */
export function toContainResource(
  this: Context,
  received: unknown,
  kind: string,
  partial: object = {},
): { readonly pass: boolean; readonly message: () => string } {
  const objects = manifestsOf(received);
  const candidates = objects
    .filter((object) => object.kind === kind)
    .map((object): Candidate => ({ object, match: matchPartial(object, partial, this.equals) }))
    .sort((a, b) => a.match.mismatches.length - b.match.mismatches.length);
  const pass = candidates[0]?.match.mismatches.length === 0;
  const source = describeSource(received);
  return {
    pass,
    message: () => {
      const wanted = `a ${kind}${Object.keys(partial).length === 0 ? '' : ` with ${this.utils.stringify(partial)}`}`;
      if (pass)
        return `expected ${source} not to contain ${wanted}, but it has ${nameOf(candidates[0]?.object)}`;
      return [
        `expected ${source} to contain ${wanted}`,
        '',
        ...explain(candidates, objects, kind, this.utils.stringify),
      ].join('\n');
    },
  };
}

function explain(
  candidates: readonly Candidate[],
  objects: readonly Manifest[],
  kind: string,
  stringify: (value: unknown) => string,
): readonly string[] {
  if (candidates.length === 0) {
    const kinds = [...new Set(objects.map((object) => object.kind))].sort();
    const near = suggest(kind, kinds);
    return [
      `it has no ${kind}; its kinds are ${kinds.join(', ') || 'none'}`,
      ...(near.length > 0 ? [`did you mean ${near.join(' or ')}?`] : []),
    ];
  }
  const shown = candidates.slice(0, MOST_SHOWN);
  const left = candidates.length - shown.length;
  return [
    ...shown.flatMap(({ object, match }) => [
      `${nameOf(object)}: ${match.mismatches.length} of ${match.compared} values differ`,
      ...match.mismatches.map(
        ({ path, expected, actual }) =>
          `  ${path}: expected ${stringify(expected)}, ${actual === undefined ? 'found nothing' : `found ${stringify(actual)}`}`,
      ),
    ]),
    ...(left > 0 ? [`and ${left} more of this kind, further off`] : []),
  ];
}

function nameOf(object: Manifest | undefined): string {
  const { kind, metadata } = object ?? {};
  const namespace = metadata?.namespace;
  return `${kind ?? ''} ${namespace === undefined ? '' : `${namespace}/`}${metadata?.name ?? ''}`;
}
