import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What only the Go types of `k8s.io/api` say. Types go by their short names: `core.v1.Pod`. */
export interface GoTypes {
  /** The enumerated type of a field or of its items, with `*` before it where it is a pointer. */
  enumOf(type: string, field: string): string | undefined;
  /** What `+default` gives a text field that is left out. */
  defaultOf(type: string, field: string): string | undefined;
  /** The values of each enumerated type, sorted. */
  readonly enums: ReadonlyMap<string, readonly string[]>;
}

interface GoField {
  /** `*Protocol`, `[]v1.PersistentVolumeAccessMode`, as written. */
  readonly goType: string;
  readonly preset: string | undefined;
}

/** The text of a constant, or what Go computes it from. */
type GoConstant = { readonly value: string } | { readonly written: string };

interface GoPackage {
  /** `core.v1` */
  readonly name: string;
  readonly structs: Map<string, Map<string, GoField>>;
  /** Embedded types by struct: their fields are its own. */
  readonly embedded: Map<string, string[]>;
  readonly enumTypes: Set<string>;
  readonly aliases: Map<string, string>;
  /** By type, then by name. */
  readonly constants: Map<string, Map<string, GoConstant>>;
  readonly imports: Map<string, string>;
}

/** Reads every `types*.go` of a `k8s.io/api` module. The text is gofmt's, so lines say where things begin and end. */
export function readGoTypes(moduleFolder: string): GoTypes {
  const packages = new Map<string, GoPackage>();
  for (const group of foldersIn(moduleFolder)) {
    for (const version of foldersIn(join(moduleFolder, group))) {
      if (!existsSync(join(moduleFolder, group, version, 'types.go'))) continue;
      const read = readPackage(join(moduleFolder, group, version), `${group}.${version}`);
      packages.set(read.name, read);
    }
  }
  return new Lookup(packages);
}

class Lookup implements GoTypes {
  readonly enums: ReadonlyMap<string, readonly string[]>;

  constructor(private readonly packages: ReadonlyMap<string, GoPackage>) {
    const enums = new Map<string, readonly string[]>();
    for (const { name, enumTypes, constants } of packages.values()) {
      for (const type of enumTypes) {
        const values = constants.get(type);
        if (values === undefined) continue;
        const texts = [...values.values()].map((constant) => this.valueOf(name, constant));
        enums.set(`${name}.${type}`, [...new Set(texts)].sort());
      }
    }
    this.enums = enums;
  }

  enumOf(type: string, field: string): string | undefined {
    const found = this.find(type, field);
    if (found === undefined) return undefined;
    const [, pointer = '', written = ''] = /^(\*?)(?:\[\]|map\[\w+\])?(.*)$/.exec(found.field.goType) ?? [];
    const name = this.resolve(found.owner, written);
    return this.enums.has(name) ? pointer + name : undefined;
  }

  defaultOf(type: string, field: string): string | undefined {
    return this.find(type, field)?.field.preset;
  }

  private find(type: string, field: string): { owner: GoPackage; field: GoField } | undefined {
    const owner = this.packages.get(type.slice(0, type.lastIndexOf('.')));
    if (owner === undefined) return undefined;
    const name = type.slice(type.lastIndexOf('.') + 1);
    const own = owner.structs.get(name)?.get(field);
    if (own !== undefined) return { owner, field: own };
    for (const embedded of owner.embedded.get(name) ?? []) {
      const found = this.find(this.resolve(owner, embedded), field);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private valueOf(home: string, constant: GoConstant): string {
    if ('value' in constant) return constant.value;
    const literal = /^"([^"]*)"$/.exec(constant.written)?.[1];
    if (literal !== undefined) return literal;
    const [alias = '', name = ''] = constant.written.split('.');
    const owner = this.packages.get(this.packages.get(home)?.imports.get(alias) ?? '');
    for (const values of owner?.constants.values() ?? []) {
      const found = values.get(name);
      if (found !== undefined && 'value' in found) return found.value;
    }
    throw new Error(`${home}: cannot tell the value of ${constant.written}`);
  }

