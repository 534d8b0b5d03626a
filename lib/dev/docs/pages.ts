import ts from 'typescript';
import { type Example, type ExampleResult, runExample, SURROUNDINGS } from './example';
import { blocks, fence, generatedFrom, table } from './markdown';
import { memberTable } from './members';
import { optionTable } from './option-table';
import { type Option, optionsOf } from './options';
import { docOf, type PublicName, readPublicFace } from './public-face';
import { DOCS_FOLDER, Site } from './site';

/**
 * The generated pages of docs/patterns by their path from the root of the project.
 * @throws Error that lists every example that does not compile, and every pattern that lacks a part of its page
 */
export function generatePages(root: string): ReadonlyMap<string, string> {
  const face = readPublicFace(root);
  const site = new Site(face);
  const problems = [...face.problems, ...site.patterns.flatMap(missingParts)];
  if (problems.length > 0) throw new Error(`the doc comments need work:\n${problems.join('\n')}`);
  const pages = new Map<string, string>();
  const kinds = new Map<string, readonly string[]>();
  for (const pattern of site.patterns) {
    const results = pattern.examples.map((example) => ({ example, ...runExample(example) }));
    kinds.set(pattern.name, [...new Set(results.flatMap((result) => result.kinds))]);
    pages.set(pageOf(site, pattern), patternPage(site, pattern, results));
  }
  for (const [file, names] of site.shared) {
    const page = site.pageOf(file);
    if (page !== undefined) pages.set(page, sharedPage(site, page, file, names));
  }
  pages.set(`${DOCS_FOLDER}/README.md`, indexPage(site, kinds));
  return pages;
}

function missingParts({ name, file, doc, examples }: PublicName): readonly string[] {
  return [
    ...(doc.summary === '' ? ['a summary'] : []),
    ...(doc.remarks === undefined ? ['@remarks that say when to use it'] : []),
    ...(examples.length === 0 ? ['an @example'] : []),
  ].map((part) => `${file}: the doc comment of ${name} lacks ${part}`);
}

function patternPage(
  site: Site,
  pattern: PublicName,
  results: readonly ({ readonly example: Example } & ExampleResult)[],
): string {
  const page = pageOf(site, pattern);
  const { doc, name, file } = pattern;
  const node = pattern.node as ts.ClassDeclaration;
  const constructorNode = node.members.find(ts.isConstructorDeclaration);
  const props = constructorNode?.parameters[2];
  const options = props ? optionsOf(site.face.checker, site.face.checker.getTypeAtLocation(props)) : [];
  const own = options.filter(
    ({ declaration, group }) => site.pageOfNode(declaration) === page || !site.face.names.has(group),
  );
  const constructorDoc = constructorNode && docOf(constructorNode);
  return `${blocks(
    generatedFrom(file),
    `# ${name}`,
    site.prose(page, doc.summary),
    '## When to use it',
    site.prose(page, doc.remarks ?? ''),
    '## Example',
    ...results.flatMap(({ example, yaml }) => [
      fence('ts', blocks(example.imports, example.code)),
      'makes',
      fence('yaml', yaml),
    ]),
    '## Options',
    props && `The third argument of \`new ${name}(scope, id, props)\`: \`${props.type?.getText() ?? ''}\`.`,
    optionTable(site, page, own),
    sharedOptions(
      site,
      page,
      options.filter((option) => !own.includes(option)),
      'And those that it shares with other patterns',
    ),
    constructorDoc?.throws.map((what) => `Throws ${what}.`).join('\n'),
    '## What it offers',
    memberTable(site, page, node),
    ...site.typesBeside(pattern).map((type) => blocks(`## ${type.name}`, aboutType(site, page, type))),
  )}\n`;
}

function sharedOptions(site: Site, page: string, options: readonly Option[], introduction: string): string {
  const groups = new Map<string, string[]>();
  for (const { group, name } of options) groups.set(group, [...(groups.get(group) ?? []), `\`${name}\``]);
  if (groups.size === 0) return '';
  return blocks(
    `${introduction}:`,
    table(
      ['Of', 'Options'],
      [...groups].map(([group, names]) => {
        const link = site.link(page, group);
        return [link === undefined ? `\`${group}\`` : `[${group}](${link})`, names.join(', ')];
      }),
    ),
  );
}

