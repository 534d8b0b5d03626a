import { groupBy } from '../../../../../model/group-by';
import { type ObjectEntry } from '../../../../../model/object-entry';
import { objectsOfKinds } from '../../../../objects-of-kinds';
import { type CheckContext } from '../../../../rule-context';
import { customResources } from '../custom-resources';
import { connectionSecret } from './operators';
import { PROVIDERS } from './provider-table';
import { type Provider, type Provision } from './provision';

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
    if (this.byName.size === 0) return NONE;
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

const NONE: readonly KnownProvision[] = [];

/** For `once`. */
export function provisions({ set, once }: CheckContext): ProvisionIndex {
  const all: KnownProvision[] = [];
  const take = (by: ObjectEntry, provider: Provider): void => {
    for (const provision of provider(by)) all.push({ ...provision, by });
  };
  for (const [kind, provider] of PROVIDERS) {
    for (const entry of objectsOfKinds(set, [kind])) take(entry, provider);
  }
  for (const entry of once(customResources)) take(entry, connectionSecret);
  return new ProvisionIndex(all.sort((a, b) => a.by.position - b.by.position));
}

function key(kind: string, namespace: string | undefined, name: string): string {
  return `${kind} ${namespace ?? '*'} ${name}`;
}
