/** A command of cdk8s.yaml that runs one TypeScript or JavaScript file, taken apart. */
export interface AppCommand {
  /** The file, as written. */
  readonly entry: string;
  /** What the program finds behind its own name in process.argv. */
  readonly args: readonly string[];
  /** Variables set in front of the command. */
  readonly env: Readonly<Record<string, string>>;
  /** Modules to load first (`-r dotenv/config`). */
  readonly preload: readonly string[];
  /** The tsconfig that the command names. */
  readonly project: string | undefined;
}

type Role = 'ignore' | 'ignore-value' | 'preload' | 'loader' | 'project';

/**
 * Options that do not change what the program does, or that we can follow. A command
 * with any other is run as it stands.
 */
const TS_NODE: Readonly<Record<string, Role>> = {
  '-T': 'ignore',
  '--transpile-only': 'ignore',
  '--transpileOnly': 'ignore',
  '--swc': 'ignore',
  '--files': 'ignore',
  '--esm': 'ignore',
  '--pretty': 'ignore',
  '--prefer-ts-exts': 'ignore',
  '--preferTsExts': 'ignore',
  '-H': 'ignore',
  '--compiler-host': 'ignore',
  '--log-error': 'ignore',
  '--type-check': 'ignore',
  '--typeCheck': 'ignore',
  '-I': 'ignore-value',
  '--ignore': 'ignore-value',
  '--ignore-diagnostics': 'ignore-value',
  '-r': 'preload',
  '--require': 'preload',
  '-P': 'project',
  '--project': 'project',
};
const TSX: Readonly<Record<string, Role>> = { '--tsconfig': 'project' };
const NODE: Readonly<Record<string, Role>> = {
  '-r': 'preload',
  '--require': 'preload',
  '--import': 'loader',
  '--loader': 'loader',
  '--experimental-loader': 'loader',
  '--enable-source-maps': 'ignore',
  '--experimental-strip-types': 'ignore',
  '--experimental-transform-types': 'ignore',
  '--no-warnings': 'ignore',
  '--no-deprecation': 'ignore',
  '--trace-warnings': 'ignore',
};
const PROGRAMS: Readonly<Record<string, Readonly<Record<string, Role>>>> = {
  'ts-node': TS_NODE,
  'ts-node-esm': TS_NODE,
  'ts-node-script': TS_NODE,
  'ts-node-transpile-only': TS_NODE,
  tsx: { ...NODE, ...TSX },
  node: NODE,
};
/** Hooks for TypeScript and its paths, which we are ourselves. */
const LOADERS =
  /^(?:ts-node(?:\/(?:register(?:\/.*)?|esm(?:\.mjs)?))?|tsx(?:\/(?:esm|cjs))?|tsconfig-paths\/register|source-map-support\/register|@swc-node\/register(?:\/.*)?)$/;
const RUNNERS: readonly (readonly string[])[] = [
  ['npx'],
  ['npm', 'exec'],
  ['pnpm', 'exec'],
  ['pnpm'],
  ['yarn', 'run'],
  ['yarn'],
];
const RUNNER_OPTION = /^(?:-y|--yes|--no-install|--no|--offline|--prefer-offline|-q|--quiet|--silent|-s|--)$/;

/**
 * Takes a command such as `npx ts-node main.ts` apart. Undefined when it is anything
 * that the shell has to work on, another program, or has an option that we do not know.
 */
export function parseAppCommand(command: string): AppCommand | undefined {
  const words: readonly string[] | undefined = splitWords(command);
  if (words === undefined) return undefined;
  const env: Record<string, string> = {};
  let rest: readonly string[] = words[0] === 'cross-env' ? words.slice(1) : words;
  for (;;) {
    const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(rest[0] ?? '') ?? [];
    if (name === undefined) break;
    env[name] = value ?? '';
    rest = rest.slice(1);
  }
  rest = withoutRunner(rest);
  const [program = '', ...args] = rest;
  const name = program.replace(/^(?:\.[\\/])?node_modules[\\/]\.bin[\\/]/, '');
  const options = Object.hasOwn(PROGRAMS, name) ? PROGRAMS[name] : undefined;
  return options === undefined ? undefined : parseArguments(args, options, env);
}

function withoutRunner(words: readonly string[]): readonly string[] {
  const runner = RUNNERS.find((parts) => parts.every((part, i) => words[i] === part));
  if (runner === undefined) return words;
  const rest = words.slice(runner.length);
  const first = rest.findIndex((word) => !RUNNER_OPTION.test(word));
  return first < 0 ? [] : rest.slice(first);
}

function parseArguments(
  args: readonly string[],
  options: Readonly<Record<string, Role>>,
  env: AppCommand['env'],
): AppCommand | undefined {
  const preload: string[] = [];
  let project: string | undefined;
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? '';
    if (!word.startsWith('-')) {
      return /\.[cm]?[jt]sx?$/.test(word)
        ? { entry: word, args: args.slice(i + 1), env, preload, project }
        : undefined;
    }
    const [, flag = word, inline] = /^(--[^=]+)=(.*)$/s.exec(word) ?? [];
    const role = Object.hasOwn(options, flag) ? options[flag] : undefined;
    if (role === undefined) return undefined;
    if (role === 'ignore') continue;
    const value = inline ?? args[++i];
    if (value === undefined) return undefined;
    if (role === 'project') project = value;
    if (role === 'project' || LOADERS.test(value)) continue;
    if (role === 'loader') return undefined;
    if (role === 'preload') preload.push(value);
  }
  return undefined;
}

/** Words as a shell splits them; undefined when the shell would do more than that. */
function splitWords(command: string): string[] | undefined {
  if (/[|&;<>()$`\\*?~#!{}\n]/.test(command)) return undefined;
  const words: string[] = [];
  const word = /\s*((?:'[^']*'|"[^"]*"|[^\s'"])+)/gy;
  const text = command.trimEnd();
  while (word.lastIndex < text.length) {
    const match = word.exec(text)?.[1];
    if (match === undefined) return undefined;
    words.push(match.replace(/'([^']*)'|"([^"]*)"/g, (_, a?: string, b?: string) => a ?? b ?? ''));
  }
  return words;
}
