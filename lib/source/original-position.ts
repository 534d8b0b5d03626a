import { SourceMap, type SourceMapPayload } from 'node:module';
import { type SourceSpan } from '../model/source-span';

/** Translates a place in generated code to the code it was made from. */
export type PositionMapper = (line: number, column: number) => SourceSpan | undefined;

const mappers = new Map<string, PositionMapper>();

/**
 * Tells where the code that runs under the name `file` came from. A second call
 * for one file replaces the first, as when a program is loaded again.
 */
export function registerPositionMapper(file: string, mapper: PositionMapper): void {
  mappers.set(file, mapper);
}

/**
 * Registers a source map (version 3, JSON). The map is asked for and parsed only
 * when a place in the file is looked up: most runs never need it. `unmapped` is asked
 * for the places that the map leaves out.
 */
export function registerSourceMap(
  file: string,
  readMap: () => string | undefined,
  unmapped: PositionMapper = () => undefined,
): void {
  let map: SourceMap | null | undefined;
  registerPositionMapper(file, (line, column) => {
    map ??= parseMap(readMap());
    // Node counts lines and columns of a map from 0.
    const entry = map?.findEntry(line - 1, column - 1);
    if (entry === undefined || !('originalLine' in entry)) return unmapped(line, column);
    return { file, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
  });
}

function parseMap(text: string | undefined): SourceMap | null {
  if (text === undefined) return null;
  try {
    return new SourceMap(JSON.parse(text) as SourceMapPayload);
  } catch {
    // Without a usable map the place in the generated code is the best there is.
    return null;
  }
}

/**
 * The place in the code as it was written for a place in the code as it runs.
 * Files that nobody registered are their own source. Takes a path; `file:` URLs
 * are for the caller to turn into paths.
 */
export function originalPosition(file: string, line: number, column: number): SourceSpan {
  return mappers.get(file)?.(line, column) ?? { file, line, column };
}
