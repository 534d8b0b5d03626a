import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { generatePages } from '../../../lib/dev/docs/pages';

const ROOT = resolve(__dirname, '../../..');
const FOLDER = 'docs/patterns';
/** The page that is written by hand; test/docs/defaults.test.ts keeps it true. */
const BY_HAND = [`${FOLDER}/defaults.md`];

describe('docs/patterns', () => {
  const pages = generatePages(ROOT);
  const files = readdirSync(join(ROOT, FOLDER), { recursive: true, encoding: 'utf8' })
    .map((name) => `${FOLDER}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.md'));

  test('is what the source says; if not, run `npm run docs`', () => {
    const outdated = [...pages].filter(([page, text]) => {
      return !files.includes(page) || readFileSync(join(ROOT, page), 'utf8') !== text;
    });
    const orphaned = files.filter((file) => !pages.has(file) && !BY_HAND.includes(file));
    expect({ outdated: outdated.map(([page]) => page), orphaned, mendedBy: 'npm run docs' }).toEqual({
      outdated: [],
      orphaned: [],
      mendedBy: 'npm run docs',
    });
  });

  test('has a page for each construct that the package exports', () => {
    const constructs = Object.entries(jest.requireActual<object>('../../../lib/index')).filter(
      ([, value]) => typeof value === 'function' && 'isConstruct' in value,
    );
    const index = pages.get(`${FOLDER}/README.md`) ?? '';
    expect(constructs.length).toBeGreaterThan(20);
    expect(constructs.filter(([name]) => !index.includes(`| [${name}](`)).map(([name]) => name)).toEqual([]);
  });

  test('shows for each pattern what its example makes', () => {
    for (const [page, text] of pages) {
      if (posix.dirname(page) !== FOLDER || page.endsWith('README.md')) continue;
      expect(text).toMatch(
        /```ts\nimport \{[^}]+\} from 'kubewright';\n\n[\s\S]+?\n```\n\nmakes\n\n```yaml\napiVersion: /,
      );
    }
  });

  test('leads nowhere in vain', () => {
    const anchors = (page: string): string[] => {
      const plain = [...readFileSync(join(ROOT, page), 'utf8').matchAll(/^#+ (.+)$/gm)].map(
        ([, heading = '']) =>
          heading
            .toLowerCase()
            .replaceAll(/[^\w -]/g, '')
            .replaceAll(' ', '-'),
      );
      // The second of one name is numbered.
      return plain.map((anchor, index) => {
        const before = plain.slice(0, index).filter((other) => other === anchor).length;
        return before === 0 ? anchor : `${anchor}-${before}`;
      });
    };
    const broken = files.flatMap((page) =>
      [...readFileSync(join(ROOT, page), 'utf8').matchAll(/\]\(([^)]+)\)/g)].flatMap(([, link = '']) => {
        if (link.startsWith('http')) return [];
        const [path = '', anchor] = link.split('#');
        const target = path === '' ? page : posix.join(posix.dirname(page), path);
        if (!files.includes(target)) return [`${page}: ${link}`];
        return anchor === undefined || anchors(target).includes(anchor) ? [] : [`${page}: ${link}`];
      }),
    );
    expect(broken).toEqual([]);
  });
});
