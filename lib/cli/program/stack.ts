import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import { originalPosition } from '../../source/original-position';
import { type StackFrame } from './program-error';
import { isUserFile } from './user-file';

/**
 * Makes every stack of this process speak of the code as it was written.
 *
 * @param beforeLookup called before places are looked up, for maps that come late.
 */
export function mapStacks(beforeLookup: () => void): void {
  // A library that the user called may have gone deeper than the ten frames of Node's default.
  Error.stackTraceLimit = Math.max(Error.stackTraceLimit, 50);
  Error.prepareStackTrace = (error, sites) => {
    beforeLookup();
    return [header(error), ...sites.map((site) => `    at ${mapSite(site)}`)].join('\n');
  };
}

function header(error: Error): string {
  try {
    return String(error);
  } catch {
    // An error whose own toString throws still has a stack.
    return 'Error';
  }
}

function mapSite(site: NodeJS.CallSite): string {
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- V8 writes it as a frame
  const text = String(site);
  const name = site.getFileName();
  const line = site.getLineNumber();
  const column = site.getColumnNumber();
  if (typeof name !== 'string' || line === null || column === null) return text;
  const file = toPath(name);
  const place = originalPosition(file, line, column);
  return text.replace(
    `${name}:${String(line)}:${String(column)}`,
    () => `${place.file}:${String(place.line)}:${String(place.column)}`,
  );
}

/** A module's URL, with the query that a reload puts on it, as the path of its file. */
export function toPath(name: string): string {
  return name.startsWith('file:') ? fileURLToPath(name) : name;
}

const FRAME = /^\s+at (?:(?:async )?(.*?) \()?(?:async )?([^()]+?):(\d+):(\d+)\)?$/;

/** The frames of a stack that mapStacks wrote. Frames without a place are left out. */
export function parseStack(stack: string): StackFrame[] {
  const frames: StackFrame[] = [];
  for (const text of stack.split('\n')) {
    const [, name = '', place, line, column] = FRAME.exec(text) ?? [];
    if (place === undefined) continue;
    const file = toPath(place);
    frames.push({
      file,
      line: Number(line),
      column: Number(column),
      // What Node calls the top level of a CommonJS file.
      name: name.startsWith('Object.<anonymous>') ? '' : name,
      own: isAbsolute(file) && isUserFile(file),
    });
  }
  return frames;
}
