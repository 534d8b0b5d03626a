/**
 * Fields that the OpenAPI document calls required, and that the API server does without: what is left out is a zero
 * value that its validation takes, or a default. Found by leaving each out before kube-apiserver 1.28 and 1.36.
 */
const NOT_ENFORCED: ReadonlySet<string> = new Set([
  'apiextensions.v1.CustomResourceDefinitionVersion.served',
  'apiextensions.v1.CustomResourceDefinitionVersion.storage',
  'apps.v1.ControllerRevision.revision',
  'batch.v1.PodFailurePolicy.rules',
  'core.v1.ClusterTrustBundleProjection.path',
  'core.v1.Event.involvedObject',
  'core.v1.HTTPHeader.value',
  'core.v1.ISCSIPersistentVolumeSource.lun',
  'core.v1.ISCSIVolumeSource.lun',
  'core.v1.LimitRangeSpec.limits',
  'core.v1.PreferredSchedulingTerm.preference',
  'core.v1.SleepAction.seconds',
  'core.v1.ResourceClaim.name',
  'core.v1.ScaleIOPersistentVolumeSource.secretRef',
  'core.v1.ScaleIOVolumeSource.secretRef',
  'core.v1.Sysctl.value',
  'core.v1.TypedLocalObjectReference.kind',
  'core.v1.TypedLocalObjectReference.name',
  'discovery.v1.ForNode.name',
  'discovery.v1.ForZone.name',
  ...['v1', 'v1beta2', 'v1beta1'].flatMap((version) => [
    `resource.${version}.DeviceClass.spec`,
    `resource.${version}.ResourceClaim.spec`,
    `resource.${version}.ResourceClaimTemplate.spec`,
    `resource.${version}.ResourceClaimTemplateSpec.spec`,
    `resource.${version}.ResourcePool.generation`,
  ]),
  'storage.v1.CSIDriver.spec',
  'storage.v1.CSINode.spec',
  'storage.v1.CSINodeSpec.drivers',
  'storage.v1.TokenRequest.audience',
]);

/** Whether the API server refuses an object without that required field. */
export function isEnforced(type: string, field: string): boolean {
  return !NOT_ENFORCED.has(`${type}.${field}`);
}
