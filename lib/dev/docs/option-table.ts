import { table } from './markdown';
import { nestedOptions, type Option } from './options';
import { type Site } from './site';

/** A table of options: what each takes, says and defaults to. */
export function optionTable(site: Site, page: string, options: readonly Option[]): string {
  const rows = options.flatMap((option) => [option, ...nestedOptions(option)]);
  return table(
    ['Option', 'Type', 'What it says', 'Default'],
    rows.map((option) => [
      `\`${option.name}\``,
      typeCell(site, page, option.type),
      site.prose(page, describe(site, option)),
      option.required ? '**required**' : site.prose(page, option.doc?.defaultValue ?? ''),
    ]),
  );
}

/** A type, with links to the public types that it is made of. */
export function typeCell(site: Site, page: string, type: string): string {
  const names = [...new Set(type.replaceAll(/'[^']*'/g, '').match(/\b[A-Z]\w+/g) ?? [])];
  const links = names.flatMap((name) => {
    const link = site.link(page, name);
    return link === undefined || link === '#' ? [] : [[name, link] as const];
  });
  const [first, ...rest] = links;
  if (first === undefined) return `\`${type}\``;
  if (rest.length === 0 && type.startsWith(first[0])) return `[\`${type}\`](${first[1]})`;
  return `\`${type}\` (${links.map(([name, link]) => `[${name}](${link})`).join(', ')})`;
}

/** The text of an option, or of the one public type that it takes. */
function describe(site: Site, { doc, type, onlyWith }: Option): string {
  const [, name = ''] = /^(\w+)/.exec(type) ?? [];
  const own = doc?.summary ?? '';
  // What a patch is stands on its own page; a hundred times would be too often.
  const text =
    own !== '' || name === 'Patch' ? own : (site.face.names.get(name)?.doc.summary.split('\n\n')[0] ?? '');
  const only = onlyWith.length === 0 ? '' : `Only with ${onlyWith.map((tag) => `\`${tag}\``).join(' or ')}.`;
  return [text, only].filter((part) => part !== '').join(' ');
}
