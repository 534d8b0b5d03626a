import { exampleObjects } from '../../../../lib/check/example/example-objects';
import { check } from '../../../../lib/check/check';
import { type Diagnostic } from '../../../../lib/diagnostics/diagnostic';
import { ObjectSet } from '../../../../lib/model/object-set';

function found(
  { apiVersion = 'v1', kind = 'ConfigMap' },
  metadata: string,
  chart?: string,
): readonly Diagnostic[] {
  const text = `{ apiVersion: ${apiVersion}, kind: ${kind}, metadata: { namespace: shop, ${metadata} } }\n`;
  const objects = exampleObjects(text, 'manifests.yaml');
  const set = new ObjectSet(objects.map((each) => ({ ...each, ...(chart !== undefined && { chart }) })));
  return check(set).filter(({ code }) => code === 'K709');
}

const JOB = { apiVersion: 'batch/v1', kind: 'Job' };

test('tells of a name that is left to the server, with what to write', () => {
  const [one] = found({}, 'generateName: colours-');
  expect(one).toMatchObject({
    severity: 'error',
    title: 'ConfigMap `shop/colours-*` has no name but a generateName, and `kubectl apply` refuses it',
    path: '/metadata/generateName',
  });
  expect(one?.help[0]).toBe('write name: colours');
  expect(found(JOB, 'generateName: migrate-')[0]?.help[0]).toContain('write name: migrate-1,');
  expect(found({}, 'name: "", generateName: colours-')).toHaveLength(1);
});

test('is content with a name, and has nothing to say where there is neither', () => {
  expect(found({}, 'name: colours, generateName: colours-')).toEqual([]);
  expect(found({}, 'name: colours')).toEqual([]);
  expect(found({}, '')).toEqual([]);
});

test.each([
  ['batch/v1', 'Job', 'warning'],
  ['v1', 'Pod', 'warning'],
  ['tekton.dev/v1', 'PipelineRun', 'info'],
  ['apps/v1', 'Deployment', 'error'],
])(
  'takes %s %s in files for what people may create, and what charts render for what is applied',
  (apiVersion, kind, severity) => {
    const severities = (chart?: string): readonly string[] =>
      found({ apiVersion, kind }, 'generateName: run-', chart).map((each) => each.severity);
    expect(severities()).toEqual([severity]);
    expect(severities('runs')).toEqual(['error']);
  },
);

test.each(['helm.sh/hook: test', 'argocd.argoproj.io/hook: PreSync'])('leaves a hook alone: %s', (hook) => {
  expect(found(JOB, `generateName: migrate-, annotations: { ${hook} }`)).toEqual([]);
});
