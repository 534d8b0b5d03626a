import type { k8s } from 'cdk8s-plus-28';
import { dns1123LabelErrors } from '../../model/names/dns1123-label';
import { envVarNameErrors } from '../../model/names/env-var-name';
import { refuseName, WIDEST_RULES } from '../manifest/refuse-name';
import { type Wire } from '../manifest/wire';
import { type ContainerOptions, type Mount, type MountOptions } from './container-options';
import { type EnvValue } from './env';
import { lifecycleManifest } from './lifecycle';
import { type PodBuilder } from './pod-builder';
import { type Port, portOptions } from './ports';
import { type Probe, probeManifest } from './probe';
import { blockDevice, refuseContainer, refuseMount } from './refuse-container';
import { refuseDivisor, refuseField } from './refuse-volume';
import { resourcesManifest } from './resources';
import { containerSecurity } from './security';

/**
 * The manifest of one container; its volumes are noted with the pod, and its ports too unless it ends before the
 * others start.
 */
export function containerManifest(
  pod: PodBuilder,
  name: string,
  options: ContainerOptions<string>,
  endsBefore = false,
): Wire<k8s.Container> {
  refuseName(pod.construct, 'name of a container', name, dns1123LabelErrors(name));
  refuseContainer(pod, name, options);
  const ports = (Object.entries(options.ports ?? {}) as [string, Port][]).map(([portName, written]) => {
    const port = portOptions(written);
    if (endsBefore) pod.checkPort(portName, port);
    else pod.addPort(name, portName, port);
    const { containerPort, hostPort, protocol } = port;
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
    env: options.env && Object.entries(options.env).map(([key, value]) => envManifest(pod, key, value)),
    envFrom: options.envFrom?.map(({ source, origin }) => {
      pod.refersTo('envFrom', origin);
      if (source.prefix !== undefined && source.prefix !== '') {
        refuseName(
          pod.construct,
          'prefix in `envFrom`',
          source.prefix,
          envVarNameErrors(source.prefix, WIDEST_RULES),
        );
      }
      return source;
    }),
    resources: options.resources && resourcesManifest(pod.construct, options.resources),
    volumeMounts:
      options.mounts &&
      Object.entries(options.mounts).map(([mountPath, mount]) => {
        const written = mountOptions(mount);
        refuseMount(pod, mountPath, written, options);
        const { volume, ...rest } = written;
        return { name: pod.addVolume(`mounts['${mountPath}']`, volume.toVolume()), mountPath, ...rest };
      }),
    volumeDevices:
      options.devices &&
      Object.entries(options.devices).map(([devicePath, volume]) => ({
        name: pod.addVolume(
          `devices['${devicePath}']`,
          blockDevice(pod, devicePath, volume.toVolume(), options),
        ),
        devicePath,
      })),
    startupProbe: probe('startupProbe', options.startupProbe),
    readinessProbe: probe('readinessProbe', options.readinessProbe),
    livenessProbe: probe('livenessProbe', options.livenessProbe),
    lifecycle:
      options.lifecycle &&
      lifecycleManifest(options.lifecycle, (port, property) => pod.portNumber(name, port, property)),
    securityContext: containerSecurity(options.securityContext, pod.defaults, pod.os),
    terminationMessagePath: options.terminationMessagePath,
    terminationMessagePolicy: options.terminationMessagePolicy,
    stdin: options.stdin,
    stdinOnce: options.stdinOnce,
    tty: options.tty,
  };
}

function envManifest(pod: PodBuilder, name: string, value: EnvValue): Wire<k8s.EnvVar> {
  refuseName(pod.construct, 'name in `env`', name, envVarNameErrors(name, WIDEST_RULES));
  if (typeof value === 'string') return { name, value };
  refuseField(pod.construct, `env.${name}`, value.valueFrom.fieldRef?.fieldPath);
  refuseDivisor(pod.construct, `env.${name}`, value.valueFrom.resourceFieldRef);
  pod.refersTo(`env.${name}`, value.origin);
  return { name, valueFrom: value.valueFrom };
}

function mountOptions(mount: Mount): MountOptions {
  return 'toVolume' in mount ? { volume: mount } : mount;
}
