import { visibleText } from './visible-text';

/**
 * Text as Markdown that shows it as it is: what stands between backticks becomes code, everything else
 * loses its meaning as Markdown and as HTML. `@name` and `#123` notify nobody and link nowhere.
 */
export function markdownText(text: string): string {
  const visible = visibleText(text.replaceAll('\r\n', '\n'));
  return visible
    .split('\n')
    .map((line) =>
      line
        .split(/(`[^`]+`)/)
        .map(markdownPiece)
        .join(''),
    )
    .join('<br>\n');
}

/** Text as a code span, whatever backticks it holds (CommonMark, code spans). */
export function markdownCode(text: string): string {
  const line = visibleText(text).replaceAll('\n', ' ');
  const fence = '`'.repeat(longestRun(line) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') || line.trim() !== line ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Lines as a fenced block, whatever backticks they hold. */
export function markdownBlock(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(longestRun(text) + 1, 3));
  return `${fence}${language}\n${text}\n${fence}`;
}

function markdownPiece(piece: string, index: number): string {
  if (index % 2 === 1) return markdownCode(piece.slice(1, -1));
  const escaped = piece
    .replace(MEANINGFUL, escapeOne)
    .replace(/:\/\/|\bwww\./gi, (link) => `${link[0] ?? ''}\\${link.slice(1)}`);
  // At the start of a line these begin lists, headings and underlines of headings.
  return index === 0 ? escaped.replace(/^(\s*)(?:([-+=])|(\d+)([.)]))/, startOfLine) : escaped;
}

/** Characters that begin something in Markdown or HTML, or a reference on GitHub or GitLab. */
const MEANINGFUL = /[\\`*_[\]<>|]|[&~$@#!%](?=([\w"-])?)/g;

/** A comment between a sign and its name keeps both on the page, and the two apart. */
function escapeOne(sign: string, name: string | undefined): string {
  return name === undefined ? `\\${sign}` : `\\${sign}<!-- -->`;
}

function startOfLine(_all: string, blanks: string, sign?: string, digits?: string, end?: string): string {
  return sign === undefined ? `${blanks}${digits ?? ''}\\${end ?? ''}` : `${blanks}\\${sign}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
