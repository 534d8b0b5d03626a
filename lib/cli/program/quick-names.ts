import * as crypto from 'node:crypto';
import { sep } from 'node:path';
import { type NameOptions, type Names } from 'cdk8s';
import { type IConstruct } from 'constructs';

type AddressOf = (components: readonly string[]) => string;
type NameOf = (scope: IConstruct, options?: NameOptions) => string;
/** Node's hash of one text, from 20.12 on; `createHash` costs five times as much for a text this short. */
type HashOf = (algorithm: string, data: string, encoding: 'hex') => string;

const ADDRESS_MODULE = `${sep}constructs${sep}lib${sep}private${sep}node-addr.js`;
const NAMES_MODULE = `${sep}cdk8s${sep}lib${sep}names.js`;

/** Paths that the stock functions are asked about before ours take their place. */
const SAMPLES: readonly (readonly string[])[] = [
  [],
  [''],
  ['', 'web'],
  ['', 'web', 'Default'],
  ['', 'Default', 'web', 'default'],
  ['', 'Web Üñï\u{1F600}', 'x'.repeat(300), 'a\tb'],
];

/** Names remembered at most; a resident process may see paths come and go for ever. */
const MOST_NAMES = 200_000;

const LONGEST_LABEL = 63;
const HASH_LENGTH = 8;

/** Two or more components that are nothing but pieces of a label; the last may be the id of a default child. */
const PLAIN_PATH = /^[a-z0-9][a-z0-9_.]*(?:[-/][a-z0-9_.]+)*(?:\/[a-z0-9_.]+|\/Resource|\/Default)$/;
const DEFAULT_CHILD = /\/(?:Resource|Default)$/;
/** What cdk8s leaves out of a name: default children, and what repeats the component before it. */
const HAS_OMITTED = /(?:^|[-/])(?:resource|default)(?:[-/]|$)|(?:^|\/)([^/]+)\/\1(?:\/|$)/;

/**
 * Makes the names that cdk8s gives to objects cheaper: each takes a digest of the path and a dozen passes over its
 * components, for every object of an app. What is replaced answers as before, and remembers what it answered. A
 * version that digests in another way is left alone.
 */
export class QuickNames {
  /** Whether CDK8S_LEGACY_HASH is set, which decides the digest. Asked once a run: it takes as long as a name does. */
  #isLegacy: boolean | undefined;

  /** Has the environment looked at again. */
  reset(): void {
    this.#isLegacy = undefined;
  }

  /** To be told of every library module that has run, once; acts on two. */
  moduleLoaded(filename: string, exports: unknown): void {
    if (filename.endsWith(ADDRESS_MODULE)) quickenAddresses(exports as { addressOf?: AddressOf });
    if (filename.endsWith(NAMES_MODULE)) this.#quickenLabels(exports as { Names?: typeof Names });
  }

  #quickenLabels({ Names: loaded }: { Names?: typeof Names }): void {
    if (loaded === undefined) return;
    for (const method of ['toDnsLabel', 'toLabelValue'] as const) {
      const stock: unknown = Reflect.get(loaded, method);
      if (typeof stock !== 'function') continue;
      Reflect.set(loaded, method, this.#remembered(stock.bind(loaded) as NameOf));
    }
  }

  /** A function of names that remembers what it gave, and works out by itself what is plain. */
  #remembered(stock: NameOf): NameOf {
    const names = new Map<string, string>();
    return (scope, options) => {
      const { path, root } = scope.node;
      this.#isLegacy ??= process.env.CDK8S_LEGACY_HASH !== undefined;
      // Of a root that has an id, the path does not tell.
      if (this.#isLegacy || root.node.id !== '' || !isDefault(options)) return stock(scope, options);
      const known = names.get(path);
      if (known !== undefined) return known;
      const name = plainName(scope) ?? stock(scope, options);
      if (names.size >= MOST_NAMES) names.clear();
      names.set(path, name);
      return name;
    };
  }
}

function quickenAddresses(exports: { addressOf?: AddressOf }): void {
  const hash = Reflect.get(crypto, 'hash') as HashOf | undefined;
  const stock = exports.addressOf;
  if (hash === undefined || stock === undefined) return;
  const quick: AddressOf = (components) => {
    let text = '';
    for (const component of components) if (component !== 'Default') text += `${component}\n`;
    return `c8${hash('sha1', text, 'hex')}`;
  };
  if (SAMPLES.every((sample) => quick(sample) === stock(sample))) Reflect.set(exports, 'addressOf', quick);
}

/** Whether options say nothing else than none would. */
function isDefault(options: NameOptions | undefined): boolean {
  if (options === undefined) return true;
  const { maxLen, extra, delimiter, includeHash } = options;
  return maxLen === undefined && extra === undefined && delimiter === undefined && includeHash !== false;
}

/**
 * What both functions of cdk8s (lib/names.ts) make of a path that they have nothing to cut off or to replace in: its
 * components and the beginning of its digest, with dashes between them.
 */
function plainName({ node }: IConstruct): string | undefined {
  const { path } = node;
  if (path.length + 1 + HASH_LENGTH > LONGEST_LABEL || !PLAIN_PATH.test(path)) return undefined;
  const kept = DEFAULT_CHILD.test(path) ? path.slice(0, path.lastIndexOf('/')) : path;
  const hash = node.addr.slice(0, HASH_LENGTH);
  if (HAS_OMITTED.test(kept) || kept.endsWith(hash)) return undefined;
  return `${kept.replaceAll('/', '-')}-${hash}`;
}
