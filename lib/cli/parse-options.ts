import { parseArgs } from 'node:util';
import { type Command, type CommandContext, type OptionSpec, type OptionSpecs } from './command';
import { suggest } from '../diagnostics/suggest';
import { UsageError } from './usage-error';

/** What every command takes. */
export const COMMON_OPTIONS = {
  help: { type: 'flag', short: 'h', summary: 'Show this help' },
} as const satisfies OptionSpecs;

export interface ParsedOptions extends Pick<CommandContext, 'options' | 'positionals'> {
  readonly help: boolean;
}

type Values = Record<string, boolean | string | string[] | undefined>;

/** Reads a command's own arguments. Throws a UsageError that says what to write instead. */
export function parseOptions(command: Command, args: readonly string[]): ParsedOptions {
  const specs: OptionSpecs = { ...command.options, ...COMMON_OPTIONS };
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(specs).map(([name, { type, short }]) => [
        name,
        {
          type: type === 'flag' ? ('boolean' as const) : ('string' as const),
          ...(short === undefined ? {} : { short }),
        },
      ]),
    ),
    // Not strict: its errors know neither our names nor what was meant.
    strict: false,
    tokens: true,
  });
  const values = defaults(specs);
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind === 'option') takeOption(specs, values, token);
  }
  const { help, ...options } = values;
  if (help !== true) checkPositionals(command, positionals);
  return { help: help === true, options: options as ParsedOptions['options'], positionals };
}

function defaults(specs: OptionSpecs): Values {
  const values: Values = {};
  for (const [name, spec] of Object.entries(specs)) {
    if (spec.type === 'flag') values[name] = spec.default === true;
    else values[name] = spec.type === 'list' ? [] : undefined;
  }
  return values;
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function takeOption(specs: OptionSpecs, values: Values, token: OptionToken): void {
  const { name, rawName, value } = token;
  const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
  if (spec === undefined) {
    const positive = /^no-(.+)$/.exec(name)?.[1];
    const negated = positive !== undefined && Object.hasOwn(specs, positive) ? specs[positive] : undefined;
    if (positive === undefined || negated?.type !== 'flag' || negated.default !== true) {
      throw unknownOption(rawName, specs);
    }
    values[positive] = false;
    return;
  }
  if (spec.type === 'flag') {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value`, [`write ${rawName}`]);
    values[name] = true;
    return;
  }
  const missing = value === undefined || (token.inlineValue !== true && /^-./.test(value));
  if (missing) {
    throw new UsageError(`${rawName} needs a value`, [`write ${rawName} <${spec.value}>`]);
  }
  checkChoice(rawName, value, spec);
  if (spec.type === 'list') (values[name] as string[]).push(value);
  else values[name] = value;
}

function checkChoice(name: string, value: string, spec: OptionSpec): void {
  if (spec.type === 'flag' || spec.choices === undefined || spec.choices.includes(value)) return;
  const [best] = suggest(value, spec.choices);
  throw new UsageError(`${name} cannot be ${JSON.stringify(value)}`, [
    ...(best === undefined ? [] : [`did you mean ${best}?`]),
    `it is one of ${spec.choices.join(', ')}`,
  ]);
}

function unknownOption(rawName: string, specs: OptionSpecs): UsageError {
  const names = Object.entries(specs).map(([name, spec]) =>
    spec.type === 'flag' && spec.default === true ? `no-${name}` : name,
  );
  const found = suggest(rawName.replace(/^-+/, ''), names);
  return new UsageError(
    `unknown option ${rawName}`,
    found.map((name) => `did you mean --${name}?`),
  );
}

function checkPositionals({ positionals: specs = [] }: Command, given: readonly string[]): void {
  const missing = specs.find((spec, i) => spec.required === true && i >= given.length);
  if (missing !== undefined) throw new UsageError(`<${missing.name}> is missing`);
  const extra = given[specs.length];
  if (extra !== undefined && specs.at(-1)?.many !== true) {
    throw new UsageError(
      specs.length === 0
        ? `unexpected argument ${JSON.stringify(extra)}: the command takes none`
        : `one argument too many: ${JSON.stringify(extra)}`,
    );
  }
}
