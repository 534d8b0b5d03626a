import { explainRule } from '../../check/explain/explain-rule';
import { explainToolFinding } from '../../check/explain/explain-tool-finding';
import { listRules } from '../../check/explain/list-rules';
import { RULES } from '../../check/rules/index.gen';
import { ExitCode } from '../../diagnostics/exit-code';
import { suggest } from '../../diagnostics/suggest';
import { colour, monochrome } from '../../diagnostics/text/paint';
import { TOOL_FINDINGS } from '../../diagnostics/tool-findings';
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
    const others = TOOL_FINDINGS.map((finding) => ({ ...finding, group: 'the check itself' }));
    io.stdout.write(listRules([...rules, ...others], paint));
    return ExitCode.OK;
  }
  const isAsked = ({ code, name }: { readonly code: string; readonly name: string }): boolean =>
    code === asked.toUpperCase() || name === asked;
  const { columns } = io.stdout;
  const width = columns === undefined ? {} : { width: columns };
  const finding = TOOL_FINDINGS.find(isAsked);
  if (finding !== undefined) {
    io.stdout.write(explainToolFinding(finding, { paint, ...width }));
    return ExitCode.OK;
  }
  const rule = rules.find(isAsked);
  if (rule === undefined) {
    const near = suggest(
      asked,
      [...rules, ...TOOL_FINDINGS].flatMap(({ code, name }) => [code, name]),
    );
    throw new UsageError(`there is no rule ${JSON.stringify(asked)}`, [
      ...near.map((each) => `did you mean ${each}?`),
      'kubewright explain lists all rules',
    ]);
  }
  io.stdout.write(explainRule(rule, { paint, colour: isColoured, ...width }));
  return ExitCode.OK;
}
