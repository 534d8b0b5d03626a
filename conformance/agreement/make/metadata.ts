import { type Dice, type JsonMap } from '../dice';

/** Metadata of an object; `name` when the kind has names of its own. */
export function metadata(d: Dice, name = d.name()): JsonMap {
  return {
    ...(d.chance(0.04) ? { generateName: `${d.label()}-` } : { name }),
    ...d.opt(
      {
        labels: () => d.labels(0),
        annotations: () => annotations(d),
        finalizers: () => d.sample(['example.com/guard', 'kubernetes', 'foregroundDeletion'], 0, 2),
        ownerReferences: () => [
          {
            apiVersion: d.of(['apps/v1', 'v1', 'example.com/v1']),
            kind: d.of(['ReplicaSet', 'Owner']),
            name: d.name(),
            uid: 'd9607e19-f88f-11e6-a518-42010a800195',
            ...d.opt({ controller: () => d.yes(), blockOwnerDeletion: () => d.yes() }),
          },
        ],
      },
      0.12,
    ),
  };
}

export const annotations = (d: Dice): JsonMap =>
  Object.fromEntries(
    d
      .sample(['example.com/note', 'note', 'A.B', 'kubernetes.io/change-cause'], 0, 3)
      .map((key) => [key, d.text()]),
  );

export function labelSelector(d: Dice): JsonMap {
  return d.opt(
    {
      matchLabels: () => d.labels(),
      matchExpressions: () => d.list(1, 2, () => requirement(d)),
    },
    0.6,
  );
}

function requirement(d: Dice): JsonMap {
  const operator = d.pick('In', 'NotIn', 'Exists', 'DoesNotExist');
  return {
    key: d.key(),
    operator,
    ...((operator === 'In' || operator === 'NotIn') && { values: d.sample(['a', 'b', '', 'c.d'], 1, 3) }),
  };
}

/** A selector that matches `labels`. */
export function matchingSelector(d: Dice, labels: JsonMap): JsonMap {
  const keys = Object.keys(labels);
  if (d.chance(0.75)) return { matchLabels: { ...labels } };
  return {
    matchExpressions: keys.map((key) =>
      d.yes() ? { key, operator: 'In', values: [labels[key] ?? '', 'other'] } : { key, operator: 'Exists' },
    ),
  };
}

/** The labels of a pod template, never none. */
export const templateLabels = (d: Dice): JsonMap => ({ app: d.label(), ...d.labels(0, 2) });

/** A reference to an object of the same namespace. */
export const nameOnly = (d: Dice): JsonMap => ({ name: d.name() });
