import { posix } from 'node:path';
import ts from 'typescript';
import { type PublicFace, type PublicName } from './public-face';

/** Where the pages stand, from the root of the project. */
export const DOCS_FOLDER = 'docs/patterns';

/** Which page tells of which public name. */
export class Site {
  /** The classes that are patterns: those of the files right in lib/patterns. */
  readonly patterns: readonly PublicName[];
  /** All other files of lib/patterns and lib/model that declare public names, with these names. */
  readonly shared: ReadonlyMap<string, readonly PublicName[]>;
  readonly #pages = new Map<string, string>();

  /** @throws Error if two files would have one page */
  constructor(readonly face: PublicFace) {
    const names = [...face.names.values()];
    this.patterns = names.filter(isPattern);
    for (const { file } of this.patterns) this.#pages.set(file, pagePath(file));
    const shared = new Map<string, PublicName[]>();
    for (const name of names) {
      if (this.#pages.get(name.file)?.includes('/options/') === false) continue;
      if (!/^lib\/(patterns|model)\//.test(name.file)) continue;
      const page = `${DOCS_FOLDER}/options/${posix.basename(name.file, '.ts')}.md`;
      const other = [...this.#pages].find(([file, path]) => path === page && file !== name.file);
      if (other !== undefined)
        throw new Error(`${other[0]} and ${name.file} have one page: rename one of them`);
      this.#pages.set(name.file, page);
      shared.set(name.file, [...(shared.get(name.file) ?? []), name]);
    }
    this.shared = shared;
  }

  /** The page that a file of the source has. */
  pageOf(file: string): string | undefined {
    return this.#pages.get(file);
  }

  /** The page of the file that a declaration stands in. */
  pageOfNode(node: ts.Node): string | undefined {
    return this.#pages.get(this.face.fileOf(node));
  }

  /** Other public types that the file of a pattern declares, without its props. */
  typesBeside(pattern: PublicName): readonly PublicName[] {
    return [...this.face.names.values()].filter(
      ({ file, name }) => file === pattern.file && name !== pattern.name && name !== `${pattern.name}Props`,
    );
  }

  /** The address of a public name, seen from a page; undefined where nothing tells of it. */
  link(from: string, name: string): string | undefined {
    const target = this.face.names.get(name);
    const page = target && this.#pages.get(target.file);
    if (target === undefined || page === undefined) return undefined;
    const path = from === page ? '' : posix.relative(posix.dirname(from), page);
    const isPage = this.patterns.includes(target);
    if (isPage) return path === '' ? '#' : path;
    const isProps = this.patterns.some((pattern) => `${pattern.name}Props` === name);
    return `${path}#${isProps ? 'options' : this.#anchor(target)}`;
  }

  /** The anchor of a heading: names that differ in case alone are numbered, as GitHub does. */
  #anchor({ name, file }: PublicName): string {
    const anchor = name.toLowerCase();
    const before = (this.shared.get(file) ?? []).map((other) => other.name);
    const same = before
      .slice(0, before.indexOf(name))
      .filter((other) => other.toLowerCase() === anchor).length;
    return same === 0 ? anchor : `${anchor}-${same}`;
  }

  /** Text of a doc comment, with its links to public names made to lead there. */
  prose(from: string, text: string): string {
    return text
      .replaceAll(/\{@link ([\w.]+)\}/g, (_all, target: string) => {
        const link = this.link(from, target.split('.')[0] ?? target);
        return link === undefined || link === '#' ? `\`${target}\`` : `[\`${target}\`](${link})`;
      })
      .replaceAll(/(?<![`\w/(])docs\/patterns\/([\w-]+\.md)/g, (_all, page: string) => {
        const path = posix.relative(posix.dirname(from), `${DOCS_FOLDER}/${page}`);
        return `[${page.replace('.md', '')}](${path})`;
      });
  }
}

function isPattern({ file, node }: PublicName): boolean {
  return (
    /^lib\/patterns\/[\w-]+\.ts$/.test(file) &&
    ts.isClassDeclaration(node) &&
    node.members.some(ts.isConstructorDeclaration) &&
    // Constructs take their scope and id first.
    node.members.some(
      (member) => ts.isConstructorDeclaration(member) && member.parameters[1]?.name.getText() === 'id',
    )
  );
}

function pagePath(file: string): string {
  return `${DOCS_FOLDER}/${posix.basename(file, '.ts')}.md`;
}
