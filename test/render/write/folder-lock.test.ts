import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { FolderLock, LOCK_NAME } from '../../../lib/render/write/folder-lock';
import { renderErrorOf } from '../inputs';
import { tempFolder } from './folders';

describe('FolderLock', () => {
  let root = '';
  let file = '';
  beforeEach(() => {
    root = tempFolder();
    file = path.join(root, LOCK_NAME);
  });

  const held = (change: object): void => {
    const lock = FolderLock.acquire(root, 0);
    const holder = JSON.parse(fs.readFileSync(file, 'utf8')) as object;
    lock.release();
    fs.writeFileSync(file, `${JSON.stringify({ ...holder, token: 'other', ...change })}\n`);
  };
  const deadPid = (): number => spawnSync(process.execPath, ['-e', '0']).pid;
  const titleOf = (timeoutMs = 60): string =>
    renderErrorOf(() => FolderLock.acquire(root, timeoutMs)).problems[0]?.title ?? '';

  it('is held by one at a time, and leaves nothing', () => {
    const lock = FolderLock.acquire(root, 0);
    expect(titleOf()).toContain(`process ${process.pid} on`);
    lock.release();
    FolderLock.acquire(root, 0).release();
    expect(fs.readdirSync(root)).toEqual([]);
  });

  it('names the file to delete when nothing runs', () => {
    held({});
    expect(renderErrorOf(() => FolderLock.acquire(root, 0)).problems[0]?.help).toContain(file);
  });

  it('is taken over from a process that is gone', () => {
    held({ pid: deadPid() });
    FolderLock.acquire(root, 0).release();
    expect(fs.readdirSync(root)).toEqual([]);
  });

  it('is taken over from a process whose id another one has now', () => {
    held({ started: 'long ago' });
    expect(() => FolderLock.acquire(root, 0)).not.toThrow();
  });

  it.each([
    ['of another machine', { host: 'elsewhere' }],
    ['of another boot', { host: 'elsewhere', pid: 1 }],
  ])('%s is respected until nobody has touched it for a minute', (_name, change) => {
    held({ ...change });
    expect(titleOf()).toContain('on elsewhere is writing to');
    const old = Date.now() / 1000 - 61;
    fs.utimesSync(file, old, old);
    expect(() => FolderLock.acquire(root, 0)).not.toThrow();
  });

  it('that was left half written is respected for a minute too', () => {
    fs.writeFileSync(file, '{"tok');
    expect(titleOf()).toContain('another run is writing to');
    fs.utimesSync(file, 1, 1);
    expect(() => FolderLock.acquire(root, 0)).not.toThrow();
  });

  it('says when it was lost, and does not release what another holds', () => {
    const lock = FolderLock.acquire(root, 0);
    fs.writeFileSync(file, '{}');
    expect(() => lock.assertHeld()).toThrow('was taken by another run');
    lock.release();
    expect(fs.existsSync(file)).toBe(true);
  });

  it('does without hard links where there are none', () => {
    jest.spyOn(fs, 'linkSync').mockImplementation(() => {
      throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
    });
    try {
      const lock = FolderLock.acquire(root, 0);
      lock.assertHeld();
      expect(titleOf()).toContain('is writing to');
      lock.release();
      expect(fs.readdirSync(root)).toEqual([]);
    } finally {
      jest.restoreAllMocks();
    }
  });

  it('does not remove a lock that another run took while this one looked at the old one', () => {
    held({ pid: deadPid() });
    const quicker = fs.readFileSync(file, 'utf8').replace(/"pid":\d+/, `"pid":${process.pid}`);
    const real = fs.writeFileSync;
    jest.spyOn(fs, 'writeFileSync').mockImplementation((target, ...rest) => {
      if (String(target).includes('-break-')) real(file, quicker);
      real(target, ...rest);
    });
    try {
      expect(titleOf()).toContain('is writing to');
      expect(fs.readFileSync(file, 'utf8')).toBe(quicker);
    } finally {
      jest.restoreAllMocks();
    }
  });

  it('is taken over though the run that was about to do so was killed', () => {
    held({ pid: deadPid() });
    const stale = fs.readFileSync(file, 'utf8');
    const mark = `.kubewright-tmp-break-${createHash('sha256').update(stale).digest('hex')}`;
    fs.writeFileSync(path.join(root, mark), stale);
    FolderLock.acquire(root, 0).release();
    expect(fs.readdirSync(root)).toEqual([]);
  });
});
