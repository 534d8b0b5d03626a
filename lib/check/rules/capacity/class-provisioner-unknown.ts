import { textField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { NO_PROVISIONER } from '../../storage/storage-classes';
import { classExample } from './storage/claim-examples';

/** Kinds of volumes, which people take for provisioners. Upstream: `VolumeSource`, `PersistentVolumeSource`, k8s.io/api/core/v1. */
const VOLUME_TYPES: readonly string[] = [
  'awsElasticBlockStore',
  'azureDisk',
  'azureFile',
  'cephfs',
  'cinder',
  'configMap',
  'csi',
  'emptyDir',
  'fc',
  'gcePersistentDisk',
  'glusterfs',
  'hostPath',
  'iscsi',
  'local',
  'nfs',
  'rbd',
  'vsphereVolume',
];

export default defineRule({
  code: 'K443',
  name: 'class-provisioner-unknown',
  group: 'capacity',
  severity: 'warning',
  kinds: ['storage.k8s.io/StorageClass'],
  summary: 'A StorageClass whose provisioner is a type of volume, which is no program that makes any',
  explanation: `\`provisioner\` names the program that makes volumes of the class, such as \`ebs.csi.aws.com\` or \`rancher.io/local-path\`. Any text is
accepted. Where no program answers to it, claims of the class stay Pending. \`emptyDir\`, \`hostPath\`, \`nfs\` and the like are types of volumes;
for volumes that are written by hand the name is \`${NO_PROVISIONER}\`.`,
  bad: classExample('host-dir', 'hostPath'),
  good: classExample('host-dir', NO_PROVISIONER),
  check(entry, context) {
    const provisioner = textField(entry.object, 'provisioner');
    if (provisioner === undefined || !VOLUME_TYPES.includes(provisioner)) return;
    context.report({
      object: entry,
      path: '/provisioner',
      title: `${objectTitle(entry)} has the provisioner \`${provisioner}\`, which is a type of volume`,
      label: `provisioner is \`${provisioner}\``,
      notes: [
        `claims of the class stay Pending (ExternalProvisioning): "Waiting for a volume to be created either by the external provisioner '${provisioner}' or manually by the system administrator. ..."`,
      ],
      help: [`write ${NO_PROVISIONER} for volumes that are written by hand, or the name of a CSI driver`],
    });
  },
});
