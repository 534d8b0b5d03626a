import { explainRule } from '../../check/explain/explain-rule';
import { listRules } from '../../check/explain/list-rules';
import { RULES } from '../../check/rules/index.gen';
import { ExitCode } from '../../diagnostics/exit-code';
import { suggest } from '../../diagnostics/suggest';
import { colour, monochrome } from '../../diagnostics/text/paint';
import { type CommandContext } from '../command';
import { usesColor } from '../io';
import { UsageError } from '../usage-error';

/** `kubewright explain` */
export function explain({ positionals, io }: Pick<CommandContext, 'positionals' | 'io'>): ExitCode {
  const isColoured = usesColor(io.stdout, io.env);
  const paint = isColoured ? colour : monochrome;
  const [asked] = positionals;
  if (asked === undefined) {
    io.stdout.write(listRules(RULES, paint));
    return ExitCode.OK;
  }
  const rule = RULES.find(({ code, name }) => code === asked.toUpperCase() || name === asked);
  if (rule === undefined) {
    const near = suggest(
      asked,
      RULES.flatMap(({ code, name }) => [code, name]),
    );
    throw new UsageError(`there is no rule ${JSON.stringify(asked)}`, [
      ...near.map((each) => `did you mean ${each}?`),
      'kubewright explain lists all rules',
    ]);
  }
  const { columns } = io.stdout;
  io.stdout.write(
    explainRule(rule, { paint, colour: isColoured, ...(columns !== undefined && { width: columns }) }),
  );
  return ExitCode.OK;
}
