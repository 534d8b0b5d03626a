import { groupBy } from '../../model/group-by';
import { type ExistingObject } from '../../model/existing-object';
import { type JsonObject } from '../../model/json-value';
import { type ObjectEntry } from '../../model/object-entry';
import { type ClusterPolicy, clusterPolicy } from '../pod-security/cluster-pod-security';
import { type External, type ExternalObjects, type ExternalResource } from './external';
import { readExternalNodes } from './read-external-nodes';

/** Answers whether something is declared to exist outside of the set. */
export class ExternalIndex {
  private readonly objects: ReadonlyMap<string, readonly Declaration[]>;
  private readonly resources: ReadonlyMap<string, readonly ExternalResource[]>;

  /** The CustomResourceDefinitions that are declared to be installed. */
  readonly crds: readonly JsonObject[];

  /** How Pod Security admission is configured. */
  readonly podSecurity: ClusterPolicy;

  /** The Nodes that are declared. */
  readonly nodes: readonly ObjectEntry[];

  /** What code takes as existing, all of the core group. */
  private readonly existing: ReadonlySet<string>;

  /**
   * @throws RangeError when `podSecurity` names a level or version that there is not, or `nodes` has a value that no Node has
   * @throws TypeError when `nodes` are none
   */
  constructor(
    { objects = [], resources = [], crds = [], podSecurity, nodes = [] }: External = {},
    existing: readonly ExistingObject[] = [],
    defaultNamespace = 'default',
  ) {
    this.existing = new Set(
      existing.map(({ kind, namespace = defaultNamespace, name }) => `${kind}/${namespace}/${name}`),
    );
    this.crds = crds;
    this.nodes = readExternalNodes(nodes);
    this.podSecurity = clusterPolicy(podSecurity);
    this.objects = groupBy(objects.map(declaration), ({ kind }) => kind);
    this.resources = groupBy(resources, ({ group }) => group);
  }

  /**
   * Whether an object of that group (`''` for core), kind, namespace (`''` for a cluster-scoped one) and name
   * is declared.
   */
  has(group: string, kind: string, namespace: string, name: string): boolean {
    return this.declared(group, kind).some(
      (each) => each.inNamespace(namespace) && (each.isNamed === undefined || each.isNamed(name)),
    );
  }

  /** Whether the code that refers to an object takes it as existing. What is in the set is none the less as it is there. */
  isTakenAsExisting(group: string, kind: string, namespace: string, name: string): boolean {
    return group === '' && this.existing.has(`${kind}/${namespace}/${name}`);
  }

  /** Whether any object of that group (`''` for core) and kind is declared. */
  declares(group: string, kind: string): boolean {
    return this.declared(group, kind).length > 0;
  }

  /**
   * Whether objects that these labels select are declared in the namespace. A declaration without labels
   * may be selected by anything.
   */
  mayBeSelected(
    group: string,
    kind: string,
    namespace: string,
    labels: Readonly<Record<string, string>>,
  ): boolean {
    return this.declared(group, kind).some(
      (each) =>
        each.inNamespace(namespace) &&
        (each.labels === undefined ||
          Object.entries(labels).every(
            ([key, value]) => Object.hasOwn(each.labels ?? {}, key) && each.labels?.[key] === value,
          )),
    );
  }

  /** The labels that an object is declared to have; where declarations differ, the first counts. */
  labelsOf(group: string, kind: string, namespace: string, name: string): Readonly<Record<string, string>> {
    const declared = this.declared(group, kind).filter(
      (each) => each.inNamespace(namespace) && (each.isNamed === undefined || each.isNamed(name)),
    );
    return Object.assign({}, ...declared.map(({ labels }) => labels).reverse()) as Record<string, string>;
  }

  /** The resources that are declared in an API group. */
  resourcesIn(group: string): readonly ExternalResource[] {
    return this.resources.get(group) ?? [];
  }

  private declared(group: string, kind: string): readonly Declaration[] {
    return this.objects.get(group === '' ? kind : `${group}/${kind}`) ?? [];
  }
}

interface Declaration {
  readonly kind: string;
  readonly inNamespace: (namespace: string) => boolean;
  readonly isNamed: ((name: string) => boolean) | undefined;
  readonly labels: Readonly<Record<string, string>> | undefined;
}

function declaration({ kind, namespace, name, labels }: ExternalObjects): Declaration {
  return {
    kind,
    inNamespace: namespace === undefined ? () => true : matcher(namespace),
    isNamed: name === undefined ? undefined : matcher(name),
    labels,
  };
}

function matcher(patterns: string | readonly string[]): (text: string) => boolean {
  const expressions = [patterns].flat().map((pattern) => {
    const parts = pattern.split(/\*+/).map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`, 's');
  });
  return (text) => expressions.some((expression) => expression.test(text));
}
