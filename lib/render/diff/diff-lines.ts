import { structuredPatch } from 'diff';
import { isJsonObject } from '../../model/json-object';
import { type JsonValue } from '../../model/json-value';
import { type Manifest } from '../../model/manifest';
import { emitDocument } from '../emit-yaml';
import { type MarkedFieldChange, type ObjectChange } from './object-change';

/** One line of what is shown of a change. */
export interface DiffLine {
  readonly sign: '+' | '-' | ' ' | '!';
  readonly text: string;
}

/** Lines around a change of a text of several lines. */
const CONTEXT = 2;

/** The lines that tell what became of the fields of one object. Values of Secrets are not shown. */
export function diffLines(change: ObjectChange): readonly DiffLine[] {
  if (!('fields' in change)) return [];
  const secret = change.after.kind === 'Secret';
  return change.fields.flatMap((field) => [
    ...(secret && isSecretValue(field) ? [secretLine(field)] : fieldLines(field)),
    ...(field.refused === undefined
      ? []
      : [
          { sign: '!', text: `apply refuses it: ${field.refused.reason}` } as const,
          { sign: '!', text: `help: ${field.refused.help}` } as const,
        ]),
  ]);
}

/** The heading of a change: kind, namespace and name, and the old name of what was renamed. */
export function changeTitle(change: ObjectChange): string {
  if (change.change === 'added') return objectTitle(change.after);
  if (change.change !== 'renamed') return objectTitle(change.before);
  return `${objectTitle(change.before)} -> ${objectName(change.after)}`;
}

function objectTitle(object: Manifest): string {
  return `${object.kind} ${objectName(object)}`;
}

function objectName({ metadata: { namespace, name } }: Manifest): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}

function fieldLines(field: MarkedFieldChange): readonly DiffLine[] {
  const { path, before, after } = field;
  if (
    typeof before === 'string' &&
    typeof after === 'string' &&
    (before.includes('\n') || after.includes('\n'))
  ) {
    return [{ sign: ' ', text: `${path}:` }, ...textLines(before, after)];
  }
  if (before === undefined || after === undefined || isTree(before) || isTree(after)) {
    return [...valueLines('-', path, before), ...valueLines('+', path, after)];
  }
  return [{ sign: ' ', text: `${path}: ${scalar(before)} -> ${scalar(after)}` }];
}

function valueLines(sign: '+' | '-', path: string, value: JsonValue | undefined): readonly DiffLine[] {
  if (value === undefined) return [];
  if (!isTree(value)) return [{ sign, text: `${path}: ${scalar(value)}` }];
  const body = emitDocument(Array.isArray(value) ? { items: value } : (value as Manifest))
    .trimEnd()
    .split('\n');
  const lines = Array.isArray(value) ? body.slice(1) : body;
  return [{ sign, text: `${path}:` }, ...lines.map((text) => ({ sign, text: `  ${text}` }))];
}

function textLines(before: string, after: string): readonly DiffLine[] {
  const { hunks } = structuredPatch('', '', before, after, undefined, undefined, { context: CONTEXT });
  return hunks.flatMap((hunk, index) => [
    ...(index > 0 ? [{ sign: ' ', text: '  ...' } as const] : []),
    ...hunk.lines.map((line): DiffLine => {
      const sign = line.startsWith('+') ? '+' : line.startsWith('-') ? '-' : ' ';
      return { sign, text: `  ${line.slice(1)}` };
    }),
  ]);
}

function isTree(value: JsonValue): boolean {
  return (isJsonObject(value) && Object.keys(value).length > 0) || (Array.isArray(value) && value.length > 0);
}

function scalar(value: JsonValue): string {
  return typeof value === 'string' && /^[\w./:@%+-]+$/.test(value) ? value : JSON.stringify(value);
}

function isSecretValue({ tokens: [field] }: MarkedFieldChange): boolean {
  return field === 'data' || field === 'stringData';
}

function secretLine({ path, before, after }: MarkedFieldChange): DiffLine {
  if (before === undefined) return { sign: '+', text: `${path}: (secret)` };
  if (after === undefined) return { sign: '-', text: `${path}: (secret)` };
  return { sign: ' ', text: `${path}: (secret, changed)` };
}
