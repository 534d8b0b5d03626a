import { ProgramError } from '../program/program-error';
import { type ProjectConfig } from '../program/project-config';

/** Settings that only a Helm chart has (cdk8s-cli, `SynthConfig`). */
const OF_CHARTS = ['chartApiVersion', 'chartVersion'];

/**
 * Refuses a cdk8s.yaml that asks for a Helm chart, which would be ignored without a word otherwise.
 *
 * @throws ProgramError that names the setting
 */
export function refuseHelmChart({ file, raw: { synthConfig } }: ProjectConfig): void {
  if (synthConfig === undefined || synthConfig === null) return;
  if (typeof synthConfig !== 'object' || Array.isArray(synthConfig)) {
    throw refusal('has a "synthConfig" that holds no keys', file, [
      'write `synthConfig: { format: plain }`, or leave it out',
    ]);
  }
  const settings = synthConfig as Readonly<Record<string, unknown>>;
  const isSet = (key: string): boolean => settings[key] !== undefined && settings[key] !== null;
  const { format } = settings;
  if (isSet('format') && format !== 'plain') {
    const asked = `sets \`synthConfig.format: ${String(format)}\``;
    throw format === 'helm'
      ? refusal(`${asked}, but kubewright writes plain manifests and no Helm chart`, file, [
          'take `synthConfig` out to render what `kubectl apply`, Argo CD, Flux and kustomize read',
          'or make the chart with `npx cdk8s synth`; `kubewright check` and `kubewright synth --stdout` work with both',
        ])
      : refusal(`${asked}, which is neither \`plain\` nor \`helm\``, file, ['write `format: plain`']);
  }
  const stray = OF_CHARTS.find(isSet);
  if (stray === undefined) return;
  throw refusal(`sets \`synthConfig.${stray}\`, which only a Helm chart has`, file, [
    `take \`${stray}\` out: kubewright writes plain manifests`,
  ]);
}

function refusal(problem: string, file: string | undefined, help: readonly string[]): ProgramError {
  return new ProgramError({
    kind: 'config',
    message: `cdk8s.yaml ${problem}`,
    ...(file !== undefined && { file }),
    help,
  });
}
