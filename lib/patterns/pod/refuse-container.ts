import { httpHeaderNameErrors } from '../../model/names/http-header-name';
import { wireCount, wireSeconds } from '../manifest/count';
import { wirePort } from '../manifest/port-number';
import { refuseEscapingPath } from '../manifest/refuse-path';
import { refuseName } from '../manifest/refuse-name';
import { PropertyError } from '../property-error';
import { type ContainerOptions, type MountOptions } from './container-options';
import { type PodBuilder } from './pod-builder';
import { type HttpGet, type Probe } from './probe';
import { type Volume } from './volume';

/**
 * Refuses what the API server would of a container, as far as no other file of the pattern does.
 * @throws PropertyError
 * @see k8s.io/kubernetes/pkg/apis/core/validation, validateContainerCommon and validateProbe
 */
export function refuseContainer(pod: PodBuilder, name: string, options: ContainerOptions<string>): void {
  const { construct } = pod;
  // A pod template takes blanks around it, and then no pod is made of it.
  if (options.image === '' || options.image.trim() !== options.image) {
    throw new PropertyError(
      construct,
      'image',
      `of container '${name}' is '${options.image}'`,
      "write it without blanks, e.g. 'ghcr.io/acme/web:1.4.2'",
    );
  }
  for (const property of ['startupProbe', 'readinessProbe', 'livenessProbe'] as const) {
    const probe = options[property];
    if (probe !== undefined) refuseProbe(pod, property, name, probe);
  }
  for (const turn of ['postStart', 'preStop'] as const) {
    const handler = options.lifecycle?.[turn];
    if (handler !== undefined) refuseHandler(pod, `lifecycle.${turn}`, name, handler);
  }
}

function refuseProbe(pod: PodBuilder, property: string, container: string, probe: Probe<string>): void {
  const { construct } = pod;
  refuseHandler(pod, property, container, probe);
  for (const field of [
    'initialDelaySeconds',
    'periodSeconds',
    'timeoutSeconds',
    'failureThreshold',
  ] as const) {
    wireCount(construct, `${property}.${field}`, probe[field]);
  }
  if ('successThreshold' in probe) {
    wireCount(construct, `${property}.successThreshold`, probe.successThreshold);
  }
  if ('terminationGracePeriodSeconds' in probe) {
    const { terminationGracePeriodSeconds } = probe;
    wireSeconds(construct, `${property}.terminationGracePeriodSeconds`, terminationGracePeriodSeconds, 1);
  }
}

interface Handler {
  readonly exec?: readonly string[] | undefined;
  readonly httpGet?: HttpGet<string> | undefined;
  readonly tcpSocket?: string | number | undefined;
  readonly grpc?: { readonly port: string | number } | undefined;
  readonly sleep?: number | undefined;
}

function refuseHandler(
  { construct }: PodBuilder,
  property: string,
  container: string,
  { exec, httpGet, tcpSocket, grpc, sleep }: Handler,
): void {
  if (exec?.length === 0) {
    throw new PropertyError(
      construct,
      `${property}.exec`,
      `of container '${container}' is empty`,
      "write the command, e.g. ['cat', '/tmp/ready']",
    );
  }
  for (const [field, port] of [
    ['httpGet.port', httpGet?.port],
    ['tcpSocket', tcpSocket],
    ['grpc.port', grpc?.port],
  ] as const) {
    if (typeof port === 'number') wirePort(construct, `${property}.${field}`, port);
  }
  for (const header of Object.keys(httpGet?.headers ?? {})) {
    refuseName(construct, `key of ${property}.httpGet.headers`, header, httpHeaderNameErrors(header));
  }
  wireSeconds(construct, `${property}.sleep`, sleep);
}

/**
 * Refuses a mount that the API server would.
 * @throws PropertyError
 * @see k8s.io/kubernetes/pkg/apis/core/validation, ValidateVolumeMounts and validateMountPropagation
 */
export function refuseMount(
  { construct }: PodBuilder,
  path: string,
  mount: MountOptions,
  container: ContainerOptions<string>,
): void {
  const property = `mounts['${path}']`;
  if (path === '')
    throw new PropertyError(construct, 'mounts', 'have an empty path', 'write where to mount it');
  const { subPath, subPathExpr, mountPropagation } = mount;
  if (subPath !== undefined && subPath !== '' && subPathExpr !== undefined && subPathExpr !== '') {
    throw new PropertyError(construct, property, 'has both subPath and subPathExpr', 'write one of them');
  }
  if (subPath !== undefined) refuseEscapingPath(construct, `${property}.subPath`, subPath);
  if (subPathExpr !== undefined) refuseEscapingPath(construct, `${property}.subPathExpr`, subPathExpr);
  if (mountPropagation === 'Bidirectional' && container.securityContext?.privileged !== true) {
    throw new PropertyError(
      construct,
      `${property}.mountPropagation`,
      "is 'Bidirectional', which only a privileged container may have",
      'set securityContext: { privileged: true }',
    );
  }
}

/**
 * A volume that is a block device: only a claim may be one, and only once in a container.
 * @throws PropertyError
 * @see k8s.io/kubernetes/pkg/apis/core/validation, ValidateVolumeDevices
 */
export function blockDevice(
  { construct }: PodBuilder,
  path: string,
  volume: Volume,
  { mounts = {} }: ContainerOptions<string>,
): Volume {
  const { source, claimTemplate, name } = volume;
  const property = `devices['${path}']`;
  const claim = claimTemplate ?? source?.persistentVolumeClaim ?? source?.ephemeral;
  if (claim === undefined) {
    throw new PropertyError(
      construct,
      property,
      `takes the volume '${name}', which is no claim`,
      'use a VolumeClaim, Volume.ephemeral or Volume.claimTemplate, or mount it',
    );
  }
  refuseName(construct, property, path, path === '' ? ['it is empty'] : []);
  const mounted = Object.entries(mounts).find(
    ([mountPath, mount]) =>
      mountPath === path || ('toVolume' in mount ? mount : mount.volume).toVolume().name === name,
  );
  if (mounted !== undefined) {
    throw new PropertyError(
      construct,
      property,
      `is mounted at '${mounted[0]}' as well`,
      'a container has a volume either as a device or as a folder',
    );
  }
  refuseEscapingPath(construct, property, path.replace(/^\//, ''));
  return volume;
}
