import { evaluatePod } from '../../lib/check/pod-security/evaluate-pod';
import { evaluatedMinor } from '../../lib/check/pod-security/policy-version';
import { refusalsInWords } from '../../lib/check/pod-security/refusal-in-words';
import { storedPod, storedTemplate } from '../../lib/check/pod-security/stored-pod';
import { type KubernetesVersion } from '../../lib/model/kubernetes-version';
import { type ApiObject, type Verdict } from '../api';
import { type Judge } from '../judge';
import { type Fixture } from './fixtures';
import { type TrialResult } from './result';

const BATCH = 16;
/** The names of fixtures have underscores in them. */
const NAME = 'fixture';

/**
 * Sends the fixtures to a server as Pods, and as Deployments, in namespaces that enforce the level and version of
 * each, and holds its words against ours. What the server refuses for another reason is counted only.
 */
export async function tryServer(judge: Judge, fixtures: readonly Fixture[]): Promise<TrialResult> {
  const faults: string[] = [];
  let [asked, elsewhere] = [0, 0];
  const namespaces = new Set<string>();
  for (const { level, minor } of fixtures) {
    const name = namespaceOf(level, minor);
    if (namespaces.has(name)) continue;
    namespaces.add(name);
    const label = 'pod-security.kubernetes.io/enforce';
    await judge.createNamespace(name, { [label]: level, [`${label}-version`]: `v1.${minor}` });
  }
  const target = judge.version as KubernetesVersion;
  const trial = async ({ level, minor, outcome, name, pod }: Fixture): Promise<void> => {
    const policy = `${level}:v1.${minor}`;
    const namespace = namespaceOf(level, minor);
    const said = (stored: typeof pod): string =>
      refusalsInWords(evaluatePod(level, evaluatedMinor(`v1.${minor}`, target), target, stored));
    // Fields that an old server does not have are left out by it, as they are by us.
    const options = { dryRun: true, fieldValidation: 'Ignore' } as const;
    const asPod = await judge.create(
      { apiVersion: 'v1', kind: 'Pod', metadata: { ...pod.metadata, name: NAME, namespace }, spec: pod.spec },
      options,
    );
    const asDeployment = await judge.create(deployment(namespace, pod), options);
    const trials = [
      { kind: 'Pod', theirs: refusalOf(asPod, policy), ours: said(storedPod(pod, target)) },
      {
        kind: 'Deployment',
        theirs: warningOf(asDeployment, policy),
        ours: said(storedTemplate(pod, target)),
      },
    ];
    for (const { kind, theirs, ours } of trials) {
      if (theirs === undefined) {
        elsewhere += 1;
        continue;
      }
      asked += 1;
      if (ours === theirs) continue;
      faults.push(
        `${judge.version} ${kind} ${level}/v1.${minor}/${outcome}/${name}: ours "${ours}", the server's "${theirs}"`,
      );
    }
  };
  for (let at = 0; at < fixtures.length; at += BATCH)
    await Promise.all(fixtures.slice(at, at + BATCH).map(trial));
  return {
    lines: [
      `${judge.version}  fixtures as Pods and Deployments: ${asked} answers of Pod Security, ${faults.length} differ; ${elsewhere} refused by others before`,
    ],
    faults,
  };
}

function namespaceOf(level: string, minor: number): string {
  return `${level}-v1-${minor}`;
}

function deployment(namespace: string, { metadata, spec }: Fixture['pod']): ApiObject {
  const labels = { app: NAME };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: NAME, namespace },
    spec: { selector: { matchLabels: labels }, template: { metadata: { ...metadata, labels }, spec } },
  };
}

/** What Pod Security refuses in a Pod; empty when it takes it, undefined when somebody else refused it. */
function refusalOf(verdict: Verdict, policy: string): string | undefined {
  if (verdict.accepted) return '';
  return after(verdict.status.message, `violates PodSecurity "${policy}": `);
}

/** The same of the warning that a workload gets. */
function warningOf(verdict: Verdict, policy: string): string | undefined {
  if (!verdict.accepted) return undefined;
  const mark = `would violate PodSecurity "${policy}": `;
  return verdict.warnings.map((warning) => after(warning, mark)).find((text) => text !== undefined) ?? '';
}

function after(text: string, mark: string): string | undefined {
  const at = text.indexOf(mark);
  return at < 0 ? undefined : text.slice(at + mark.length);
}
