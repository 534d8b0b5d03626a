import { groupBy } from '../../../../../model/group-by';
import { isKindNamespaced } from '../../../../../model/kinds';
import { type ObjectEntry } from '../../../../../model/object-entry';
import { type CheckContext } from '../../../../rule-context';
import { connectionSecret } from './operators';
import { PROVIDERS } from './provider-table';
import { type Provision } from './provision';

/** A provision, and the object that asks for it. */
export interface KnownProvision extends Provision {
  readonly by: ObjectEntry;
}

/** What the custom resources of a set have made for them. */
export class ProvisionIndex {
  private readonly byName: ReadonlyMap<string, readonly KnownProvision[]>;

  constructor(private readonly provisions: readonly KnownProvision[]) {
    this.byName = groupBy(provisions, ({ kind, namespace, name }) => key(kind, namespace, name));
  }

  /** What is made under that name there; more than one where several say so. */
  of(kind: string, namespace: string, name: string): readonly KnownProvision[] {
    if (this.byName.size === 0) return [];
    return [
      ...(this.byName.get(key(kind, namespace, name)) ?? []),
      ...(this.byName.get(key(kind, undefined, name)) ?? []),
    ];
  }

  /** All of a kind. */
  ofKind(kind: string): readonly KnownProvision[] {
    return this.provisions.filter((each) => each.kind === kind);
  }
}

/** For `once`. */
export function provisions({ set }: CheckContext): ProvisionIndex {
  const all = set.entries.flatMap((entry) => {
    const { group, kind } = entry;
    const provider = PROVIDERS.get(group === '' ? kind : `${group}/${kind}`);
    const own = provider?.(entry) ?? [];
    const made = isKindNamespaced(group, kind) === undefined ? [...own, ...connectionSecret(entry)] : own;
    return made.map((each) => ({ ...each, by: entry }));
  });
  return new ProvisionIndex(all);
}

function key(kind: string, namespace: string | undefined, name: string): string {
  return `${kind} ${namespace ?? '*'} ${name}`;
}
