import { type JsonObject } from './json-value';
import { type Manifest } from './manifest';
import { type SourceSpan } from './source-span';

/** An object, and what is known of where it comes from. */
export interface ObjectInput {
  /** The object as it was made or read. It may be broken: without kind, name, or metadata. */
  readonly object: JsonObject;
  /** The chart that it is rendered with. */
  readonly chart?: string;
  /** The path of the construct that made it. */
  readonly path?: string;
  /** Where it was made, or where it begins in the file that it was read from. */
  readonly span?: SourceSpan;
  /**
   * Where a field of it stands, by JSON pointer; `''` is the object. Of what a construct made every field stands in
   * the line that made it. Asked only for what is shown: to find a place may take reading a file.
   *
   * A field stands where its name does, unless its value is asked for; that of a map or a list begins at the name.
   */
  readonly locate?: (pointer: string, part?: 'value') => SourceSpan | undefined;
}

/** An object of an {@link ObjectSet}: frozen, with what it is called taken out of it. */
export interface ObjectEntry extends ObjectInput {
  /** Place in the order of the set, from 0. */
  readonly position: number;
  /** The object, if it has an apiVersion, a kind and a name; absent for a broken one. */
  readonly manifest?: Manifest;
  /** Empty when it is not written, or no text; so are the next four. */
  readonly apiVersion: string;
  /** Group of `apiVersion`; empty for the core group too. */
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  /**
   * The namespace that it ends up in. The set's default for a namespaced object that names none; empty for a
   * cluster-scoped object, and for one of unknown scope that names none.
   */
  readonly namespace: string;
  /** False for cluster-scoped objects; undefined when the kind is known neither here nor by a CRD of the set. */
  readonly namespaced: boolean | undefined;
  readonly labels: Readonly<Record<string, string>>;
}

/** Where an object was made, or where it begins in the file that it was read from; undefined when nobody knows. */
export function originOf({ locate, span }: ObjectInput): SourceSpan | undefined {
  return locate?.('') ?? span;
}
