import { groupBy } from './group-by';
import { groupOf } from './api-version';
import { deepFreeze } from './deep-freeze';
import { objectField, textField, textMapField } from './json-object';
import { type JsonObject } from './json-value';
import { KindIndex } from './kind-index';
import { isKindNamespaced } from './kinds';
import { LabelIndex, type LabelRequirement } from './label-index';
import { type Manifest } from './manifest';
import { type ObjectEntry, type ObjectInput } from './object-entry';
import { mayHoldPods, type PodTemplate, podTemplate } from './pod-template';
import { type Selection } from './selection';

/** How an {@link ObjectSet} takes its objects. */
export interface ObjectSetOptions {
  /** The namespace of namespaced objects that name none; `default`, as kubectl's without a context. */
  readonly defaultNamespace?: string;
  /**
   * Scope of kinds that are neither built in nor defined by a CustomResourceDefinition of the set; undefined
   * where it is not known.
   */
  readonly isNamespaced?: (group: string, kind: string) => boolean | undefined;
  /**
   * Whether all that is in the objects is frozen too, and not they alone; true when left out. False is for objects that
   * only this library looks at, which changes none: to freeze them takes as long as a dozen rules.
   */
  readonly freezesDeeply?: boolean;
}

/** The pods of a workload of the set. */
export interface PodSource {
  readonly entry: ObjectEntry;
  readonly template: PodTemplate;
}

/**
 * All objects that are rendered or checked together, in order, frozen, with indexes that are built when they
 * are first asked for. Every look-up answers in the order of the set.
 *
 * `List` objects are ordinary objects here: whoever reads files takes them apart.
 *
 * @example
 * const set = new ObjectSet([{ object: deployment, chart: 'web' }, { object: service }]);
 * set.find('apps', 'Deployment', 'shop', 'web')?.span;
 * set.podsMatching('shop', [{ key: 'app', operator: 'In', values: ['web'] }]);
 */
export class ObjectSet implements Iterable<ObjectEntry> {
  readonly entries: readonly ObjectEntry[];
  readonly defaultNamespace: string;

  private readonly scopes: ReadonlyMap<string, boolean>;
  private readonly isNamespacedElsewhere: (group: string, kind: string) => boolean | undefined;
  private readonly freeze: (object: JsonObject) => JsonObject;

  private kindIndex: KindIndex | undefined;
  private namespaceIndex: ReadonlyMap<string, readonly ObjectEntry[]> | undefined;
  private podList: readonly PodSource[] | undefined;
  private podIndex: ReadonlyMap<string, readonly PodSource[]> | undefined;
  private readonly labelIndexes = new Map<string, LabelIndex<ObjectEntry>>();
  private readonly podLabelIndexes = new Map<string, LabelIndex<PodSource>>();

  /** Freezes the given objects, deeply unless told otherwise, and in place. */
  constructor(inputs: Iterable<ObjectInput>, options: ObjectSetOptions = {}) {
    this.defaultNamespace = options.defaultNamespace ?? 'default';
    this.isNamespacedElsewhere = options.isNamespaced ?? (() => undefined);
    this.freeze = (options.freezesDeeply ?? true) ? deepFreeze : Object.freeze;
    const list = [...inputs];
    this.scopes = customScopes(list);
    this.entries = Object.freeze(list.map((input, position) => this.takeIn(input, position)));
  }

  get size(): number {
    return this.entries.length;
  }

  [Symbol.iterator](): Iterator<ObjectEntry> {
    return this.entries[Symbol.iterator]();
  }

  /** The objects of a kind (core group `''`), in all namespaces or in the given one. */
  ofKind(group: string, kind: string, namespace?: string): readonly ObjectEntry[] {
    const kinds = this.byKind();
    return namespace === undefined
      ? kinds.ofKind(group, kind)
      : kinds.ofKindInNamespace(group, kind, namespace);
  }

  /** The objects that live in a namespace; `''` for those that live in none. */
  inNamespace(namespace: string): readonly ObjectEntry[] {
    return this.byNamespace().get(namespace) ?? [];
  }

  /** The namespaces that objects of the set live in, sorted. */
  namespaces(): readonly string[] {
    return [...this.byNamespace().keys()].filter((namespace) => namespace !== '').sort();
  }

  /**
   * The object of that group, kind, namespace and name, the first if there are several. The namespace counts
   * as it does in an object of that kind: none means the default one, and a cluster-scoped kind has none.
   */
  find(group: string, kind: string, namespace: string | undefined, name: string): ObjectEntry | undefined {
    return this.findAll(group, kind, namespace, name)[0];
  }

  /** Every object of that identity; more than one is a mistake that is somebody else's to report. */
  findAll(group: string, kind: string, namespace: string | undefined, name: string): readonly ObjectEntry[] {
    const scope = this.scopeOf(group, kind);
    return this.byKind().named(group, kind, this.effectiveNamespace(scope, namespace), name);
  }

  /** The groups of two or more objects that are one to the API server. */
  duplicates(): readonly (readonly ObjectEntry[])[] {
    return this.byKind().duplicates();
  }

  /** The objects of a kind in a namespace (`''` for a cluster-scoped kind) whose labels meet all requirements. */
  matching(
    group: string,
    kind: string,
    namespace: string,
    requirements: readonly LabelRequirement[],
  ): readonly ObjectEntry[] {
    return this.labelsOf(group, kind, namespace).matching(requirements);
  }

