import { groupBy } from '../../../model/group-by';
import { differingFields } from '../../../model/differing-fields';
import { findImmutableField } from '../../../model/immutable-fields';
import { objectField, textField } from '../../../model/json-object';
import { jsonPointer } from '../../../model/json-pointer';
import { type JsonObject } from '../../../model/json-value';
import { type ObjectEntry, originOf } from '../../../model/object-entry';
import { defineRule } from '../../define-rule';
import { fieldName } from '../../field-name';
import { isHook } from '../../is-hook';
import { objectTitle } from '../../object-names';
import { type RuleContext } from '../../rule-context';

export default defineRule({
  code: 'K331',
  name: 'duplicate-object',
  group: 'references',
  severity: 'error',
  kinds: ['*'],
  summary: 'Two objects that are one to the API server',
  explanation: `An object is told from others by its API group, kind, namespace and name; the version and the file do not count, and an
object without a namespace is in the default one. Of two that are the same in this, \`kubectl apply\` applies first the one and then the
other: what stays is the later one, or, where a field may not change, the earlier one and an error.

Two that are equal in every field do no harm, and are only told of. A file that has four objects in common with others, or more, is told of once. Hooks of Helm and Argo CD are not looked at: they come one after the other
by intention.`,
  bad: manifests('web'),
  good: manifests('web-2'),
  checkSet(context) {
    const pairs = context.set
      .duplicates()
      .filter((same) => !same.some(isHook))
      .flatMap((same) => same.slice(1).map((entry, index) => pairOf(same[index] ?? entry, entry)));
    for (const [file, some] of groupBy(pairs, laterFile)) {
      if (file === undefined || some.length < MANY) for (const pair of some) reportPair(pair, [], context);
      else {
        const first = some.find(({ ways }) => ways.length > 0) ?? some[0];
        if (first !== undefined)
          reportPair(
            first,
            some.filter((pair) => pair !== first),
            context,
          );
      }
    }
  },
});

interface Pair {
  readonly former: ObjectEntry;
  readonly entry: ObjectEntry;
  /** The fields in which they differ. */
  readonly ways: readonly (readonly string[])[];
}

function pairOf(former: ObjectEntry, entry: ObjectEntry): Pair {
  // A namespace that is written is no other than the same one left out, nor is a version of the same kind.
  const ways = differingFields(former.object, entry.object).filter(
    ([first, second]) => first !== 'apiVersion' && !(first === 'metadata' && second === 'namespace'),
  );
  return { former, entry, ways };
}

/** A file that has so many objects in common with others is told of once: it is another way to install the same thing. */
const MANY = 4;

/** The file of the later one, if both were read from files, and not from the same. */
function laterFile({ former, entry }: Pair): string | undefined {
  if (former.path !== undefined || entry.path !== undefined) return undefined;
  const [one, other] = [originOf(former)?.file, originOf(entry)?.file];
  return one === undefined || other === undefined || one === other ? undefined : other;
}

/** More are no help to whoever has to choose between two. */
const MOST = 4;

/** @param alike Further pairs of the same file. */
function reportPair(
  { former, entry, ways }: Pair,
  alike: readonly Pair[],
  { report, target }: RuleContext,
): void {
  const refused = ways.find(
    (way) => findImmutableField(former.object, way, { after: entry.object, target }) !== undefined,
  );
  const [one, other] = [former, entry].map(({ object }) => namespaceOf(object));
  report({
    object: entry,
    path: '/metadata/name',
    ...(ways.length === 0 && { severity: 'info' }),
    title:
      ways.length === 0
        ? `${objectTitle(entry)} is there twice`
        : `${objectTitle(entry)} is there twice, and the two differ`,
    label: 'the same kind, namespace and name',
    others: [{ entry: former, path: '/metadata/name', label: 'the earlier one' }],
    notes: [
      ...(ways.length === 0 ? ['both are equal: one is superfluous'] : [`they differ in ${inWords(ways)}`]),
      ...(ways.length === 0
        ? []
        : refused === undefined
          ? ['an apply overwrites the earlier one by this one']
          : [
              `an apply refuses this one, as \`${shown(refused)}\` may not change, and the earlier one stays`,
            ]),
      ...(alike.length === 0 ? [] : [moreInWords(alike)]),
      ...(one === other ? [] : [`without a namespace an object is in \`${entry.namespace}\``]),
    ],
    help: [
      ...(alike.length === 0
        ? []
        : ['if the files are alternatives, or one is made of the others: check each for itself']),
      ways.length === 0
        ? 'remove one of them'
        : 'give one of them another name or namespace, or remove the one that is not meant',
    ],
  });
}

function moreInWords(alike: readonly Pair[]): string {
  const differing = alike.filter(({ ways }) => ways.length > 0).length;
  const objects = `${alike.length} more object${alike.length === 1 ? '' : 's'}`;
  return `${objects} of this file ${alike.length === 1 ? 'is' : 'are'} in others too, ${differing === 0 ? 'all equal' : `${differing} of them different`}`;
}

function namespaceOf(object: JsonObject): string | undefined {
  return textField(objectField(object, 'metadata'), 'namespace');
}

function shown(way: readonly string[]): string {
  return fieldName(jsonPointer('', ...way));
}

function inWords(ways: readonly (readonly string[])[]): string {
  const some = ways.slice(0, MOST).map((way) => `\`${shown(way)}\``);
  const rest = ways.length - some.length;
  return rest > 0 ? `${some.join(', ')} and ${rest} more` : some.join(', ');
}

function manifests(second: string): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  namespace: shop
data:
  colour: red
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${second}
  namespace: shop
data:
  colour: blue
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      envFrom:
        - configMapRef: { name: web }
        - configMapRef: { name: ${second} }
`;
}
