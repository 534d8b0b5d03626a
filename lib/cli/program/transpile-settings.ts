import { createRequire } from 'node:module';
import { type CompilerOptions, type Tsconfig } from './tsconfig';

/** How the user's TypeScript becomes JavaScript: what of its tsconfig matters when it runs. */
export interface TranspileSettings {
  readonly esModuleInterop: boolean;
  readonly legacyDecorators: boolean;
  readonly decoratorMetadata: boolean;
  readonly defineFields: boolean;
  readonly verbatimModuleSyntax: boolean;
  /** Whether `import()` in a CommonJS file stays as it is; TypeScript makes it `require` otherwise. */
  readonly nativeDynamicImport: boolean;
  readonly jsx: Pick<CompilerOptions, 'jsx' | 'jsxFactory' | 'jsxFragmentFactory' | 'jsxImportSource'>;
}

/** TypeScript's defaults, by the documented dependencies between its options. */
export function transpileSettings(tsconfig: Tsconfig): TranspileSettings {
  const { options } = tsconfig;
  const module = options.module?.toLowerCase() ?? '';
  const nodeModule = /^(?:node\d+|nodenext|preserve)$/.test(module);
  const { jsx, jsxFactory, jsxFragmentFactory, jsxImportSource } = options;
  return {
    esModuleInterop: options.esModuleInterop ?? (nodeModule || interopByDefault(tsconfig)),
    legacyDecorators: options.experimentalDecorators === true,
    decoratorMetadata: options.emitDecoratorMetadata === true,
    defineFields: options.useDefineForClassFields ?? definesFields(options.target),
    verbatimModuleSyntax: options.verbatimModuleSyntax === true,
    nativeDynamicImport: nodeModule,
    jsx: {
      ...(jsx === undefined ? {} : { jsx }),
      ...(jsxFactory === undefined ? {} : { jsxFactory }),
      ...(jsxFragmentFactory === undefined ? {} : { jsxFragmentFactory }),
      ...(jsxImportSource === undefined ? {} : { jsxImportSource }),
    },
  };
}

/** True from target ES2022 on. Without a target the newest that Node runs is meant, as ts-node does. */
function definesFields(target: string | undefined): boolean {
  const name = target?.toLowerCase() ?? 'esnext';
  return name === 'esnext' || Number(/^es(\d{4})$/.exec(name)?.[1] ?? 0) >= 2022;
}

/** Off by default up to TypeScript 5 when there is a tsconfig; the bases of ts-node turn it on. */
function interopByDefault(tsconfig: Tsconfig): boolean {
  if (tsconfig.file === undefined) return true;
  try {
    const require = createRequire(tsconfig.file);
    const { version } = require('typescript/package.json') as { readonly version: string };
    return Number.parseInt(version, 10) >= 6;
  } catch {
    // No TypeScript in the project, so nothing there compiles without interop either.
    return true;
  }
}
