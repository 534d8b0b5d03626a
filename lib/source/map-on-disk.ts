import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, resolve } from 'node:path';

/** Parsed maps by script, with the text that they were parsed from: a script may be built anew meanwhile. */
const parsed = new Map<string, { readonly text: string; readonly map: SourceMap }>();

/** The map that a compiler left in, or beside, a script. None when the script or its map cannot be read. */
export function mapOnDisk(script: string): SourceMap | undefined {
  if (!/\.[cm]?js$/.test(script)) return undefined;
  try {
    const url = lastMapUrl(readFileSync(script, 'utf8'));
    return url === undefined ? undefined : parse(script, mapText(script, url));
  } catch {
    // A map is a convenience of the build: a missing or broken one leaves the position in the script.
    return undefined;
  }
}

function parse(script: string, text: string): SourceMap {
  const known = parsed.get(script);
  if (known?.text === text) return known.map;
  const map = new SourceMap(JSON.parse(text) as SourceMapPayload);
  parsed.set(script, { text, map });
  return map;
}

/** The last comment counts (ECMA-426). */
function lastMapUrl(code: string): string | undefined {
  let url: string | undefined;
  for (const match of code.matchAll(/^\/\/[#@] sourceMappingURL=(\S+)[^\S\n]*$/gm)) url = match[1];
  return url;
}

function mapText(script: string, url: string): string {
  const inline = /^data:application\/json[^,]*?(;base64)?,(.*)$/s.exec(url);
  if (inline === null) return readFileSync(resolve(dirname(script), decodeURIComponent(url)), 'utf8');
  const [, base64, data = ''] = inline;
  return base64 === undefined ? decodeURIComponent(data) : Buffer.from(data, 'base64').toString('utf8');
}
