import { App, Chart } from 'cdk8s';
import { type Construct } from 'constructs';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { typeCheck } from '../../lib/dev/docs/type-check';
import { ReplicaGroup, SharedService, SinglePod, StaticVolume } from '../../lib/index';
import { type JsonObject } from '../../lib/model/json-value';
import { emitDocuments } from '../../lib/render/emit-yaml';

const ROOT = join(__dirname, '../..');
const README = readFileSync(join(ROOT, 'charts/README.md'), 'utf8');
const CORPUS_FILES = 95;

/** The rows of the table under a heading. */
function rowsOf(heading: string): string[][] {
  const [, section = ''] = README.split(`## ${heading}\n`);
  const rows = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

/** `01, 04-06` as numbers. */
function numbersOf(list: string): readonly number[] {
  return [...list.matchAll(/(\d+)(?:-(\d+))?/g)].flatMap(([, from, to = from]) => {
    const first = Number(from);
    return Array.from({ length: Number(to) - first + 1 }, (_none, index) => first + index);
  });
}

const charts = readdirSync(join(ROOT, 'charts')).filter((file) => file.endsWith('.ts'));

/** The objects that one file of charts/ makes, chart by chart. */
function objectsOf(file: string): readonly JsonObject[][] {
  const app = new App();
  const exported = jest.requireActual<Record<string, unknown>>(join(ROOT, 'charts', file));
  for (const make of Object.values(exported)) {
    if (isChart(make)) new make(app);
    else (make as (scope: Construct) => void)(app);
  }
  return app.charts.map((chart) => chart.toJson() as JsonObject[]);
}

function isChart(value: unknown): value is new (scope: Construct) => Chart {
  // Not by the prototype: cdk8s tells a chart by a mark that only instances have.
  return typeof value === 'function' && 'isChart' in value;
}

function nameOf({ metadata }: JsonObject): unknown {
  return (metadata as JsonObject | undefined)?.name;
}

describe('charts/README.md', () => {
  const shown = rowsOf('Which chart shows what');

  test('tells of every chart', () => {
    expect(shown.map(([chart = '']) => /\[(.*)\]/.exec(chart)?.[1]).sort()).toEqual(charts);
  });

  test('finds a place for every file of the corpus', () => {
    const numbers = shown.flatMap(([, , files = '']) => numbersOf(files));
    expect(numbers.sort((a, b) => a - b)).toEqual(
      Array.from({ length: CORPUS_FILES }, (_none, index) => index + 1),
    );
  });

  test.each(shown)('%s has the objects that it is said to show', (chart = '', shows = '') => {
    const file = /\[(.*)\]/.exec(chart)?.[1] ?? '';
    const names = objectsOf(file).flat().map(nameOf);
    const said = [...shows.matchAll(/`([\w-]+)`/g)].map(([, name]) => name);
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((name) => !names.includes(name))).toEqual([]);
  });

  test('finds what the notes describe where it says', () => {
    const [, notes = ''] = /The notes of the corpus describe([\s\S]*?)\n\n/.exec(README) ?? [];
    const places = [...notes.matchAll(/\(((?:`[\w-]+`(?: and )?)+)\s+in\s+([\w-]+\.ts)\)/g)];
    expect(places).toHaveLength(7);
    for (const [, names = '', file = ''] of places) {
      const there = objectsOf(file).flat().map(nameOf);
      for (const [, name] of names.matchAll(/`([\w-]+)`/g)) expect(there).toContain(name);
    }
  });

  test('counts the lines of each chart and of its YAML; if not, write down what is received', () => {
    const lines = (text: string): number => text.split('\n').length - 1;
    const counted = charts.map((file) => [
      file,
      lines(readFileSync(join(ROOT, 'charts', file), 'utf8')),
      objectsOf(file).reduce((sum, objects) => sum + lines(emitDocuments(objects)), 0),
    ]);
    const sum = (column: 1 | 2): number => counted.reduce((all, row) => all + Number(row[column]), 0);
    const written = rowsOf('Lines').map(([chart, own, yaml]) => [chart, Number(own), Number(yaml)]);
    expect([...counted, ['all', sum(1), sum(2)]]).toEqual(written);
  });

  test('leads to files that are there', () => {
    const links = [...README.matchAll(/\]\(([^)#]+)\)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(join(ROOT, 'charts', link)))).toEqual([]);
  });
});

describe('the mistakes of the corpus', () => {
  test('are told of one by one', () => {
    const files = new Set(rowsOf('What became of each mistake').flatMap(([list = '']) => numbersOf(list)));
    const mistaken =
      '01, 03-06, 11, 12, 14-16, 18, 25, 26, 42, 44-46, 63-68, 70, 71, 73-76, 83, 86, 88, 92, 93, 95';
    // 02 and 69, 72 and the like are without fault.
    expect([...files].sort((a, b) => a - b)).toEqual([...numbersOf(mistaken)]);
  });

  const BEFORE = `import { App, Chart } from 'cdk8s';
import { AppConfig, RoleGrant, ScheduledJob, StaticVolume, Worker } from 'kubewright';
const chart = new Chart(new App(), 'c');
const image = 'busybox:1.36';
const volume = new StaticVolume(chart, 'v', {
  capacity: '1Gi',
  accessModes: ['ReadWriteOnce'],
  source: { hostPath: { path: '/' } },
});
const config = new AppConfig(chart, 'config', { data: { LEVEL: 'info' } });
`;
  const REFUSED: Readonly<Record<string, string>> = {
    '16': "new Worker(chart, 'a', { image, autoscale: { max: 5, targetAverageUtilization: 30 } });",
    '88': "new Worker(chart, 'a', { image, resources: { limits: { storage: '1Gi' } } });",
    '70, 71': "volume.claim(chart, 'a', { selector: { matchLabels: { type: 'host' } } });",
    '95': "new RoleGrant(chart, 'a', { rules: { core: { namespace: ['get'] } } });",
    '93': "new RoleGrant(chart, 'a', { rules: { core: { namespaces: ['list'] } } });",
    '15, 16': "new Worker(chart, 'a', { image, replicas: 1, autoscale: { max: 5 } });",
    '83': "new Worker(chart, 'a', { image, env: { A: config.key('LEVLE') } });",
    notes: "new ScheduledJob(chart, 'a', { image, schedule: '0 30 3 * * *' });",
    'notes, day 0': "new ScheduledJob(chart, 'a', { image, schedule: '0 0 0 * *' });",
  };

  test('do not compile where a type is said to refuse them', () => {
    const said = rowsOf('What became of each mistake')
      .filter(([, , here = '']) => /\*\*type\*\*/i.test(here))
      .map(([files]) => files);
    expect(Object.keys(REFUSED).filter((files) => !files.includes('day'))).toEqual(
      expect.arrayContaining(said),
    );
    const modules = Object.entries({ ...REFUSED, 'the frame': '' }).map(
      ([files, code]) => [join(ROOT, `mistake ${files}.ts`), BEFORE + code] as const,
    );
    const { problems } = typeCheck(ROOT, new Map(modules));
    const refused = new Set(problems.map(({ file }) => /mistake (.*)\.ts$/.exec(file)?.[1]));
    expect([...refused]).toEqual(Object.keys(REFUSED));
  }, 60_000);

  test('throw where a constructor is said to refuse them', () => {
    const chart = new Chart(new App(), 'c');
    const image = 'busybox:1.36';
    const pod = new SinglePod(chart, 'app-server', { image, ports: { http: 8080 } });
    expect(() => new SinglePod(chart, 'app-server', { image })).toThrow(
      "There is already a Construct with name 'app-server'",
    );
    expect(
      () => new SharedService(chart, 'app-service', { pods: [pod], selector: { app: 'node', sub: 'flask' } }),
    ).toThrow("selector asks for 'app=node', which the pods of 'app-server' do not have");
    new ReplicaGroup(chart, 'replicaset-deployments', { image });
    expect(() => new ReplicaGroup(chart, 'replicaset-deployments', { image })).toThrow('There is already');
    const volume = new StaticVolume(chart, 'pv-log', {
      capacity: '1Gi',
      accessModes: ['ReadWriteOnce'],
      source: { hostPath: { path: '/host' } },
    });
    expect(() => volume.claim(chart, 'pv-log')).toThrow('There is already');
  });
});
