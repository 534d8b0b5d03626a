import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { type Rule } from '../../lib/check/rule';
import { type Release } from '../versions';
import { isUnobservable, type Unobservable } from './consequence';
import { TABLE } from './table';
import { type Seen, showsOf } from './try-example';

const PAGE = join(__dirname, '..', '..', 'docs', 'consequences.md');

/**
 * Writes docs/consequences.md from what a run has seen. Of rules that it has not tried the page keeps what it has.
 *
 * @param rules All rules of the page.
 */
export async function writeDocs(of: Release, rules: readonly Rule[], seen: readonly Seen[]): Promise<void> {
  const tried = new Set(seen.map(({ code }) => code));
  const isWhole = rules.every(({ code }) => tried.has(code));
  const known = isWhole ? new Map<string, string>() : await knownRows(of);
  const lacking = rules.filter(({ code }) => !isAside(code) && !tried.has(code) && !known.has(code));
  if (lacking.length > 0) {
    const codes = lacking.map(({ code }) => code).join(', ');
    throw new Error(`docs/consequences.md has no row of ${codes}: try these too`);
  }
  const versions = await knownVersions();
  if (isWhole) versions.set(of.kubernetes, versionRow(of, seen));
  await write(page(of, rules, seen, known, [...versions.values()]));
}

/** Writes into docs/consequences.md how it went on another release than that of the page, with all rules. */
export async function writeVersion(
  of: Release,
  rules: readonly Rule[],
  seen: readonly Seen[],
): Promise<void> {
  const tried = new Set(seen.map(({ code }) => code));
  if (!rules.every(({ code }) => tried.has(code))) throw new Error(`record all rules of ${of.version}`);
  const versions = await knownVersions();
  versions.set(of.kubernetes, versionRow(of, seen));
  const text = await readFile(PAGE, 'utf8');
  const table = VERSIONS.exec(text);
  if (table === null)
    throw new Error('docs/consequences.md has no table of versions: record the newest first');
  const rows = [...versions.values()].sort().map((each) => `${each}\n`);
  await write(text.replace(table[0], `${table[1] ?? ''}${rows.join('')}`));
}

/** The table of versions: its head, and its rows. */
const VERSIONS = /^(\| Kubernetes +\|.*\n\|[- |:]+\n)(?:\| \d.*\n)*/m;

async function write(text: string): Promise<void> {
  await writeFile(PAGE, await format(text, { parser: 'markdown', printWidth: 110, singleQuote: true }));
}

/** The rows of {@link versionRow} that the page has, by their releases. */
async function knownVersions(): Promise<Map<string, string>> {
  const rows = (await readFile(PAGE, 'utf8')).split('\n').flatMap((line) => {
    const version = /^\| (\d+\.\d+\.\d+) +\|/.exec(line)?.[1];
    return version === undefined ? [] : ([[version, line]] as const);
  });
  return new Map(rows);
}

