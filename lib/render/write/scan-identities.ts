import { type Identity } from '../identity-key';

/**
 * Reads the identities of the objects in a file that some other tool rendered, line by line: enough for
 * block YAML as the stock synth and most tools write it. Only what is understood without doubt counts.
 *
 * @returns the identities, none for a file of blanks and comments; `undefined` for a file that holds
 * anything else
 */
export function scanIdentities(text: string): Identity[] | undefined {
  const identities: Identity[] = [];
  for (const document of text.split(/^---(?:[ \t].*)?\r?$/m)) {
    const lines = document.split(/\r?\n/).filter((line) => !/^\s*(?:#.*)?$/.test(line));
    if (lines.length === 0) continue;
    const identity = scanDocument(lines);
    if (!identity) return undefined;
    identities.push(identity);
  }
  return identities;
}

function scanDocument(lines: readonly string[]): Identity | undefined {
  // A list at the indent of its key is block YAML too.
  if (!lines.every((line) => /^(?:[A-Za-z][\w-]*:|[ ]|- |-$)/.test(line))) return undefined;
  const at = lines.findIndex((line) => /^metadata:\s*$/.test(line));
  const end = lines.findIndex((line, index) => index > at && !line.startsWith(' '));
  const metadata = at < 0 ? [] : lines.slice(at + 1, end < 0 ? undefined : end);
  const indent = /^ +/.exec(metadata[0] ?? '')?.[0] ?? ' ';
  const [apiVersion, kind, name] = [
    field(lines, '', 'apiVersion'),
    field(lines, '', 'kind'),
    field(metadata, indent, 'name'),
  ];
  if (apiVersion === undefined || kind === undefined || name === undefined) return undefined;
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.lastIndexOf('/')) : '';
  return { group, kind, namespace: field(metadata, indent, 'namespace') ?? '', name };
}

function field(lines: readonly string[], indent: string, key: string): string | undefined {
  const start = `${indent}${key}:`;
  const found = lines.filter((line) => line.startsWith(`${start} `));
  const value = found[0]?.slice(start.length).trim();
  if (found.length !== 1 || value === undefined) return undefined;
  const [, double, single, plain] = /^(?:"([^"\\]*)"|'([^']*)'|([A-Za-z0-9][^\s#]*))$/.exec(value) ?? [];
  return double ?? single ?? plain;
}
