import type { k8s } from 'cdk8s-plus-28';
import { type QuantityLiteral } from '../../model/quantity-literal';
import { wireQuantity } from '../manifest/quantity';
import { type Wire } from '../manifest/wire';
import { type ContainerOptions, type Mount, type MountOptions } from './container-options';
import { type EnvValue } from './env';
import { lifecycleManifest } from './lifecycle';
import { type PodBuilder } from './pod-builder';
import { type Port, portOptions } from './ports';
import { type Probe, probeManifest } from './probe';
import { type ResourceList } from './resources';
import { containerSecurity } from './security';

/** The manifest of one container; its ports and volumes are noted with the pod. */
export function containerManifest(
  pod: PodBuilder,
  name: string,
  options: ContainerOptions<string>,
): Wire<k8s.Container> {
  const ports = (Object.entries(options.ports ?? {}) as [string, Port][]).map(([portName, port]) => {
    const { containerPort, hostPort, protocol } = pod.addPort(name, portName, portOptions(port));
    return { name: portName, containerPort, hostPort, protocol };
  });
  const probe = (property: string, written: Probe<string> | undefined): Wire<k8s.Probe> | undefined =>
    written && probeManifest(written, (port) => pod.portNumber(name, port, property));
  return {
    name,
    image: options.image,
    imagePullPolicy: options.imagePullPolicy,
    command: options.command,
    args: options.args,
    workingDir: options.workingDir,
    ports: ports.length === 0 ? undefined : ports,
    env: options.env && Object.entries(options.env).map(([key, value]) => envManifest(key, value)),
    envFrom: options.envFrom?.map(({ source }) => source),
    resources: options.resources && {
      requests: resourceListManifest(options.resources.requests, 'resources.requests'),
      limits: resourceListManifest(options.resources.limits, 'resources.limits'),
    },
    volumeMounts:
      options.mounts &&
      Object.entries(options.mounts).map(([mountPath, mount]) => {
        const { volume, ...rest } = mountOptions(mount);
        return { name: pod.addVolume(volume.toVolume()), mountPath, ...rest };
      }),
    volumeDevices:
      options.devices &&
      Object.entries(options.devices).map(([devicePath, volume]) => ({
        name: pod.addVolume(volume.toVolume()),
        devicePath,
      })),
    startupProbe: probe('startupProbe', options.startupProbe),
    readinessProbe: probe('readinessProbe', options.readinessProbe),
    livenessProbe: probe('livenessProbe', options.livenessProbe),
    lifecycle: options.lifecycle && lifecycleManifest(options.lifecycle),
    securityContext: containerSecurity(options.securityContext, pod.defaults, pod.os),
    terminationMessagePath: options.terminationMessagePath,
    terminationMessagePolicy: options.terminationMessagePolicy,
    stdin: options.stdin,
    stdinOnce: options.stdinOnce,
    tty: options.tty,
  };
}

function envManifest(name: string, value: EnvValue): Wire<k8s.EnvVar> {
  return typeof value === 'string' ? { name, value } : { name, valueFrom: value.valueFrom };
}

function resourceListManifest(
  list: ResourceList | undefined,
  property: string,
): Record<string, string | number> | undefined {
  return (
    list &&
    Object.fromEntries(
      (Object.entries(list) as [string, QuantityLiteral][]).map(([name, amount]) => [
        name,
        wireQuantity(amount, `${property}['${name}']`),
      ]),
    )
  );
}

function mountOptions(mount: Mount): MountOptions {
  return 'toVolume' in mount ? { volume: mount } : mount;
}