function sharedPage(site: Site, page: string, file: string, names: readonly PublicName[]): string {
  return `${blocks(
    generatedFrom(file),
    `# ${names.map(({ name }) => name).join(', ')}`,
    `Part of the options of [the patterns](../README.md).`,
    // The title of a page says the name of what stands there alone.
    ...names.map((name) => blocks(names.length > 1 ? `## ${name.name}` : '', aboutType(site, page, name))),
  )}\n`;
}

function aboutType(site: Site, page: string, { node, doc, examples }: PublicName): string {
  const see = doc.see.map((what) => `See ${what}`).join('\n');
  return blocks(
    site.prose(page, doc.summary),
    site.prose(page, doc.remarks ?? ''),
    definition(site, page, node),
    ...examples.map((example) => fence('ts', blocks(example.imports, example.code))),
    doc.throws.map((what) => `Throws ${what}.`).join('\n'),
    see,
  );
}

function definition(site: Site, page: string, node: PublicName['node']): string {
  if (ts.isFunctionDeclaration(node)) {
    return fence(
      'ts',
      node
        .getText()
        .replace(/^export /, '')
        .replace(/ \{\n[\s\S]*$/, ';'),
    );
  }
  if (
    ts.isClassDeclaration(node) ||
    (ts.isInterfaceDeclaration(node) && node.members.some(ts.isMethodSignature))
  ) {
    return memberTable(site, page, node);
  }
  const options = optionsOf(site.face.checker, site.face.checker.getTypeAtLocation(node));
  if (ts.isTypeAliasDeclaration(node) && !isOptionsAlias(site, node, options)) {
    return fence('ts', node.getText().replace(/^export /, ''));
  }
  const own = options.filter(({ group }) => group === node.name.text || !site.face.names.has(group));
  return blocks(
    optionTable(site, page, own),
    sharedOptions(
      site,
      page,
      options.filter((option) => !own.includes(option)),
      own.length === 0 ? 'The options' : 'And those',
    ),
  );
}

/** Whether an alias is told as a table: where options of this project are written in it, not only named. */
function isOptionsAlias(site: Site, { type }: ts.TypeAliasDeclaration, options: readonly Option[]): boolean {
  const parts: readonly ts.TypeNode[] = ts.isUnionTypeNode(type) ? type.types : [type];
  const onlyNames = parts.every(
    (part) => ts.isTypeReferenceNode(part) && site.face.names.has(part.typeName.getText()),
  );
  return (
    !onlyNames &&
    options.length > 0 &&
    options.every(({ declaration }) => site.pageOfNode(declaration) !== undefined)
  );
}

function indexPage(site: Site, kinds: ReadonlyMap<string, readonly string[]>): string {
  const page = `${DOCS_FOLDER}/README.md`;
  const linked = (name: string): string => `[${name}](${site.link(page, name) ?? ''})`;
  const rows = [...site.patterns].sort((a, b) => (a.name < b.name ? -1 : 1));
  return `${blocks(
    generatedFrom('lib/index.ts'),
    '# Patterns',
    'Each is a cdk8s construct, and makes the objects that a platform team would otherwise write by hand. What all of them add to what you write stands in [defaults](defaults.md).',
    table(
      ['Pattern', 'What it makes', 'Kinds in its example'],
      rows.map(({ name, doc }) => [
        linked(name),
        site.prose(page, firstSentence(doc.summary)),
        (kinds.get(name) ?? []).join(', '),
      ]),
    ),
    'The examples stand in this frame:',
    fence('ts', `import { App, Chart } from 'cdk8s';\n\n${SURROUNDINGS}`),
    '## Options that patterns share',
    table(
      ['Types', 'Of'],
      [...site.shared].map(([file, names]) => [
        names.map(({ name }) => linked(name)).join(', '),
        `\`${file}\``,
      ]),
    ),
  )}\n`;
}

function pageOf(site: Site, { file }: PublicName): string {
  return site.pageOf(file) ?? '';
}

function firstSentence(text: string): string {
  return (/^[\s\S]*?[.](?=\s|$)/.exec(text)?.[0] ?? text).replaceAll('\n', ' ');
}
