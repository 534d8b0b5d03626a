import { objectField, textField } from '../../../model/json-object';
import { type ObjectEntry } from '../../../model/object-entry';
import { type PortUse, type PortUser } from './port-users';

/**
 * The uses of one port without those of workloads that others of them may be: where a namespace is left out, it may be that of
 * another of the same kind and name. So it is of a base for Kustomize, which is nowhere beside what is made of it.
 */
export function withoutBases(uses: readonly PortUse[]): readonly PortUse[] {
  const counted = new Map<string, PortUser>();
  const bases = new Set<PortUser>();
  for (const { user } of uses) {
    const at = nameOf(user.entry);
    const known = counted.get(at);
    if (known === undefined) counted.set(at, user);
    else if (known === user) continue;
    else if (isLeftOut(user.entry)) bases.add(user);
    else if (isLeftOut(known.entry)) {
      bases.add(known);
      counted.set(at, user);
    }
  }
  return bases.size === 0 ? uses : uses.filter(({ user }) => !bases.has(user));
}

function nameOf({ kind, name, object }: ObjectEntry): string {
  const prefix = name === '' ? textField(objectField(object, 'metadata'), 'generateName') : undefined;
  return JSON.stringify([kind, name, prefix ?? '']);
}

function isLeftOut({ object }: ObjectEntry): boolean {
  return textField(objectField(object, 'metadata'), 'namespace') === undefined;
}
