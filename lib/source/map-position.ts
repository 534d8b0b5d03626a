import { readFileSync } from 'node:fs';
import { findSourceMap, SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, isAbsolute, resolve } from 'node:path';

import { type CallSite } from './call-site';
import { scriptPath } from './library-script';
import { effectiveStackHook } from './stack-hook';

/** A position in a file on disk: `path` is absolute. */
export interface FilePosition {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Leads a position in running code back to the file that a person wrote.
 *
 * Asked in turn: Node's own table of source maps (`--enable-source-maps`, or a loader that switched it
 * on); the hook for stack traces that ts-node, jest and source-map-support install, which knows maps
 * that exist nowhere else; the `sourceMappingURL` of the script on disk. Without any, code that runs is
 * the code that was written.
 */
export function mapPosition(site: CallSite): FilePosition {
  return (
    fromSourceMap(findSourceMap(site.script), site, scriptPath(site.script)) ??
    fromStackHook(site) ??
    fromSourceMap(mapOnDisk(scriptPath(site.script)), site, scriptPath(site.script)) ?? {
      path: scriptPath(site.script),
      line: site.line,
      column: site.column,
    }
  );
}

function fromSourceMap(map: SourceMap | undefined, site: CallSite, script: string): FilePosition | undefined {
  const entry = map?.findEntry(site.line - 1, site.column - 1);
  if (entry === undefined || !('originalSource' in entry) || !entry.originalSource) return undefined;
  const source = entry.originalSource.startsWith("file:")
    ? scriptPath(entry.originalSource)
    : rooted(entry.originalSource, map?.payload.sourceRoot ?? '');
  if (source === undefined) return undefined;
  return {
    path: resolve(dirname(script), source),
    line: entry.originalLine + 1,
    column: entry.originalColumn + 1,
  };
}

/** `sourceRoot` goes before every source that is not absolute (ECMA-426). `undefined` for a URL that is no file. */
function rooted(source: string, sourceRoot: string): string | undefined {
  if (isAbsolute(source)) return source;
  const path =
    sourceRoot === '' || sourceRoot.endsWith('/') ? sourceRoot + source : `${sourceRoot}/${source}`;
  if (path.startsWith('file:')) return scriptPath(path);
  return /^[a-z][a-z0-9+.-]+:/i.test(path) ? undefined : path;
}

/**
 * A hook is given one frame that says where `site` is, and answers with the text of a stack trace, in
 * which the frame's place is the mapped one.
 */
function fromStackHook(site: CallSite): FilePosition | undefined {
  const answer = askStackHook(site);
  const frame = typeof answer === 'string' ? /\n\s*at (.+)$/.exec(answer)?.[1] : undefined;
  if (frame === undefined) return undefined;
  const place = placeIn(frame) ?? placeIn(/ \((.+)\)$/.exec(frame)?.[1] ?? '');
  if (place === undefined) return undefined;
  const unmoved =
    place.path === scriptPath(site.script) && place.line === site.line && place.column === site.column;
  return unmoved ? undefined : place;
}

function askStackHook(site: CallSite): unknown {
  try {
    return effectiveStackHook()?.(new Error('position'), [new AskingFrame(site)]);
  } catch {
    // A hook that cannot cope with the frame only costs us its maps.
    return undefined;
  }
}

/** The place that a line of a stack trace consists of. The path may hold anything, so the numbers are taken from the end. */
function placeIn(text: string): FilePosition | undefined {
  const parts = /^(.+):(\d+):(\d+)$/.exec(text);
  if (parts?.[1] === undefined) return undefined;
  const path = scriptPath(parts[1]);
  return isAbsolute(path) ? { path, line: Number(parts[2]), column: Number(parts[3]) } : undefined;
}

/** The map that a compiler left in, or beside, a script. None when the script or its map cannot be read. */
function mapOnDisk(script: string): SourceMap | undefined {
  if (!/\.[cm]?js$/.test(script)) return undefined;
  try {
    const url = lastMapUrl(readFileSync(script, 'utf8'));
    if (url === undefined) return undefined;
    const inline = /^data:application\/json[^,]*?(;base64)?,(.*)$/s.exec(url);
    const text =
      inline === null
        ? readFileSync(resolve(dirname(script), decodeURIComponent(url)), 'utf8')
        : inline[1] === undefined
          ? decodeURIComponent(inline[2] ?? '')
          : Buffer.from(inline[2] ?? '', 'base64').toString('utf8');
    return new SourceMap(JSON.parse(text) as SourceMapPayload);
  } catch {
    // A map is a convenience of the build: a missing or broken one leaves the position in the script.
    return undefined;
  }
}

function lastMapUrl(code: string): string | undefined {
  let url: string | undefined;
  for (const match of code.matchAll(/^\/\/[#@] sourceMappingURL=(\S+)[^\S\n]*$/gm)) url = match[1];
  return url;
}

/** A frame of V8 that says where it is and has nothing else to tell. Hooks copy the methods that they find on the prototype. */
class AskingFrame implements NodeJS.CallSite {
  readonly #site: CallSite;

  constructor(site: CallSite) {
    this.#site = site;
  }

  getFileName(): string {
    return this.#site.script;
  }
  getScriptNameOrSourceURL(): string {
    return this.#site.script;
  }
  getLineNumber(): number {
    return this.#site.line;
  }
  getColumnNumber(): number {
    return this.#site.column;
  }
  getEnclosingLineNumber(): number {
    return this.#site.line;
  }
  getEnclosingColumnNumber(): number {
    return this.#site.column;
  }
  getPosition(): number {
    return 0;
  }
  getScriptHash(): string {
    return '';
  }
  getThis(): undefined {
    return undefined;
  }
  getFunction(): undefined {
    return undefined;
  }
  getFunctionName(): null {
    return null;
  }
  getMethodName(): null {
    return null;
  }
  getTypeName(): null {
    return null;
  }
  getEvalOrigin(): undefined {
    return undefined;
  }
  getPromiseIndex(): null {
    return null;
  }
  isToplevel(): boolean {
    return true;
  }
  isNative(): boolean {
    return false;
  }
  isEval(): boolean {
    return false;
  }
  isConstructor(): boolean {
    return false;
  }
  isAsync(): boolean {
    return false;
  }
  isPromiseAll(): boolean {
    return false;
  }
  toString(): string {
    return `${this.#site.script}:${this.#site.line}:${this.#site.column}`;
  }
}
