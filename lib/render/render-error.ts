import { type RenderProblem } from './render-problem';

/**
 * Rendering or writing was refused. `problems` holds every cause that was found, not only the first; the
 * message is a plain text of the same facts.
 */
export class RenderError extends Error {
  override readonly name = 'RenderError';

  constructor(readonly problems: readonly RenderProblem[]) {
    super(problems.map(describe).join('\n'));
  }
}

function describe(problem: RenderProblem): string {
  const lines = [problem.title];
  for (const object of problem.objects) {
    const place = object.span ? ` (${object.span.file}:${object.span.line}:${object.span.column})` : '';
    const name = object.namespace ? `${object.namespace}/${object.name}` : object.name;
    lines.push(`  ${object.kind} \`${name}\` made by ${object.path}${place}`);
  }
  // A title that is about one file names it; a list of several is worth its lines.
  if (problem.files.length > 1) lines.push(...problem.files.map((file) => `  ${file}`));
  lines.push(`  help: ${problem.help}`);
  return lines.join('\n');
}
