import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkContext } from '../../check/check-context';
import { type KubewrightConfig } from '../../check/config';
import { ExternalIndex } from '../../check/external/external-index';
import { NearbyWords } from '../../check/nearby-words';
import { ROLLED_OUT, rolloutOf, type WorkloadRollout } from '../../check/rollout/rollout-of';
import { ExitCode } from '../../diagnostics/exit-code';
import { DEFAULT_KUBERNETES_VERSION } from '../../model/kubernetes-version';
import { Memo } from '../../model/memo';
import { type ObjectEntry } from '../../model/object-entry';
import { type ObjectSet } from '../../model/object-set';
import { podTemplate } from '../../model/pod-template';
import { type CommandContext } from '../command';
import { usesColor } from '../io';
import { gatherSets } from '../project/gather-sets';
import { printReport } from '../report/print-report';
import { rolloutJson } from '../report/rollout/rollout-json';
import { rolloutMarkdown } from '../report/rollout/rollout-markdown';
import { rolloutSvg } from '../report/rollout/rollout-svg';
import { rolloutText } from '../report/rollout/rollout-text';
import { styleFor } from '../style';
import { UsageError } from '../usage-error';
import { targetOf } from './target-of';

/** The options of `kubewright rollout`. */
export interface RolloutCommandOptions {
  readonly format: 'text' | 'json' | 'markdown' | undefined;
  readonly svg: string | undefined;
  readonly nodes: string | undefined;
  readonly target: string | undefined;
}

/** `kubewright rollout` */
export async function rollout(
  { io, progress, positionals }: Pick<CommandContext, 'io' | 'progress' | 'positionals'>,
  options: RolloutCommandOptions,
): Promise<ExitCode> {
  const [wanted = '', ...paths] = positionals;
  const given = targetOf(options);
  const nodes = options.nodes === undefined ? undefined : countOf(options.nodes);
  progress.step(paths.length > 0 ? 'Reading' : 'Running the program');
  const { sets, config, problems } = await gatherSets(io, paths);
  progress.clear();
  if (problems.some(({ severity }) => severity === 'error')) {
    const objects = sets.reduce((sum, { size }) => sum + size, 0);
    printReport({ diagnostics: problems, objects }, io.stderr, io, { format: 'text', rules: [] });
    return ExitCode.FINDINGS;
  }
  const settings = { ...config, ...given };
  const shown = stepsOf(wanted, sets, settings, nodes === undefined ? {} : { nodes });
  if (options.svg !== undefined) writeFileSync(resolve(io.cwd, options.svg), rolloutSvg(shown));
  io.stdout.write(render(shown, options.format, usesColor(io.stdout, io.env)));
  return ExitCode.OK;
}

function countOf(text: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new UsageError(`--nodes is ${JSON.stringify(text)}, which is no count`, [
    'write a whole number: --nodes 20',
  ]);
}

function stepsOf(
  wanted: string,
  sets: readonly ObjectSet[],
  { target = DEFAULT_KUBERNETES_VERSION, external }: Pick<KubewrightConfig, 'target' | 'external'>,
  options: { readonly nodes?: number },
): WorkloadRollout {
  const all = sets.flatMap((set) =>
    ROLLED_OUT.flatMap((kind) => set.ofKind('apps', kind).map((entry) => ({ set, entry }))),
  );
  const found = all.filter(({ entry }) => namesOf(entry).includes(wanted.toLowerCase()));
  const [first, second] = found;
  if (first === undefined) {
    const near = new NearbyWords(all.flatMap(({ entry }) => namesOf(entry))).suggest(wanted.toLowerCase());
    throw new UsageError(
      `there is no Deployment, StatefulSet or DaemonSet \`${wanted}\` among the ${all.length} that there are`,
      near.map((name) => `did you mean ${name}?`),
    );
  }
  if (second !== undefined) {
    throw new UsageError(
      `there are ${found.length} workloads \`${wanted}\``,
      found.slice(0, 4).map(({ entry }) => `write ${namesOf(entry).at(-1) ?? ''}`),
    );
  }
  refuseTooMany(first.entry);
  const context = checkContext(first.set, target, new ExternalIndex(external));
  const steps = Memo.during(() => rolloutOf(first.entry, context, options));
  if (steps === undefined) throw new Error(`no steps of ${first.entry.kind} ${first.entry.name}`);
  return steps;
}

/** Far more than anybody reads, and far less than would take minutes to work out. */
const MOST_REPLICAS = 5000;

function refuseTooMany({ kind, name, object }: ObjectEntry): void {
  const { replicas = 0 } = podTemplate(object) ?? {};
  if (replicas <= MOST_REPLICAS) return;
  throw new UsageError(
    `${kind} \`${name}\` has ${replicas} replicas; the steps of more than ${MOST_REPLICAS} are not worked out`,
    ['look at it with fewer: the shares of a rollout stay the same'],
  );
}

/** What a workload may be called: from its name alone to all that tells it from others. */
function namesOf({ kind, namespace, name }: ObjectEntry): readonly string[] {
  const lower = kind.toLowerCase();
  return [name, `${namespace}/${name}`, `${lower}/${name}`, `${namespace}/${lower}/${name}`];
}

function render(
  shown: WorkloadRollout,
  format: RolloutCommandOptions['format'],
  isColoured: boolean,
): string {
  switch (format) {
    case 'json':
      return rolloutJson(shown);
    case 'markdown':
      return rolloutMarkdown(shown);
    case 'text':
    case undefined:
      return rolloutText(shown, styleFor(isColoured));
  }
}
