import fs from 'node:fs';
import path from 'node:path';
import { compare } from '../../../lib/render/write/compare';
import { write } from '../../../lib/render/write/write';
import { renderErrorOf } from '../inputs';
import { contentOf, filesPlan, tempFolder } from './folders';

describe('the output folder', () => {
  const plan = filesPlan({ 'a.yaml': '1' });
  let project = '';
  beforeEach(() => {
    project = path.join(tempFolder(), 'project');
    fs.mkdirSync(path.join(project, 'src'), { recursive: true });
    fs.writeFileSync(path.join(project, 'file'), 'x');
  });

  const refusal = (dir: string, from = project): string => {
    const before = contentOf(path.dirname(project));
    const options = { projectRoot: from };
    const { problems } = renderErrorOf(() => write(plan, path.join(project, dir), options));
    expect(renderErrorOf(() => compare(plan, path.join(project, dir), options)).problems).toEqual(problems);
    expect(contentOf(path.dirname(project))).toEqual(before);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.help).not.toBe('');
    return problems[0]?.title.replaceAll(path.dirname(project), '') ?? '';
  };

  it("is refused when it is the project's root, or holds it", () => {
    expect(refusal('.')).toBe("the output folder `/project` is the project's root");
    expect(refusal('src/..')).toContain("is the project's root");
    expect(refusal('..')).toContain("contains the project's root");
    fs.symlinkSync('.', path.join(project, 'self'));
    expect(refusal('self')).toContain("is the project's root");
  });

  it('is refused when it is the root of some project', () => {
    fs.writeFileSync(path.join(project, 'package.json'), '{}');
    expect(refusal('.', path.join(project, 'src'))).toContain('contains');
    expect(refusal('.', tempFolder())).toContain('is the root of a project: it holds `package.json`');
  });

  it('is refused when it is a file, or lies under one', () => {
    expect(refusal('file')).toBe('the output folder `/project/file` is a file');
    expect(refusal('file/dist')).toContain('lies under `/project/file`, which is a file');
  });

  it('is refused when a symlink leads out of the project, or nowhere', () => {
    const outside = tempFolder();
    fs.symlinkSync(outside, path.join(project, 'dist'));
    fs.symlinkSync('nowhere', path.join(project, 'dangling'));
    expect(refusal('dist')).toContain('leads out of the project by a symlink');
    expect(refusal('dist/deeper')).toContain('leads out of the project by a symlink');
    expect(refusal('dangling')).toContain('whose target does not exist');
    expect(fs.readdirSync(outside)).toEqual([]);
  });

  it('may be a symlink within the project, or any other folder by its own name', () => {
    fs.symlinkSync('src', path.join(project, 'dist'));
    const outside = tempFolder();
    for (const dir of [path.join(project, 'dist'), path.join(outside, 'manifests')]) {
      expect(write(plan, dir, { projectRoot: project }).added).toEqual(['a.yaml']);
    }
    expect(fs.readFileSync(path.join(project, 'src', 'a.yaml'), 'utf8')).toBe('1');
  });

  it.each([
    ['EACCES', 'is read-only for this user'],
    ['EROFS', 'is on a read-only file system'],
  ])('is refused when it takes no files (%s), but only if there are any to write', (code, title) => {
    const dist = path.join(project, 'dist');
    write(plan, dist, { projectRoot: project });
    // The tests may run as root, who may write anywhere.
    jest.spyOn(fs, 'accessSync').mockImplementation(() => {
      throw Object.assign(new Error(code), { code });
    });
    try {
      expect(write(plan, dist, { projectRoot: project }).unchanged).toEqual(['a.yaml']);
      expect(() => write(filesPlan({ 'a.yaml': '2' }), dist, { projectRoot: project })).toThrow(title);
    } finally {
      jest.restoreAllMocks();
    }
  });
});
