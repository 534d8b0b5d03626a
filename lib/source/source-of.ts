import { type IConstruct } from 'constructs';

import { type SourceSpan } from '../model/source-span';
import { type CallSite } from './call-site';
import { isLibraryPath } from './library-script';
import { mapPosition } from './map-position';
import { recordedSiteOf } from './recorded-sites';
import { relativePath } from './relative-path';

/**
 * Where in the user's code a construct was made: the position of the `new`, or of the call into a
 * library that made it. Never a line of a package, nor of this library.
 *
 * `undefined` for a root, for what was made before `recordSources()` was called, and for what no line of
 * the user's made; the construct's path (`construct.node.path`) is then what tells it apart.
 *
 * The first question about a line reads its source map, so ask when there is something to show.
 *
 * @param root Absolute folder that `file` is relative to, with forward slashes; the working directory
 * when left out. A file outside of it has `..` in its path.
 *
 * @example
 * ```ts
 * const span = sourceOf(service);
 * const place = span ? `${span.file}:${span.line}:${span.column}` : service.node.path;
 * ```
 */
export function sourceOf(construct: IConstruct, root: string = process.cwd()): SourceSpan | undefined {
  const site = recordedSiteOf(construct);
  return site && spanOfSite(site, root);
}

/** The span of a position in running code; `undefined` when its source map leads into a library. */
export function spanOfSite(site: CallSite, root: string): SourceSpan | undefined {
  let spans = resolved.get(site);
  if (spans === undefined) resolved.set(site, (spans = new Map<string, SourceSpan | undefined>()));
  if (spans.has(root)) return spans.get(root);
  const { path, line, column } = mapPosition(site);
  const span = isLibraryPath(path)
    ? undefined
    : Object.freeze({ file: relativePath(root, path), line, column });
  spans.set(root, span);
  return span;
}

const resolved = new WeakMap<CallSite, Map<string, SourceSpan | undefined>>();
