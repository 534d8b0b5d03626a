import { originalPosition } from '../../source/original-position';
import { ProgramError } from './program-error';

/**
 * What V8 refuses though it was transpiled: names declared twice, `await` outside of
 * an ES module. Its stack begins with "<file>:<line>", the line of code, and carets.
 */
export function engineSyntaxError(error: SyntaxError, file: string): ProgramError {
  const [head = '', , carets = ''] = (error.stack ?? '').split('\n');
  const line = head.startsWith(`${file}:`) ? Number(head.slice(file.length + 1)) : Number.NaN;
  const column = carets.indexOf('^') + 1;
  const place = Number.isNaN(line) ? undefined : originalPosition(file, line, Math.max(column, 1));
  return new ProgramError({
    kind: 'syntax',
    message: error.message,
    file,
    frames: place === undefined ? [] : [{ ...place, name: '', own: true }],
    help: error.message.startsWith('await is only valid')
      ? ['make it an ES module: name it .mts, or write "type": "module" in package.json']
      : [],
    cause: error,
  });
}
