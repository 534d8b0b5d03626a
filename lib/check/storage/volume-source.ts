import { type Binding } from './bindings';

/** Sources that no node attaches: several nodes may mount them at once, whatever the access modes say. */
const NOT_ATTACHED: readonly string[] = [
  'azureFile',
  'cephfs',
  'glusterfs',
  'hostPath',
  'local',
  'nfs',
  'quobyte',
];

/**
 * Whether ReadWriteOnce may be held for a claim. The controller that attaches volumes to nodes minds it: not where the
 * volume may be shared besides, and never for what is mounted without being attached, such as NFS.
 *
 * Upstream: `IsMultiAttachAllowed`, pkg/volume/util/util.go.
 */
export function mayBeAttached({ fate }: Binding): boolean {
  if (fate.is !== 'bound') return true;
  const { accessModes, spec } = fate.volume;
  if (accessModes.includes('ReadWriteMany') || accessModes.includes('ReadOnlyMany')) return false;
  return !NOT_ATTACHED.some((source) => Object.hasOwn(spec, source));
}
