import { type JsonObject } from '../model/json-value';
import {
  type Diagnostic,
  type DiagnosticSpan,
  isFileSpan,
  type ObjectRef,
  type Severity,
} from './diagnostic';
import { fingerprints } from './fingerprint';
import { plainFacts } from './plain-facts';
import { type Report } from './report';
import { sortDiagnostics } from './sort-diagnostics';
import { visibleText } from './visible-text';

/** What SARIF tells about a rule, found something or not. */
export interface SarifRule {
  readonly code: string;
  /** The rule's name, `service-selects-no-pod`. */
  readonly name: string;
  readonly severity: Severity;
  /** One line. */
  readonly summary: string;
  /** As long as it needs, in Markdown. */
  readonly explanation?: string;
  /** The rule's page. */
  readonly helpUri?: string;
}

export interface SarifOptions {
  /** Version of this tool. */
  readonly version: string;
  /** The rules that took part. A finding of any other code gets an entry with the code alone. */
  readonly rules: readonly SarifRule[];
  /**
   * Where a finding stands that no file is known for: the file that builds the app, `main.ts`. Without
   * it such a finding has no file, which SARIF allows and GitHub code scanning refuses.
   */
  readonly entryFile?: string;
}

const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** GitHub and GitLab take relative paths as relative to the repository's root by this name. */
const ROOT = '%SRCROOT%';

/**
 * A report in SARIF 2.1.0 (OASIS), as GitHub code scanning and most editors read it.
 *
 * @returns JSON with two blanks of indentation and a newline at the end.
 */
export function renderSarif(report: Report, { version, rules, entryFile }: SarifOptions): string {
  const sorted = sortDiagnostics(report.diagnostics);
  const descriptors = descriptorsOf(rules, sorted);
  const indexes = new Map(descriptors.map((descriptor, index) => [descriptor.id, index]));
  const prints = fingerprints(sorted);
  const log: JsonObject = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'kubewright', version, rules: descriptors } },
        columnKind: 'utf16CodeUnits',
        results: sorted.map((diagnostic, index) => ({
          ruleId: diagnostic.code,
          ruleIndex: indexes.get(diagnostic.code) ?? -1,
          ...resultOf(diagnostic, entryFile),
          partialFingerprints: { 'kubewright/v1': prints[index] ?? '' },
        })),
        properties: { objects: report.objects },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

interface Descriptor extends JsonObject {
  readonly id: string;
}

function descriptorsOf(
  rules: readonly SarifRule[],
  diagnostics: readonly Diagnostic[],
): readonly Descriptor[] {
  const byCode = new Map<string, Descriptor>();
  for (const { code } of diagnostics) byCode.set(code, { id: code });
  for (const rule of rules) byCode.set(rule.code, descriptorOf(rule));
  return [...byCode.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function descriptorOf({ code, name, severity, summary, explanation, helpUri }: SarifRule): Descriptor {
  return {
    id: code,
    name,
    shortDescription: { text: summary },
    fullDescription: { text: explanation ?? summary },
    ...(explanation !== undefined && { help: { text: explanation, markdown: explanation } }),
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level: LEVEL[severity] },
  };
}

function resultOf(diagnostic: Diagnostic, entryFile: string | undefined): JsonObject {
  const { title, severity, object, path, spans } = diagnostic;
  const [first, ...others] = spans;
  const facts = plainFacts(diagnostic, { skipPlace: true });
  const primary = {
    ...(entryFile !== undefined && { physicalLocation: physicalLocation(entryFile, 1, 1) }),
    ...(first && locationOf(first)),
    ...(object && logicalLocation(object, first)),
  };
  return {
    level: LEVEL[severity],
    message: { text: `${visibleText(title)}${facts === '' ? '' : `\n${facts}`}` },
    locations: Object.keys(primary).length === 0 ? [] : [primary],
    ...(others.length > 0 && {
      relatedLocations: others.map((span, index) => ({ id: index + 1, ...locationOf(span) })),
    }),
    ...(path !== undefined && { properties: { path } }),
  };
}

function locationOf(span: DiagnosticSpan): JsonObject {
  const message = span.label === '' ? {} : { message: { text: visibleText(span.label) } };
  if (!isFileSpan(span)) return { logicalLocations: [constructLocation(span.construct)], ...message };
  return { physicalLocation: physicalLocation(span.file, span.line, span.column), ...message };
}

function physicalLocation(file: string, startLine: number, startColumn: number): JsonObject {
  return { artifactLocation: artifactLocation(file), region: { startLine, startColumn } };
}

function logicalLocation(object: ObjectRef, span: DiagnosticSpan | undefined): JsonObject {
  const { kind, namespace, name } = object;
  const location = {
    name,
    fullyQualifiedName: [kind, namespace, name].filter(Boolean).join('/'),
    kind: 'resource',
  };
  const construct = span === undefined || isFileSpan(span) ? [] : [constructLocation(span.construct)];
  return { logicalLocations: [location, ...construct] };
}

function constructLocation(construct: string): JsonObject {
  return { fullyQualifiedName: construct, kind: 'construct' };
}

/** A path as a URI: relative ones hang on the root of the repository. */
function artifactLocation(file: string): JsonObject {
  const uri = file.split('/').map(encodeSegment).join('/');
  if (/^[A-Za-z]:\//.test(file)) return { uri: `file:///${uri.replace('%3A', ':')}` };
  if (file.startsWith('/')) return { uri: `file://${uri}` };
  return { uri, uriBaseId: ROOT };
}

/** `encodeURIComponent` refuses half surrogate pairs, which file names can hold. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd'));
}
