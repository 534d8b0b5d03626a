import { Project } from '../support/project';
import { deployment, rendering } from '../support/programs';

let project: Project;

const program = (app: string): string => rendering({ web: [deployment('web', 'nginx:1.27.0', app)] });

beforeAll(() => {
  project = new Project();
});

afterAll(() => project.remove());

const REFUSED =
  'error[K701]: Deployment `shop/web` changes `selector.matchLabels.app`, which an apply refuses';

it('stops the write of what an apply over the output folder refuses, and of the last commit where there is one', () => {
  project.reset({ '.gitignore': 'node_modules\n', 'main.ts': program('web') });
  project.run(['synth']);
  project.write({ 'main.ts': program('shop') });
  const refused = project.run(['synth']);
  expect(refused.stderr).toContain(REFUSED);
  expect(refused.status).toBe(1);
  expect(project.read('dist/web.k8s.yaml')).toContain('app: web');

  // In a repository only what is committed counts: this was never there.
  project.git('init', '-q');
  project.git('add', 'main.ts');
  project.git('commit', '-qm', 'code');
  expect(project.run(['synth'])).toMatchObject({ status: 0 });
  project.git('add', '-A');
  project.git('commit', '-qm', 'rendered');

  project.write({ 'main.ts': program('market') });
  const committed = project.run(['synth']);
  expect(committed.stderr).toContain(REFUSED);
  expect(committed.stderr).toContain('HEAD:dist/web.k8s.yaml:');
  expect(project.run(['synth', '--no-check'])).toMatchObject({ status: 0 });

  const against = project.run(['check', '--against', 'HEAD']);
  expect(against.stdout).toContain(REFUSED);
  expect(against.status).toBe(1);
  expect(project.run(['check', 'dist', '--against', 'HEAD']).stdout).toContain(REFUSED);
  expect(project.run(['check', 'dist/web.k8s.yaml', '--against', 'HEAD']).stdout).toContain(REFUSED);
  expect(project.run(['check', 'dist', '--against', './dist']).stdout).not.toContain('K701');
  expect(project.run(['check', '-', '--against', 'HEAD']).status).toBe(2);
});
