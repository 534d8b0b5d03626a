import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { Project } from '../support/project';
import { configMap, rendering } from '../support/programs';

let project: Project;

beforeAll(() => {
  project = new Project({
    '.gitignore': 'node_modules\n',
    'main.ts': rendering({ web: [configMap('web')], api: [configMap('api')] }),
  });
  project.run(['synth']);
  project.git('init', '-q');
  project.git('add', '-A');
  project.git('commit', '-qm', 'first');
  project.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  // What the examples find outside: a release beside the project, and kubectl.
  mkdirSync(project.path('bin'));
  writeFileSync(project.path('bin/kubectl'), '#!/bin/sh\ngrep -c "^kind:"\n', { mode: 0o755 });
  writeFileSync(
    project.path('bin/kubewright'),
    `#!/bin/sh\nexec "${process.execPath}" "${project.main}" "$@"\n`,
    {
      mode: 0o755,
    },
  );
});

afterAll(() => project.remove());

/** The lines of a help's examples that are commands. */
function examplesOf(command: string): readonly string[] {
  const { stdout, status } = project.run([command, '--help']);
  expect(status).toBe(0);
  return stdout
    .slice(stdout.indexOf('Examples\n'))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('kubewright '));
}

it.each(['synth', 'diff', 'list'])('every example of %s works as it stands', (command) => {
  const examples = examplesOf(command);
  expect(examples.length).toBeGreaterThan(0);
  cpSync(project.path('dist'), project.path('release/dist'), { recursive: true });
  for (const example of examples) {
    // The project stands for the folder beside the release.
    const text = example.replace('../release', './release');
    project.write({
      'run.cjs': `
        const env = { ...process.env, PATH: ${JSON.stringify(`${project.path('bin')}:`)} + process.env.PATH };
        const { status, stderr } = require('node:child_process').spawnSync('bash', ['-o', 'pipefail', '-c', ${JSON.stringify(text)}], { env, encoding: 'utf8' });
        process.stdout.write(status + stderr);`,
    });
    expect([example, project.script('run.cjs').stdout]).toEqual([example, '0']);
  }
  rmSync(project.path('release'), { recursive: true });
});

it('the help of each command', () => {
  for (const command of ['synth', 'diff', 'watch', 'list']) {
    const { stdout } = project.run([command, '--help']);
    expect(stdout).toMatchSnapshot(command);
  }
});
