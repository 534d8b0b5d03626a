import { type Command, type OptionSpec } from './command';
import { COMMON_OPTIONS } from './parse-options';
import { type Style } from './style';

const WIDTH = 80;

/** The help of the whole: every command with its summary. */
export function generalHelp(
  commands: readonly { readonly name: string; readonly command: Command }[],
  style: Style,
): string {
  const examples = commands.flatMap(({ command }) => command.examples.slice(0, 1));
  return sections(style, [
    ['', ['kubewright: typed Kubernetes patterns, checked as a whole']],
    ['Usage', ['kubewright <command> [options]']],
    ['Commands', table(commands.map(({ name, command }) => [name, command.summary]))],
    [
      'Options',
      table([
        ['-h, --help', 'Show this help, or that of a command'],
        ['-v, --version', 'Print the version'],
      ]),
    ],
    ['Examples', exampleLines(examples)],
    [
      'Exit codes',
      table([
        ['0', 'all is well'],
        ['1', 'findings: something is wrong with the program or its objects'],
        ['2', 'the command line cannot be understood'],
        ['3', 'a bug in kubewright'],
      ]),
    ],
  ]);
}

/** The help of one command. */
export function commandHelp(name: string, command: Command, style: Style): string {
  const positionals = command.positionals ?? [];
  const words = positionals.map(({ name: word, required, many }) => {
    const text = `<${word}>${many === true ? '...' : ''}`;
    return required === true ? text : `[${text}]`;
  });
  const options = Object.entries({ ...command.options, ...COMMON_OPTIONS });
  return sections(style, [
    ['', [command.summary, ...(command.description ?? []).flatMap((text) => ['', ...wrap(text)])]],
    ['Usage', [['kubewright', name, '[options]', ...words].join(' ')]],
    ['Arguments', table(positionals.map(({ name: word, summary }) => [`<${word}>`, summary]))],
    ['Options', table(options.map(([option, spec]) => [optionName(option, spec), about(spec)]))],
    ['Examples', exampleLines(command.examples)],
  ]);
}

function optionName(name: string, spec: OptionSpec): string {
  const short = spec.short === undefined ? '    ' : `-${spec.short}, `;
  if (spec.type === 'flag') return `${short}--${spec.default === true ? 'no-' : ''}${name}`;
  return `${short}--${name} <${spec.value}>`;
}

function about(spec: OptionSpec): string {
  const choices = spec.type === 'flag' ? undefined : spec.choices;
  return choices === undefined ? spec.summary : `${spec.summary}: ${choices.join(', ')}`;
}

function exampleLines(examples: Command['examples']): string[] {
  return examples.flatMap(({ command, says }, i) => [...(i === 0 ? [] : ['']), `# ${says}`, command]);
}

function sections(style: Style, list: readonly (readonly [string, readonly string[]])[]): string {
  return list
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) =>
      title === ''
        ? lines.join('\n')
        : [style.bold(title), ...lines.map((line) => (line === '' ? '' : `  ${line}`))].join('\n'),
    )
    .join('\n\n')
    .concat('\n');
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length)) + 2;
  return rows.flatMap(([left, right]) =>
    wrap(right, WIDTH - width - 2).map((line, i) => (i === 0 ? left : '').padEnd(width) + line),
  );
}

function wrap(text: string, width = WIDTH): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}
