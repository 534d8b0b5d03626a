import { findSourceMap, type SourceMap } from 'node:module';
import { dirname, isAbsolute, resolve } from 'node:path';

import { AskingFrame } from './asking-frame';
import { type CallSite } from './call-site';
import { scriptPath } from './library-script';
import { mapOnDisk } from './map-on-disk';
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
  const source = entry.originalSource.startsWith('file:')
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
