import { Chart } from 'cdk8s';
import { type Construct } from 'constructs';
import { type Defaults } from './pod/security';
import { inheritedDefaults } from './workload-defaults';

/** What every pattern takes: how its objects are called and marked. */
export interface PatternOptions {
  /** Name of the objects. @defaultValue the id of the construct */
  readonly name?: string;
  /** Namespace of the objects. @defaultValue that of the chart or tenant they are placed in */
  readonly namespace?: string;
  /** Labels of every object and pod, beside `app.kubernetes.io/name`. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations of every object, but not of pods. */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * Which defaults are added to what is written here.
   * @defaultValue `secure`, or what {@link setWorkloadDefaults} says
   */
  readonly defaults?: Defaults;
}

/** The recommended label that carries the name of an application. */
export const NAME_LABEL = 'app.kubernetes.io/name';

/** How the objects of one pattern are called and marked. */
export interface Identity {
  readonly construct: Construct;
  readonly name: string;
  /** Of the option or the chart; undefined where kubectl's own decides. */
  readonly namespace: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>> | undefined;
  readonly defaults: Defaults;
}

/** Works out the {@link Identity} of a pattern from its options. */
export function identify(construct: Construct, options: PatternOptions): Identity {
  const name = options.name ?? construct.node.id;
  const defaults = options.defaults ?? inheritedDefaults(construct).defaults ?? 'secure';
  return {
    construct,
    name,
    namespace: options.namespace ?? Chart.of(construct).namespace,
    labels: defaults === 'none' ? { ...options.labels } : { [NAME_LABEL]: name, ...options.labels },
    annotations: options.annotations,
    defaults,
  };
}

/** What differs from one object of a pattern to another. */
export interface ObjectMarks {
  /** Name of the object, in place of that of the pattern. */
  readonly name?: string | undefined;
  /** Further labels of the object. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** Further annotations of the object. */
  readonly annotations?: Readonly<Record<string, string>> | undefined;
}

/** The `metadata` of one object of a pattern. */
export function objectMetadata(
  identity: Identity,
  own: ObjectMarks = {},
): {
  name: string;
  namespace: string | undefined;
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
} {
  return {
    name: own.name ?? identity.name,
    namespace: identity.namespace,
    labels: { ...identity.labels, ...own.labels },
    annotations: { ...identity.annotations, ...own.annotations },
  };
}
