import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { typeCheck } from '../lib/dev/docs/type-check';
import { copyProject, ROOT, run } from './support/project-copy';

interface Block {
  readonly language: string;
  readonly code: string;
  /** The file that the line before it names, as in "`main.ts`:". */
  readonly file: string | undefined;
}

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

function blocksOf(markdown: string): readonly Block[] {
  return [...markdown.matchAll(/(?:^`([\w./-]+)`:\n\n)?^```(\w+)\n([\s\S]*?)^```$/gm)].map(
    ([, file, language = '', code = '']) => ({ language, code, file }),
  );
}

function section(heading: string): string {
  const [, text = ''] = README.split(`## ${heading}\n`);
  return text.split('\n## ')[0] ?? '';
}

/** The hand-written pages whose examples stand alone. */
const PAGES = ['README.md', 'docs/checking.md', 'docs/configuration.md', 'docs/patterns/defaults.md'];

describe('the README', () => {
  test('begins with what it is, in five lines', () => {
    expect(README.split('\n\n')[1]?.split('\n')).toHaveLength(5);
  });

  test('gives two commands that are complete on a fresh machine', () => {
    const commands = blocksOf(section('See it run')).map(({ code }) => code.trim());
    expect(commands).toEqual(['npm ci && npm run synth', 'npm ci && npm test']);
    const { scripts, engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
      engines: { node: string };
    };
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['prepare', 'synth', 'test']));
    // `npm ci` builds what `npm run synth` runs.
    expect(scripts.prepare).toBe('npm run build');
    expect(engines.node).toBe('>=20');
    expect(readFileSync(join(ROOT, '.ci/run'), 'utf8')).toContain('\nnpm ci\nnpm test\n');
  });

  test.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'])('%s leads to files that are there', (page) => {
    const links = [...readFileSync(join(ROOT, page), 'utf8').matchAll(/\]\(([^)#]+)\)/g)].map(
      ([, link = '']) => link,
    );
    expect(links.filter((link) => !link.startsWith('http') && !existsSync(join(ROOT, link)))).toEqual([]);
  });

  test.each(['README.md', 'CONTRIBUTING.md'])('%s names only scripts of package.json', (page) => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...readFileSync(join(ROOT, page), 'utf8').matchAll(/npm run ([\w:-]+)/g)];
    expect(named.map(([, script = '']) => script).filter((script) => !(script in scripts))).toEqual([]);
  });

  test('makes a first chart by its own words', () => {
    const { folder, project } = copyProject();
    try {
      let cwd = project;
      for (const { language, code, file } of blocksOf(section('A first chart in a minute'))) {
        if (file !== undefined) writeFileSync(join(cwd, file), code);
        else if (language === 'sh') cwd = runFrom(cwd, folder, code);
      }
      expect(readdirSync(join(cwd, 'dist')).filter((name) => !name.startsWith('.'))).toEqual([
        'shop.k8s.yaml',
      ]);
      const kinds = parseAllDocuments(readFileSync(join(cwd, 'dist/shop.k8s.yaml'), 'utf8')).map((document) =>
        String(document.get('kind')),
      );
      expect(kinds.sort()).toEqual(kindsOfProse());
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 300_000);
});

describe('the examples of hand-written pages', () => {
  test.each(PAGES)(
    'of %s compile, and fail to compile where they say so',
    (page) => {
      const programs = new Map<string, string>();
      const expected: string[] = [];
      let main = '';
      for (const { language, code } of blocksOf(readFileSync(join(ROOT, page), 'utf8'))) {
        if (language !== 'ts') continue;
        // A block without imports goes on from the one before; a comment of its own line is what the compiler says.
        const goesOn = !code.includes('import ');
        if (goesOn) expected.push(...[...code.matchAll(/^\/\/ (.*)$/gm)].map(([, message = '']) => message));
        else main = code;
        programs.set(join(ROOT, `example-${programs.size}.ts`), goesOn ? main + code : code);
      }
      expect(programs.size).toBeGreaterThan(0);
      expect(typeCheck(ROOT, programs).problems.map(({ message }) => message)).toEqual(expected);
    },
    60_000,
  );
});

/** The kinds that the text says the first chart makes. */
function kindsOfProse(): readonly string[] {
  const [, list = ''] = /now holds ([\s\S]*?), ready for/.exec(README) ?? [];
  const numbers: Readonly<Record<string, number>> = { a: 1, an: 1, two: 2, three: 3 };
  return list
    .split(/,\s+|\s+and\s+/)
    .flatMap((item) => {
      const [count = '', kind = ''] = item.split(/\s+/);
      const times = numbers[count] ?? 0;
      return Array<string>(times).fill(times > 1 ? kind.replace(/ies$/, 'y') : kind);
    })
    .sort();
}

/** Runs lines of a shell, and tells in which folder they end. */
function runFrom(cwd: string, folder: string, lines: string): string {
  const end = join(folder, 'end');
  const quiet = 'export npm_config_prefer_offline=true npm_config_audit=false npm_config_fund=false';
  run(`set -e\n${quiet}\n${lines}\npwd > "${end}"`, cwd);
  return readFileSync(end, 'utf8').trim();
}
