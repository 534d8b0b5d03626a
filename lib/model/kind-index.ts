import { groupBy } from './group-by';
import { type ObjectEntry } from './object-entry';

const NONE: readonly ObjectEntry[] = Object.freeze([]);

/** The objects of one kind, with indexes that are built when they are first asked for. */
class KindEntries {
  readonly all: ObjectEntry[] = [];
  private namespaceIndex: ReadonlyMap<string, readonly ObjectEntry[]> | undefined;
  private readonly nameIndexes = new Map<string, ReadonlyMap<string, readonly ObjectEntry[]>>();

  inNamespace(namespace: string): readonly ObjectEntry[] {
    this.namespaceIndex ??= groupBy(this.all, (entry) => entry.namespace);
    return this.namespaceIndex.get(namespace) ?? NONE;
  }

  /** Those that have an identity; of a name that is not there, none. */
  named(namespace: string, name: string): readonly ObjectEntry[] {
    return this.byName(namespace).get(name) ?? NONE;
  }

  /** The groups of two and more that have one identity. */
  duplicates(): readonly (readonly ObjectEntry[])[] {
    const namespaces = new Set(this.all.map(({ namespace }) => namespace));
    return [...namespaces].flatMap((namespace) =>
      [...this.byName(namespace).values()].filter((entries) => entries.length > 1),
    );
  }

  private byName(namespace: string): ReadonlyMap<string, readonly ObjectEntry[]> {
    let index = this.nameIndexes.get(namespace);
    if (index === undefined) {
      const complete = this.inNamespace(namespace).filter(({ manifest }) => manifest !== undefined);
      this.nameIndexes.set(namespace, (index = groupBy(complete, ({ name }) => name)));
    }
    return index;
  }
}

/** The objects of a set by group, kind, namespace and name: one map in the other, so that nobody puts keys together. */
export class KindIndex {
  private readonly groups = new Map<string, Map<string, KindEntries>>();
  private readonly kinds: KindEntries[] = [];

  constructor(entries: readonly ObjectEntry[]) {
    for (const entry of entries) this.kindOf(entry).all.push(entry);
    for (const { all } of this.kinds) Object.freeze(all);
  }

  /** In order. */
  ofKind(group: string, kind: string): readonly ObjectEntry[] {
    return this.find(group, kind)?.all ?? NONE;
  }

  ofKindInNamespace(group: string, kind: string, namespace: string): readonly ObjectEntry[] {
    return this.find(group, kind)?.inNamespace(namespace) ?? NONE;
  }

  named(group: string, kind: string, namespace: string, name: string): readonly ObjectEntry[] {
    return this.find(group, kind)?.named(namespace, name) ?? NONE;
  }

  /** The groups of two and more objects that have one identity, in the order of their first. */
  duplicates(): readonly (readonly ObjectEntry[])[] {
    const groups = this.kinds.flatMap((kind) => kind.duplicates());
    const first = ([entry]: readonly ObjectEntry[]): number => entry?.position ?? 0;
    return groups.sort((a, b) => first(a) - first(b));
  }

  private find(group: string, kind: string): KindEntries | undefined {
    return this.groups.get(group)?.get(kind);
  }

  private kindOf({ group, kind }: ObjectEntry): KindEntries {
    let kinds = this.groups.get(group);
    if (kinds === undefined) this.groups.set(group, (kinds = new Map<string, KindEntries>()));
    let entries = kinds.get(kind);
    if (entries === undefined) {
      kinds.set(kind, (entries = new KindEntries()));
      this.kinds.push(entries);
    }
    return entries;
  }
}
