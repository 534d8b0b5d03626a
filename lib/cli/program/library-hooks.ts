import { isBuiltin } from 'node:module';
import { isAbsolute, join } from 'node:path';
import { cacheDir, cacheName } from './cache-dir';
import { type LibraryListener, LibraryPack } from './library-pack';
import { type LoadingModule, moduleInternals } from './module-internals';
import { isUserFile } from './user-file';

let pack: LibraryPack | undefined;
let listener: LibraryListener | undefined;

/**
 * Has library modules, this package's own included, come from the project's pack
 * from now on. To be called before anything heavy is loaded; only the first call in a
 * process counts.
 *
 * @param cache false neither reads nor writes the pack.
 */
export function openLibraries(projectDir: string, cache = true): LibraryPack {
  if (pack !== undefined) return pack;
  const dir = cache ? cacheDir(projectDir) : undefined;
  pack = new LibraryPack(
    dir && join(dir, `libraries-${cacheName(projectDir)}.bin`),
    // A name that every reader of stacks takes for a library's.
    join(projectDir, 'node_modules', '.kubewright', 'libraries.js'),
    (filename, exports) => listener?.(filename, exports),
  );
  hookLibraries(pack);
  return pack;
}

/** Has the one listener told of every library module, first of those that are there already. */
export function listenToLibraries(given: LibraryListener): void {
  listener = given;
  for (const [file, module] of Object.entries(moduleInternals._cache)) {
    if (module?.loaded === true && !isUserFile(file)) given(file, module.exports);
  }
}

function hookLibraries(libraries: LibraryPack): void {
  const { _extensions: extensions } = moduleInternals;
  const load = extensions['.js'];
  if (load === undefined) throw new Error('this Node has no loader for .js files');
  extensions['.js'] = (module, filename) => {
    if (isUserFile(filename)) {
      load(module, filename);
      return;
    }
    if (libraries.has(filename)) {
      libraries.run(module);
      return;
    }
    loadAndNote(libraries, module, filename, load);
    listener?.(filename, module.exports);
  };
  const resolve = moduleInternals._resolveFilename;
  moduleInternals._resolveFilename = (request, parent, isMain, options) => {
    const from = parent?.filename;
    if (typeof from !== 'string' || isUserFile(from) || isBuiltin(request)) {
      return resolve(request, parent, isMain, options);
    }
    const known = options === undefined ? libraries.resolve(request, from) : undefined;
    if (known !== undefined) return known;
    const found = resolve(request, parent, isMain, options);
    if (isAbsolute(found)) libraries.addRequest(from, request, found);
    return found;
  };
}

/** Lets Node load a module, and takes its code on the way. */
function loadAndNote(
  libraries: LibraryPack,
  module: LoadingModule,
  filename: string,
  load: (module: LoadingModule, filename: string) => void,
): void {
  module._compile = (code, name, format) => {
    Reflect.deleteProperty(module, '_compile');
    if (format === undefined || format === 'commonjs') libraries.add(name, code);
    return format === undefined ? module._compile(code, name) : module._compile(code, name, format);
  };
  let done = false;
  try {
    load(module, filename);
    done = true;
  } finally {
    if (!done) libraries.drop(filename);
  }
}
