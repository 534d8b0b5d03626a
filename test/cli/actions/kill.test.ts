import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Project } from '../support/project';
import { configMap, rendering } from '../support/programs';

let project: Project;

beforeAll(() => {
  project = new Project();
});

afterAll(() => project.remove());

const CHARTS = 60;

/** Charts whose files differ with every tag, and some of which come and go. */
function program(tag: number): string {
  const data = { tag: String(tag), filler: 'x'.repeat(20_000) };
  return rendering(
    Object.fromEntries(
      Array.from({ length: CHARTS }, (_, i) => `c${String(i)}`)
        .filter((_, i) => i % 3 !== tag % 3)
        .map((name) => [name, [configMap(name, data)]]),
    ),
  );
}

/** Tags of the files; a file that is not whole has none. */
function tags(): Set<number> {
  const texts = project
    .list('dist')
    .filter((name) => name.endsWith('.yaml') && !name.includes('/'))
    .map((name) => project.read(`dist/${name}`));
  return new Set(
    texts.map((text) => {
      const tag = /^ {2}tag: "(\d+)"$/m.exec(text)?.[1];
      return tag !== undefined && /^ {2}filler: x{20000}$/m.test(text) && text.endsWith('\n')
        ? Number(tag)
        : NaN;
    }),
  );
}

/** Starts synth and kills it as soon as it writes, or a little later. */
async function killWhileWriting(signal: NodeJS.Signals, afterMs: number): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, [project.main, 'synth'], { cwd: project.dir, stdio: 'ignore' });
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('exit', (_code, how) => resolve(how)),
  );
  const isWriting = () => existsSync(project.path('dist/.kubewright-lock'));
  while (child.exitCode === null && !isWriting()) await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  child.kill(signal);
  return await ended;
}

it.each(['SIGKILL', 'SIGINT'] as const)(
  'leaves whole files at %s, and the next run mends the rest',
  async (signal) => {
    project.reset({ 'main.ts': program(0) });
    project.run(['synth']);
    let caught = 0;
    for (let tag = 1; tag <= 8; tag++) {
      project.write({ 'main.ts': program(tag) });
      if ((await killWhileWriting(signal, tag % 4)) === signal) caught++;
      expect(tags()).not.toContain(NaN);
      if (tag % 2 === 0) continue;
      expect(project.run(['synth'])).toMatchObject({ status: 0, stderr: '' });
      expect(tags()).toEqual(new Set([tag]));
      expect(project.list('dist').filter((name) => name.startsWith('.'))).toEqual(['.kubewright-record']);
      expect(project.run(['synth', '--check']).status).toBe(0);
    }
    expect(caught).toBeGreaterThan(0);
  },
);

it('two runs at once do not mix', async () => {
  project.reset({ 'main.ts': program(1) });
  const codes = await Promise.all([
    project.start(['synth']),
    project.start(['synth']),
    project.start(['synth']),
  ]);
  expect(codes).toEqual([0, 0, 0]);
  expect(tags()).toEqual(new Set([1]));
  expect(project.run(['synth']).stdout).toContain('all up to date');
});