  /** The same, for what is asked of thousands of selectors that each select nearly all. */
  selection(
    group: string,
    kind: string,
    namespace: string,
    requirements: readonly LabelRequirement[],
  ): Selection<ObjectEntry> {
    return this.labelsOf(group, kind, namespace).selection(requirements);
  }

  /** Every Pod and pod template of the set, or of one namespace. */
  pods(namespace?: string): readonly PodSource[] {
    this.podList ??= Object.freeze(podSources(this.entries));
    if (namespace === undefined) return this.podList;
    this.podIndex ??= groupBy(this.podList, ({ entry }) => entry.namespace);
    return this.podIndex.get(namespace) ?? [];
  }

  /** The Pods and pod templates of a namespace whose labels meet all requirements: what a Service selects. */
  podsMatching(namespace: string, requirements: readonly LabelRequirement[]): readonly PodSource[] {
    return this.podLabels(namespace).matching(requirements);
  }

  /** The same, for what is asked of thousands of selectors that each select nearly all. */
  podSelection(namespace: string, requirements: readonly LabelRequirement[]): Selection<PodSource> {
    return this.podLabels(namespace).selection(requirements);
  }

  private byNamespace(): ReadonlyMap<string, readonly ObjectEntry[]> {
    return (this.namespaceIndex ??= groupBy(this.entries, ({ namespace }) => namespace));
  }

  private byKind(): KindIndex {
    return (this.kindIndex ??= new KindIndex(this.entries));
  }

  private labelsOf(group: string, kind: string, namespace: string): LabelIndex<ObjectEntry> {
    const at = key(group, kind, namespace);
    let index = this.labelIndexes.get(at);
    if (index === undefined) {
      index = new LabelIndex(this.ofKind(group, kind, namespace), ({ labels }) => labels);
      this.labelIndexes.set(at, index);
    }
    return index;
  }

  private podLabels(namespace: string): LabelIndex<PodSource> {
    let index = this.podLabelIndexes.get(namespace);
    if (index === undefined) {
      index = new LabelIndex(this.pods(namespace), ({ template }) => template.labels);
      this.podLabelIndexes.set(namespace, index);
    }
    return index;
  }

  private takeIn(input: ObjectInput, position: number): ObjectEntry {
    const object = this.freeze(input.object);
    const metadata = objectField(object, 'metadata');
    const apiVersion = textField(object, 'apiVersion') ?? '';
    const group = groupOf(apiVersion);
    const kind = textField(object, 'kind') ?? '';
    const name = textField(metadata, 'name') ?? '';
    const namespaced = kind === '' ? undefined : this.scopeOf(group, kind);
    const entry: { -readonly [Field in keyof ObjectEntry]: ObjectEntry[Field] } = {
      object,
      position,
      apiVersion,
      group,
      kind,
      name,
      namespace: this.effectiveNamespace(namespaced, textField(metadata, 'namespace')),
      namespaced,
      labels: textMapField(metadata, 'labels'),
    };
    // One by one: a spread costs more than all the rest of this function.
    if (input.chart !== undefined) entry.chart = input.chart;
    if (input.path !== undefined) entry.path = input.path;
    if (input.span !== undefined) entry.span = input.span;
    if (input.locate !== undefined) entry.locate = input.locate;
    if (apiVersion !== '' && kind !== '' && name !== '') entry.manifest = object as Manifest;
    return Object.freeze(entry);
  }

  private effectiveNamespace(namespaced: boolean | undefined, written: string | undefined): string {
    if (namespaced === false) return '';
    const none = namespaced === true ? this.defaultNamespace : '';
    return written === undefined || written === '' ? none : written;
  }

  private scopeOf(group: string, kind: string): boolean | undefined {
    return (
      isKindNamespaced(group, kind) ??
      this.scopes.get(key(group, kind)) ??
      this.isNamespacedElsewhere(group, kind)
    );
  }
}

function podSources(entries: readonly ObjectEntry[]): PodSource[] {
  const pods: PodSource[] = [];
  for (const entry of entries) {
    const template = mayHoldPods(entry.kind) ? podTemplate(entry.object) : undefined;
    if (template !== undefined) pods.push({ entry, template });
  }
  return pods;
}

/** The scope of each kind that a CustomResourceDefinition among the inputs defines. */
function customScopes(inputs: readonly ObjectInput[]): Map<string, boolean> {
  const scopes = new Map<string, boolean>();
  for (const { object } of inputs) {
    if (object.kind !== 'CustomResourceDefinition') continue;
    const spec = objectField(object, 'spec');
    const group = textField(spec, 'group');
    const kind = textField(objectField(spec, 'names'), 'kind');
    const scope = textField(spec, 'scope');
    if (group === undefined || kind === undefined) continue;
    if (scope === 'Namespaced' || scope === 'Cluster') scopes.set(key(group, kind), scope === 'Namespaced');
  }
  return scopes;
}

/** Broken names may hold anything that YAML can; no two lists of parts give the same key but by NUL. */
function key(group: string, kind: string, namespace = ''): string {
  return `${group}\0${kind}\0${namespace}`;
}