/** How many examples did on a release what the rules say, and those that are none there. */
function versionRow({ kubernetes }: Release, seen: readonly Seen[]): string {
  const observed = seen.filter(({ words }) => words !== undefined);
  const rules = new Set(observed.map(({ code }) => code));
  const absent = seen.filter(({ unobservable }) => unobservable?.startsWith('not on ') === true);
  const reasons = [...new Set(absent.map(({ code }) => code))].map((code) => {
    const [first] = absent.filter((each) => each.code === code);
    return `${code}: ${cell(first?.unobservable?.replace(/^.* is of `|^.* has `|`.*$/g, '') ?? '')}`;
  });
  return `| ${kubernetes} | ${observed.length} examples of ${rules.size} rules | ${reasons.join('<br>')} |`;
}

/** The rows of the page as it is, by the codes of rules. */
async function knownRows({ kubernetes, version }: Release): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(PAGE, 'utf8');
  if (!text.includes(`Kubernetes ${kubernetes} (`)) {
    throw new Error(`docs/consequences.md is not of ${kubernetes}: record all rules, without --code`);
  }
  const rows = text.split('\n').flatMap((line) => {
    const code = /^\| \[(K\d+)\]/.exec(line)?.[1];
    return code === undefined ? [] : ([[code, line]] as const);
  });
  if (rows.length === 0) throw new Error(`docs/consequences.md has no rows: record all rules of ${version}`);
  return new Map(rows);
}

/** The examples of a rule that are not looked at, though others of it are, and why. */
function asideOf({ code, bad, good }: Rule): readonly Unobservable[] {
  const entry = TABLE[code];
  if (entry === undefined || isUnobservable(entry)) return [];
  return [
    ...bad.map((_, index) => showsOf(entry.bad, index)),
    ...good.map((_, index) => showsOf(entry.good, index)),
  ]
    .filter((shows) => shows !== undefined)
    .filter(isUnobservable);
}

function page(
  { kubernetes, version }: Release,
  rules: readonly Rule[],
  seen: readonly Seen[],
  known: ReadonlyMap<string, string>,
  versions: readonly string[],
): string {
  const observed = rules.filter(({ code }) => !isAside(code));
  const aside = rules.filter(({ code }) => isAside(code));
  const skipped = observed.flatMap(asideOf);
  const tried = observed.reduce((sum, { bad, good }) => sum + bad.length + good.length, 0) - skipped.length;
  return `# What a cluster does with what the rules find

Generated by \`npm run conformance -- consequences ${version} --record\`, which fails where a cluster does otherwise.

Most of what the rules of the groups references (K3xx), capacity (K4xx) and rendering (K7xx) find is accepted by the API
server, and goes wrong afterwards. Each rule has examples, which are on [its page](rules/README.md): \`bad\`, in which it
finds something, and \`good\`, the same mended. This is what a control plane of Kubernetes ${kubernetes} (etcd,
kube-apiserver, kube-controller-manager and kube-scheduler as they are released; see
[conformance](../conformance/README.md)) did with them: ${tried} examples of ${observed.length} rules, each in
namespaces of its own. With every \`bad\` example what the rule claims shows, and with every \`good\` one that all is well. The words
are the cluster's, but for names and addresses that chance makes.

There are no machines behind it: a program stands in for the kubelets, and says what they say. Where something else had
to be stood in for, the table says so.

    npm run conformance -- consequences ${version} --code K301    # one rule; nothing is written

| rule | with \`bad\` | with \`good\` | stood in for |
| --- | --- | --- | --- |
${observed.map((rule) => row(rule, seen, known)).join('\n')}

## On which versions

The examples were tried on each together, with \`npm run conformance -- consequences <version> --record\`, when they were as many as
the table says; those of newer rules were tried by themselves. The words above are those of ${kubernetes}.

| Kubernetes | did what the rules say | what it does not have |
| --- | --- | --- |
${[...versions].sort().join('\n')}

## What cannot be seen

Of ${aside.length} rules the consequence is not one of the control plane, or needs what is not here.

| rule | what it finds | why |
| --- | --- | --- |
${aside.map((rule) => `| ${link(rule)} | ${rule.summary} | ${cell(whyOf(rule.code))} |`).join('\n')}

${skipped.length === 0 ? '' : `Not tried were ${skipped.length} examples of other rules: ${reasons(skipped)}.`}
`;
}

function row(rule: Rule, seen: readonly Seen[], known: ReadonlyMap<string, string>): string {
  const kept = seen.some(({ code }) => code === rule.code) ? undefined : known.get(rule.code);
  if (kept !== undefined) return kept;
  const entry = TABLE[rule.code];
  const standIn = entry === undefined || isUnobservable(entry) ? undefined : entry.standIn;
  return `| ${link(rule)} | ${wordsOf(rule, 'bad', seen)} | ${wordsOf(rule, 'good', seen)} | ${standIn ?? ''} |`;
}

function wordsOf({ code }: Rule, kind: 'bad' | 'good', seen: readonly Seen[]): string {
  const own = seen
    .filter((each) => each.code === code && each.kind === kind)
    .sort((a, b) => a.index - b.index)
    .flatMap(({ words }) => words ?? []);
  return [...new Set(own)].map(cell).join('<br>');
}

function reasons(skipped: readonly Unobservable[]): string {
  return [...new Set(skipped.map(({ unobservable }) => unobservable))].join('; ');
}

function isAside(code: string): boolean {
  const entry = TABLE[code];
  return entry === undefined || isUnobservable(entry);
}

function whyOf(code: string): string {
  const entry = TABLE[code];
  return entry !== undefined && isUnobservable(entry) ? entry.unobservable : '';
}

function link({ code, name }: Rule): string {
  return `[${code}](rules/${code}.md) ${name}`;
}

/** Text for a cell of a table: what the cluster said is no Markdown. */
function cell(text: string): string {
  return text.replace(/[\\|<>*_[\]`]/g, (sign) => `\\${sign}`);
}
