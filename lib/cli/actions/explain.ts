import { explainRule } from '../../check/explain/explain-rule';
import { listRules } from '../../check/explain/list-rules';
import { RULES } from '../../check/rules/index.gen';
import { ExitCode } from '../../diagnostics/exit-code';
import { suggest } from '../../diagnostics/suggest';
import { colour, monochrome } from '../../diagnostics/text/paint';
import { type CommandContext } from '../command';
import { usesColor } from '../io';
import { ProgramLoader } from '../program/program-loader';
import { loadConfig } from '../project/load-config';
import { UsageError } from '../usage-error';

/** `kubewright explain` */
export async function explain({
  positionals,
  io,
}: Pick<CommandContext, 'positionals' | 'io'>): Promise<ExitCode> {
  const loader = new ProgramLoader({ projectDir: io.cwd, output: 'stderr' });
  const { rules: own = [] } = await loadConfig(io.cwd, loader);
  const rules = [...RULES, ...own];
  const isColoured = usesColor(io.stdout, io.env);
  const paint = isColoured ? colour : monochrome;
  const [asked] = positionals;
  if (asked === undefined) {
    io.stdout.write(listRules(rules, paint));
    return ExitCode.OK;
  }
  const rule = rules.find(({ code, name }) => code === asked.toUpperCase() || name === asked);
  if (rule === undefined) {
    const near = suggest(
      asked,
      rules.flatMap(({ code, name }) => [code, name]),
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
