import { type ObjectRef } from '../render/object-ref';
import { type RenderProblem } from '../render/render-problem';
import { type Style } from './style';

/**
 * Something that rendering cannot do, or that its reader should know, as text: what it is and the way out; of an error
 * also the objects.
 */
export function renderProblem(problem: RenderProblem, word: 'error' | 'note', style: Style): string {
  const { title, objects, files, help } = problem;
  const note = (text: string): string => `  ${style.cyan('=')} ${text}`;
  const mark = word === 'error' ? style.red(style.bold(word)) : style.cyan(word);
  return [
    `${mark}${style.bold(`: ${title}`)}`,
    ...(word === 'error' ? objects.map((object) => note(describe(object))) : []),
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
