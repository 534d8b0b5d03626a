import { type Control } from '../control';
import { podVolumes } from '../pod-volumes';
import { joinQuoted, sortedSet } from '../wording';

/** What a pod may mount. */
export const ALLOWED_VOLUMES: readonly string[] = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

/** What it may not, in the order in which the server looks. */
const RESTRICTED_VOLUMES: readonly string[] = [
  'hostPath',
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'gitRepo',
  'nfs',
  'iscsi',
  'glusterfs',
  'rbd',
  'flexVolume',
  'cinder',
  'cephfs',
  'flocker',
  'fc',
  'azureFile',
  'vsphereVolume',
  'quobyte',
  'azureDisk',
  'photonPersistentDisk',
  'portworxVolume',
  'scaleIO',
  'storageos',
];

/** Upstream: `CheckRestrictedVolumes`, k8s.io/pod-security-admission/policy/check_restrictedVolumes.go. */
export const restrictedVolumes: Control = {
  id: 'restrictedVolumes',
  level: 'restricted',
  overrides: 'hostPathVolumes',
  revisions: [
    {
      since: 0,
      check(_metadata, spec) {
        const found = podVolumes(spec)
          .filter(({ sources }) => !sources.some((source) => ALLOWED_VOLUMES.includes(source)))
          .map(({ name, pointer, sources }) => {
            const type = RESTRICTED_VOLUMES.find((restricted) => sources.includes(restricted));
            return {
              name,
              type: type ?? 'unknown',
              pointer: type === undefined ? pointer : `${pointer}/${type}`,
            };
          });
        if (found.length === 0) return undefined;
        const types = sortedSet(found.map(({ type }) => type));
        const [volumes, use] = found.length === 1 ? ['volume', 'uses'] : ['volumes', 'use'];
        const what = types.length === 1 ? 'restricted volume type' : 'restricted volume types';
        return {
          reason: 'restricted volume types',
          detail: `${volumes} ${joinQuoted(found.map(({ name }) => name))} ${use} ${what} ${joinQuoted(types)}`,
          violations: found.map(({ pointer }) => ({ pointer })),
        };
      },
    },
  ],
};
