import { abridged } from '../abridged';
import { type Diagnostic, type DiagnosticSpan, isFileSpan } from '../diagnostic';
import { type ReadSource, type Report } from '../report';
import { leftInWords, shownFindings } from '../shown-findings';
import { sortDiagnostics } from '../sort-diagnostics';
import { sourceLines, type SourceLines } from '../source-lines';
import { summaryLine } from '../summary';
import { visibleLine } from '../visible-text';
import { codeFrame, type FrameLayout } from './code-frame';
import { colour, monochrome, type Role } from './paint';
import { wrapText } from './wrap';

export interface TextOptions {
  readonly readSource: ReadSource;
  /** Escape sequences for a terminal; none when left out. */
  readonly colour?: boolean;
  /** Columns of the terminal, taken as 40 when it has fewer. Lines are not broken when left out. */
  readonly width?: number;
}

const LEAST_WIDTH = 40;
/** However long the code is. */
const LEAST_TITLE = 12;

/** What is no error and says the same so many times is shown in brief from then on. */
const TIMES_IN_FULL = 3;

/**
 * A report for people: each diagnostic with the lines of source it is about, then the summary. Of a warning whose notes
 * and help were shown three times only its title and places follow; of very many of one rule the first are shown and the
 * others counted; what is too long to read is cut. Ends with a newline. The places of spans (`--> file:line:column`) are
 * never broken, so that editors and
 * terminals find them.
 */
export function renderText(report: Report, options: TextOptions): string {
  const lines = sourceLines(options.readSource);
  const findings = shownFindings(sortDiagnostics(report.diagnostics));
  const told = new Map<string, number>();
  const blocks = findings.shown.map(abridged).map((each) => {
    const { code, notes, help, caveats } = each;
    const key = JSON.stringify([code, notes, help, caveats]);
    const times = told.get(key) ?? 0;
    told.set(key, times + 1);
    return times < TIMES_IN_FULL || each.severity === 'error'
      ? diagnosticBlock(each, lines, options)
      : briefBlock(each, options);
  });
  const endings = [leftInWords(findings), summaryLine(report)].flatMap((text) =>
    text === undefined ? [] : wrapText(text, widthOf(options)).join('\n'),
  );
  return [...blocks, ...endings].map((block) => `${block}\n`).join('\n');
}

/** One diagnostic as in {@link renderText}, without a newline at the end. */
export function renderDiagnosticText(diagnostic: Diagnostic, options: TextOptions): string {
  return diagnosticBlock(abridged(diagnostic), sourceLines(options.readSource), options);
}

/** What a diagnostic has of its own: its title, and its places without the lines of source. */
function briefBlock(diagnostic: Diagnostic, options: TextOptions): string {
  const layout = layoutOf(1, options);
  const spans = diagnostic.spans.flatMap((span, index) =>
    spanLines(span, undefined, index === 0 ? diagnostic.severity : 'secondary', layout),
  );
  return [...titleLines(diagnostic, layout), ...spans].join('\n');
}

function layoutOf(gutter: number, options: TextOptions): FrameLayout {
  return { gutter, width: widthOf(options), paint: options.colour === true ? colour : monochrome };
}

function diagnosticBlock(diagnostic: Diagnostic, lines: SourceLines, options: TextOptions): string {
  const framed = diagnostic.spans.map((span) => (isFileSpan(span) ? lines(span) : undefined));
  const numbers = diagnostic.spans.map((span, i) =>
    framed[i] !== undefined && isFileSpan(span) ? span.line : 1,
  );
  const layout = layoutOf(Math.max(...numbers.map((line) => String(line).length), 1), options);
  const spans = diagnostic.spans.map((span, index) =>
    spanLines(span, framed[index], index === 0 ? diagnostic.severity : 'secondary', layout),
  );
  const footers = [
    ...diagnostic.notes.map((text) => footerLines('note', text, layout)),
    ...diagnostic.help.map((text) => footerLines('help', text, layout)),
    ...(diagnostic.caveats ?? []).map((text) => footerLines('note', text, layout)),
  ].flat();
  const body = spans.flat();
  const bar = layout.paint('frame', `${' '.repeat(layout.gutter)} |`);
  // The bar leads on to what follows; nothing may.
  if (footers.length === 0 && body.at(-1) === bar) body.pop();
  return [...titleLines(diagnostic, layout), ...body, ...footers].join('\n');
}

function titleLines({ severity, code, title }: Diagnostic, { width, paint }: FrameLayout): readonly string[] {
  const head = `${severity}[${visibleLine(code)}]`;
  const indent = head.length + 2;
  const [first = '', ...rest] = wrapText(visibleLine(title), width && Math.max(width - indent, LEAST_TITLE));
  return [
    `${paint(severity, head)}${paint('title', `: ${first}`)}`,
    ...rest.map((line) => `${' '.repeat(indent)}${paint('title', line)}`),
  ];
}

function spanLines(
  span: DiagnosticSpan,
  line: string | undefined,
  role: Role,
  layout: FrameLayout,
): readonly string[] {
  const { gutter, paint } = layout;
  const arrow = paint('frame', `${' '.repeat(gutter)}${role === 'secondary' ? ':::' : '-->'}`);
  const place = isFileSpan(span)
    ? `${visibleLine(span.file)}:${span.line}:${span.column}`
    : `construct \`${visibleLine(span.construct)}\``;
  if (line === undefined || !isFileSpan(span))
    return [`${arrow} ${place}`, ...labelLines(span.label, layout)];
  const bar = paint('frame', `${' '.repeat(gutter)} |`);
  return [`${arrow} ${place}`, bar, ...codeFrame(span, line, role, layout), bar];
}

/** The label of a place whose line cannot be shown. */
function labelLines(label: string, { gutter, width }: FrameLayout): readonly string[] {
  if (label === '') return [];
  const indent = gutter + 4;
  return wrapText(label, width && width - indent).map((line) => `${' '.repeat(indent)}${line}`.trimEnd());
}

function footerLines(
  kind: 'note' | 'help',
  text: string,
  { gutter, width, paint }: FrameLayout,
): readonly string[] {
  const head = `${' '.repeat(gutter + 1)}${paint('frame', '=')} ${paint(kind, `${kind}:`)} `;
  const indent = gutter + 1 + `= ${kind}: `.length;
  const lines = wrapText(text, width && width - indent);
  return lines.map((line, index) => `${index === 0 ? head : ' '.repeat(indent)}${line}`.trimEnd());
}

function widthOf({ width }: TextOptions): number | undefined {
  return width === undefined ? undefined : Math.max(width, LEAST_WIDTH);
}
