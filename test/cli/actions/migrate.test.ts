import { Project } from '../support/project';
import { configMap, deployment, rendering } from '../support/programs';

let project: Project;

beforeAll(() => {
  project = new Project();
});

afterAll(() => project.remove());

/** Has cdk8s itself render `main.js`, as the stock CLI does. */
function stockSynth(): readonly string[] {
  expect(project.script('main.js')).toMatchObject({ status: 0, stderr: '' });
  return project.list('dist');
}

const NESTED = `
const { ApiObject, App, Chart } = require('cdk8s');
const app = new App();
const add = (scope, id) => {
  const chart = new Chart(scope, id);
  new ApiObject(chart, 'map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id } });
  return chart;
};
add(add(app, 'shop'), 'cart');
add(app, 'db');
app.synth();
`;

it('takes over what the stock synth wrote, without a word', () => {
  project.reset({
    'main.js': rendering({ web: [deployment('web', 'nginx:1.27')], api: [configMap('api', { on: 'yes' })] }),
    'cdk8s.yaml': 'app: node main.js\n',
  });
  expect(stockSynth()).toEqual(['api.k8s.yaml', 'web.k8s.yaml']);
  expect(project.run(['diff', 'dist'])).toMatchObject({ status: 0, stdout: 'no changes\n', stderr: '' });
  const { status, stdout, stderr } = project.run(['synth']);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^dist: 2 files, /m);
  expect(project.list('dist')).toEqual(['.kubewright-record', 'api.k8s.yaml', 'web.k8s.yaml']);
  expect(project.run(['synth', '--check']).status).toBe(0);
});

it.each([0, 2, 3])('takes over every layout of it (yamlOutputType %d)', (yamlOutputType) => {
  project.reset({
    'main.js': rendering(
      { web: [deployment('web', 'nginx:1.27')], api: [configMap('api')] },
      { yamlOutputType },
    ),
  });
  const stock = stockSynth();
  expect(project.run(['diff', './dist']).stdout).toBe('no changes\n');
  expect(project.run(['synth', '--adopt'])).toMatchObject({ status: 0, stderr: '' });
  const now = project.list('dist').filter((name) => name.endsWith('.yaml'));
  expect(now).toHaveLength(stock.length);
  expect(project.run(['synth']).stdout).toContain('all up to date');
});

it('tells of files with the numbers of the stock synth, and takes them away with --adopt', () => {
  project.reset({ 'main.js': NESTED });
  const stock = stockSynth();
  expect(stock.map((name) => name.replace(/-[0-9a-f]{8}\./, '.'))).toEqual([
    '0000-shop-cart.k8s.yaml',
    '0001-shop.k8s.yaml',
    '0002-db.k8s.yaml',
  ]);
  project.write({ 'dist/hand.yaml': 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: hand\n' });
  expect(project.run(['diff', './dist']).stdout).toBe('- Secret hand\n1 removed\n');
  const first = project.run(['synth']);
  expect(first.status).toBe(0);
  for (const name of stock) {
    expect(first.stderr).toContain(
      `note: ${name} holds objects that are rendered into other files now\n  = help: remove it`,
    );
  }
  const second = project.run(['synth', '--adopt']);
  expect(second.stderr).toBe('');
  expect(second.stdout).toContain(stock.map((name) => `- ${name}\n`).join(''));
  expect(project.list('dist').map((name) => name.replace(/-[0-9a-f]{8}\./, '.'))).toEqual([
    '.kubewright-record',
    'db.k8s.yaml',
    'hand.yaml',
    'shop-cart.k8s.yaml',
    'shop.k8s.yaml',
  ]);
});

it('leaves a project that the stock synth still renders', () => {
  project.reset({ 'main.js': rendering({ web: [configMap('web')] }) });
  project.run(['synth']);
  stockSynth();
  expect(project.run(['diff', './dist']).stdout).toBe('no changes\n');
  expect(project.run(['synth'])).toMatchObject({ status: 0, stderr: '' });
});