  /** The short name of a type that a package writes, through imports and aliases. */
  private resolve(from: GoPackage, written: string): string {
    const dot = written.indexOf('.');
    const home = dot < 0 ? from : this.packages.get(from.imports.get(written.slice(0, dot)) ?? '');
    const name = written.slice(dot + 1);
    if (home === undefined) return written;
    const alias = home.aliases.get(name);
    return alias === undefined ? `${home.name}.${name}` : this.resolve(home, alias);
  }
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function readPackage(folder: string, name: string): GoPackage {
  const found: GoPackage = {
    name,
    structs: new Map(),
    embedded: new Map(),
    enumTypes: new Set(),
    aliases: new Map(),
    constants: new Map(),
    imports: new Map(),
  };
  for (const file of readdirSync(folder).sort()) {
    if (/types.*\.go$/.test(file) && !file.endsWith('_test.go') && !file.startsWith('zz_')) {
      readSource(readFileSync(join(folder, file), 'utf8'), found);
    }
  }
  return found;
}

function readSource(source: string, into: GoPackage): void {
  let struct: string | undefined;
  let comments: string[] = [];
  for (const line of source.split('\n')) {
    if (/^\s*\/\//.test(line)) {
      comments.push(line.trim());
      continue;
    }
    if (struct === undefined) struct = readTopLevel(line, comments, into);
    else if (line === '}') struct = undefined;
    else readField(line, comments, struct, into);
    comments = [];
  }
}

/** The name of the struct that the line begins. */
function readTopLevel(line: string, comments: readonly string[], into: GoPackage): string | undefined {
  const imported = /^(?:\t|import )(?:(\w+) )?"k8s\.io\/api\/([^/"]+)\/([^/"]+)"$/.exec(line);
  if (imported !== null) {
    const [, alias, group = '', version = ''] = imported;
    into.imports.set(alias ?? version, `${group}.${version}`);
  }
  readConstant(line, into);
  const [, name = '', definition = ''] = /^type (\w+) (.*)$/.exec(line) ?? [];
  if (definition === 'string' && comments.includes('// +enum')) into.enumTypes.add(name);
  if (definition.startsWith('= ')) into.aliases.set(name, definition.slice(2));
  if (definition !== 'struct {') return undefined;
  into.structs.set(name, new Map());
  return name;
}

/** `A Type = "value"`, `A = Type("value")` or `A = Type(v1.B)`. */
function readConstant(line: string, into: GoPackage): void {
  const [, name = '', typed, quoted, made, argument] =
    /^(?:const |\t)(\w+)\s+(?:(\w+)\s+)?= (?:"([^"]*)"|(\w+)\((.*)\))$/.exec(
      line.replace(/\s*\/\/.*$/, ''),
    ) ?? [];
  const type = typed ?? made;
  const value = quoted ?? argument;
  if (type === undefined || value === undefined) return;
  const values = into.constants.get(type) ?? new Map<string, GoConstant>();
  values.set(name, quoted === undefined ? { written: value } : { value });
  into.constants.set(type, values);
}

function readField(line: string, comments: readonly string[], struct: string, into: GoPackage): void {
  const [, goType = '', tag = ''] = /^\t(?:\w+\s+)?(\S+)\s+`.*?json:"([^"]*)".*`/.exec(line) ?? [];
  if (goType === '') return;
  const [name = '', ...options] = tag.split(',');
  if (options.includes('inline')) {
    into.embedded.set(struct, [...(into.embedded.get(struct) ?? []), goType]);
    return;
  }
  const preset = comments.map((text) => /^\/\/ \+default="(.*)"$/.exec(text)?.[1]).find(Boolean);
  into.structs.get(struct)?.set(name, { goType, preset });
}
