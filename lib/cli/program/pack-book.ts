import { Script } from 'node:vm';
import { asUsual } from './patiently';
import { moduleScript, MODULE_PARAMETERS, type ModuleFunction } from './module-internals';

export type BookEncoding = 'latin1' | 'utf16le';

/** Where a module stands in its book. */
export interface Passage {
  /** The line of the book, from 1, on which the module's first line stands. */
  readonly line: number;
  readonly offset: number;
  readonly length: number;
}

/**
 * Many modules as one script: an array of their functions, with one code cache.
 * V8 keeps text in one byte a character or in two; a single dash in a comment would
 * double a whole book, so that such modules get a book of their own.
 */
export class PackBook {
  private script: Script | undefined;
  private functions: readonly ModuleFunction[] = [];
  private cacheAccepted: boolean;

  public constructor(
    private readonly name: string,
    public readonly encoding: BookEncoding,
    public readonly code: string,
    private codeCache: Buffer | undefined,
  ) {
    this.cacheAccepted = codeCache !== undefined;
  }

  /** Writes a book of modules; gives each one's place in it. */
  public static compose(codes: readonly string[]): { code: string; passages: Passage[] } {
    const passages: Passage[] = [];
    let code = '[\n';
    let line = 2;
    for (const text of codes) {
      code += `function ${MODULE_PARAMETERS}\n`;
      line += 1;
      passages.push({ line, offset: code.length, length: text.length });
      code += `${text}\n},\n`;
      line += text.split(/\r\n|[\n\r\u2028\u2029]/).length + 1;
    }
    return { code: `${code}]`, passages };
  }

  public moduleFunction(position: number): ModuleFunction | undefined {
    this.script ??= this.compile();
    return this.functions[position];
  }

  /** What V8 compiled of the book, or undefined when there is nothing new. */
  public newCodeCache(): Buffer | undefined {
    return this.script === undefined || this.cacheAccepted ? undefined : this.script.createCachedData();
  }

  /** The code cache that the book came with. */
  public get oldCodeCache(): Buffer {
    return this.codeCache ?? Buffer.alloc(0);
  }

  private compile(): Script {
    const { code, name, codeCache } = this;
    const options = { ...moduleScript(name), ...(codeCache === undefined ? {} : { cachedData: codeCache }) };
    const script = asUsual(() => new Script(code, options));
    // Another V8, or another set of its flags.
    if (script.cachedDataRejected === true) {
      this.cacheAccepted = false;
      this.codeCache = undefined;
    }
    this.functions = script.runInThisContext() as readonly ModuleFunction[];
    return script;
  }
}

/** Whether the code of a module stands on its own in a book. */
export function isBookable(code: string): boolean {
  try {
    new Script(`(function ${MODULE_PARAMETERS}\n${code}\n})`);
    return true;
  } catch {
    return false;
  }
}

/** The encoding that holds the code in the least. */
export function encodingOf(code: string): BookEncoding {
  // eslint-disable-next-line no-control-regex -- all of Latin-1 is meant
  return /^[\u0000-\u00ff]*$/.test(code) ? 'latin1' : 'utf16le';
}
