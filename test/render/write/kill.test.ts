import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Plan } from '../../../lib/render/plan';
import { write } from '../../../lib/render/write/write';
import { compileRender } from './compiled-render';
import { contentOf, filesOf, filesPlan, recordedIn, recordLine, tempFolder } from './folders';

const SIZE = 8_000;

/** Plans that share most file names; each has some that the next one lacks. Files tell if they are whole. */
function planSource(tag: number): Record<string, string> {
  const files: Record<string, string> = {};
  for (let i = 0; i < 60; i++) {
    if (i % 4 === tag % 4) continue;
    const name = i % 3 === 0 ? `folder-${i % 4}/f${i}.yaml` : `f${i}.yaml`;
    files[name] = `# ${name} of ${tag}\n${'x'.repeat(SIZE + tag)}\n# end of ${tag}\n`;
  }
  return files;
}

const tagOf = (text: string): number => Number(/ of (\d+)\n/.exec(text)?.[1]);

/** Files that are not, byte for byte, what one of the plans has there. */
function tornFiles(files: Readonly<Record<string, string>>): string[] {
  const plans = new Map<number, Record<string, string>>();
  return Object.entries(files)
    .filter(([name, text]) => {
      const tag = tagOf(text);
      if (!plans.has(tag)) plans.set(tag, planSource(tag));
      return plans.get(tag)?.[name] !== text;
    })
    .map(([name]) => name);
}

/** Renders one plan after another until it is killed. */
const WRITER = `
  const { write } = require(process.argv[2] + '/render/write/write.js');
  const planSource = ${planSource.toString()};
  const SIZE = ${SIZE};
  const [dist, first, rounds] = [process.argv[3], Number(process.argv[4]), Number(process.argv[5])];
  for (let i = first; i < first + rounds; i++) {
    const files = Object.entries(planSource(i)).map(([path, text]) => ({ path, bytes: Buffer.from(text), objects: [] }));
    write({ layout: 'file-per-chart', files, notes: [] }, dist, { projectRoot: process.argv[2] });
    if (i === first) process.stdout.write('ready');
  }
`;

describe('write, when it is killed or runs twice', () => {
  let code = '';
  let script = '';
  beforeAll(() => {
    code = compileRender(fs.mkdtempSync(path.join(os.tmpdir(), 'kubewright-code-')));
    script = path.join(code, 'writer.js');
    fs.writeFileSync(script, WRITER);
  });
  afterAll(() => fs.rmSync(code, { recursive: true, force: true }));

  const start = (dist: string, first: number, rounds: number): ChildProcess =>
    spawn(process.execPath, [script, code, dist, String(first), String(rounds)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  const planned = (tag: number): Plan => filesPlan(planSource(tag));

  it('leaves whole files at every kill -9, and the next run mends the rest', async () => {
    const dist = path.join(tempFolder(), 'dist');
    fs.mkdirSync(dist);
    fs.writeFileSync(path.join(dist, 'mine.yaml'), 'mine');
    let caught = 0;
    for (let kill = 0; kill < 40; kill++) {
      const child = start(dist, kill, 1000);
      await once(child.stdout as NodeJS.ReadableStream, 'data');
      // Spread over the few milliseconds that one run takes.
      await new Promise((resolve) => setTimeout(resolve, (kill * 7) % 23));
      child.kill('SIGKILL');
      await once(child, 'exit');

      const { 'mine.yaml': mine, ...files } = contentOf(dist);
      expect(mine).toBe('mine');
      const rendered = Object.entries(files).filter(([name]) => !name.startsWith('.kubewright-'));
      expect(tornFiles(Object.fromEntries(rendered))).toEqual([]);
      if (Object.keys(files).length !== rendered.length + 1) caught++;

      // Every third time, the run that mends is killed too before it gets there.
      if (kill % 3 === 0) continue;
      const next = 5000 + kill;
      write(planned(next), dist);
      expect(filesOf(dist)).toEqual({ ...planSource(next), 'mine.yaml': 'mine' });
      expect(recordedIn(dist).sort()).toEqual(
        Object.entries(planSource(next))
          .map(([name, text]) => recordLine(name, text))
          .sort(),
      );
      expect(fs.readdirSync(dist).filter((name) => name.startsWith('.'))).toEqual(['.kubewright-record']);
    }
    // Otherwise the kills came between runs, and nothing was shown.
    expect(caught).toBeGreaterThan(5);
  }, 60_000);

  it('lets runs that start at once write one after another', async () => {
    const dist = path.join(tempFolder(), 'dist');
    const runs = [100, 201, 302, 403].map((first) => start(dist, first, 8));
    const ends = await Promise.all(runs.map(async (child) => (await once(child, 'exit'))[0] as unknown));
    expect(ends).toEqual([0, 0, 0, 0]);
    const text = Object.values(filesOf(dist))[0] ?? '';
    const tag = tagOf(text);
    expect([107, 208, 309, 410]).toContain(tag);
    expect(filesOf(dist)).toEqual(planSource(tag));
    expect(fs.readdirSync(dist).filter((name) => name.startsWith('.'))).toEqual(['.kubewright-record']);
  }, 60_000);
});
