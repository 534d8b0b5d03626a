import { type ReadSource } from '../diagnostics/report';
import { visibleLine } from '../diagnostics/visible-text';
import { type ObjectRef } from '../render/object-ref';
import { type RenderProblem } from '../render/render-problem';
import { type Style } from './style';

/** More of a line says no more. */
const LONGEST_LINE = 120;

/**
 * Something that rendering cannot do, or that its reader should know, as text: what it is and the way out; of an error
 * also the objects, with the lines that made them.
 *
 * @param read gives the text of a file that a span names
 */
export function renderProblem(
  problem: RenderProblem,
  word: 'error' | 'note',
  style: Style,
  read: ReadSource = () => undefined,
): string {
  const { title, objects, files, help } = problem;
  const note = (text: string): string => `  ${style.cyan('=')} ${text}`;
  const mark = word === 'error' ? style.red(style.bold(word)) : style.cyan(word);
  return [
    `${mark}${style.bold(`: ${title}`)}`,
    ...(word === 'error'
      ? objects.flatMap((object) => [note(describe(object)), ...madeBy(object, style, read)])
      : []),
    // A title that is about one file names it.
    ...(word === 'error' && files.length > 1 ? [note(`in ${files.join(', ')}`)] : []),
    note(`help: ${help}`),
    '',
  ].join('\n');
}

function describe({ kind, namespace, name, path, chart, span }: ObjectRef): string {
  const place = span === undefined ? '' : `, ${span.file}:${span.line}:${span.column}`;
  const object = `${kind} ${namespace === '' ? name : `${namespace}/${name}`}`;
  return `${object}, made by the construct ${path} in the chart ${chart}${place}`;
}

function madeBy({ span }: ObjectRef, style: Style, read: ReadSource): readonly string[] {
  const line = span && read(span.file)?.split(/\r\n|[\n\r\u2028\u2029]/, span.line)[span.line - 1];
  if (span === undefined || line === undefined || line.trim() === '') return [];
  const shown = visibleLine(line.trim());
  const text = shown.length > LONGEST_LINE ? `${shown.slice(0, LONGEST_LINE)}...` : shown;
  return [`      ${style.cyan(`${span.line} |`)} ${text}`];
}
