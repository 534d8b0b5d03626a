import {
  AppConfig,
  AppSecret,
  type ClaimTemplateOptions,
  type DownwardFile,
  type Mount,
  Volume,
} from '../../lib';
import { type Random } from './random';

/** Volumes of all kinds, in mounts of all kinds. */
export function mounts(r: Random, claims: boolean): Readonly<Record<string, Mount>> {
  const paths = r.shuffle(['/data', '/etc/app', '/var/cache', '/tmp', '/run/x/y']);
  return Object.fromEntries(
    paths.slice(0, r.int(1, 3)).map((path, index) => {
      const volume = anyVolume(r, `v${index}`, claims);
      const mount: Mount = r.chance(0.5)
        ? volume
        : {
            volume,
            ...r.some({
              readOnly: () => r.chance(0.5),
              subPath: () => r.odd('sub/dir', '', '/abs', '../up', 'a/../b', '..data', 'a:b'),
              subPathExpr: () => r.odd('$(POD)/x', '', '/abs', '../$(X)'),
              mountPropagation: () => r.odd('None', 'HostToContainer', 'Bidirectional'),
            }),
          };
      return [r.odd(path, '', 'relative', '/', '/a:b', `${path}/`, '/data', '.', '//x'), mount];
    }),
  );
}

function anyVolume(r: Random, usual: string, claims: boolean): Volume {
  const name = r.odd(usual, '', 'Upper', 'a.b', 'x'.repeat(64), 'v0');
  const defaultMode = (): number => r.odd(0o440, 0, 0o777, 0o1000, -1, 1.5, 777);
  const makers: (() => Volume)[] = [
    () =>
      Volume.emptyDir(
        name,
        r.some({
          sizeLimit: () => r.odd('64Mi', 0, '0', '1Ei', '1.5Gi', '1e3', 12.5),
          medium: () => 'Memory' as const,
        }),
      ),
    () =>
      Volume.hostPath(
        name,
        r.odd('/var/log', '', 'relative', '/a/../b', '/', '/a..b'),
        r.odd(
          'Directory',
          '',
          'File',
          'Socket',
          'CharDevice',
          'BlockDevice',
          'DirectoryOrCreate',
          'FileOrCreate',
        ),
      ),
    () =>
      Volume.nfs(name, {
        server: r.odd('files.example.com', '', '10.0.0.1', 'fd00::1'),
        path: r.odd('/export', '', 'export', '/'),
        ...r.some({ readOnly: () => true }),
      }),
    () =>
      Volume.existingClaim(
        name,
        r.odd('claim', '', 'a.b', 'Upper', 'x'.repeat(254), '1'),
        r.some({ readOnly: () => true }),
      ),
    () => Volume.ephemeral(name, claim(r)),
    () =>
      Volume.downwardApi(
        name,
        r.odd<Record<string, DownwardFile>>(
          {
            labels: 'metadata.labels',
            'sub/name': 'metadata.name',
            app: "metadata.labels['app']",
            cpu: { resource: 'limits.cpu', container: 'main', ...r.some({ divisor: () => '1m' as const }) },
          },
          {},
          { '': 'metadata.uid' },
          { '/abs': 'metadata.uid' },
          { '../up': 'metadata.uid' },
          { '..data': 'metadata.uid' },
          { 'a/../b': 'metadata.uid' },
          { bad: "metadata.labels['no good']" },
          { bad: "metadata.annotations['a/b/c']" },
          { empty: "metadata.labels['']" },
          { upper: "metadata.annotations['Example.COM/Key']" },
          { cpu: { resource: 'requests.memory', container: 'main', divisor: '1m' } },
          { cpu: { resource: 'requests.cpu', container: 'main', divisor: '1Mi' } },
          { cpu: { resource: 'requests.ephemeral-storage', container: 'nobody', divisor: '1Mi' } },
          { cpu: { resource: 'limits.hugepages-2Mi', container: 'main', divisor: '1Ki' } },
          { cpu: { resource: 'limits.hugepages-two', container: 'main' } },
        ),
        r.some({ defaultMode }),
      ),
    () =>
      Volume.projected(
        name,
        [
          {
            serviceAccountToken: {
              path: 'token',
              audience: 'vault',
              expirationSeconds: r.odd(3600, 600),
            },
          },
          { configMap: { name: 'config', items: [{ key: 'a', path: 'b', mode: 0o400 }] } },
          { secret: { name: 'secret', optional: true } },
          { downwardAPI: { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] } },
        ],
        r.some({ defaultMode }),
      ),
    () =>
      Volume.csi(name, {
        driver: 'secrets-store.csi.k8s.io',
        readOnly: true,
        volumeAttributes: { secretProviderClass: 'vault' },
        nodePublishSecretRef: { name: 'creds' },
      }),
    () =>
      (r.chance(0.5)
        ? AppConfig.existing('config', ['a', 'b'])
        : AppSecret.existing('secret', ['a', 'b'])
      ).volume({
        name,
        ...r.some({
          files: () => ({
            a: r.odd<string | { path: string; mode?: number }>(
              'a.txt',
              '',
              '/abs',
              '../x',
              '..x',
              'dir/a',
              { path: 'a', mode: 0o400 },
              { path: 'a', mode: 0o7777 },
              { path: 'a', mode: -1 },
            ),
          }),
          defaultMode,
          optional: () => r.chance(0.5),
        }),
      }),
  ];
  if (claims) makers.push(() => Volume.claimTemplate(name, claim(r)));
  return r.pick(...(makers as [() => Volume]))();
}

/** A claim for a pod. */
export function claim(r: Random): ClaimTemplateOptions {
  return {
    storage: r.odd('10Gi', 0, '0', '1', 0.5, '1.5Gi', '1e3'),
    ...r.some<ClaimTemplateOptions>({
      storage: () => '1Gi',
      accessModes: () =>
        r.odd(
          ['ReadWriteOnce'],
          [],
          ['ReadWriteOncePod'],
          ['ReadWriteOnce', 'ReadWriteOncePod'],
          ['ReadOnlyMany', 'ReadWriteMany'],
          ['ReadWriteOnce', 'ReadWriteOnce'],
        ),
      storageClass: () => r.odd<string | { name: string }>('fast', '', 'Not Good', { name: 'fast' }),
      volumeMode: () => r.odd('Filesystem', 'Block'),
      labels: () => ({ tier: r.odd('db', '', 'no good', '-') }),
      annotations: () => ({ [r.odd('example.com/note', 'a b', '', 'A.B/c')]: 'any text\n' }),
    }),
  };
}
