import { endpointIpErrors } from '../../../model/ip/endpoint-ip-errors';
import { ipErrors } from '../../../model/ip/ip-errors';
import { dns1123SubdomainErrors } from '../../../model/names/dns1123-subdomain';
import { validateLabels } from '../meta/validate-labels';
import { type ObjectView } from '../object-view';
import { type ServiceFacts, serviceFacts } from './service-facts';
import { validateAllocation } from './validate-allocation';
import { validateServicePort } from './validate-service-port';
import { validateSourceRanges } from './validate-source-ranges';
import { validateTraffic } from './validate-traffic';

const TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
const AFFINITIES = ['ClientIP', 'None'];
/** MaxClientIPServiceAffinitySeconds, k8s.io/api/core/v1/types.go: a day. */
const LONGEST_AFFINITY = 86400;
const HINTS = 'service.kubernetes.io/topology-aware-hints';
const MODE = 'service.kubernetes.io/topology-mode';
/** KubeletPort in pkg/cluster/ports; load balancers might not expose it until 1.32. */
const KUBELET_PORT = 10250;

/** ValidateServiceCreate in pkg/apis/core/validation/validation.go, and what is allocated before it. */
export function validateService(service: ObjectView): void {
  const spec = service.struct('spec');
  const facts = serviceFacts(spec);
  if (!validateAllocation(spec, facts)) return;
  validateTopology(service.struct('metadata'));
  validateType(spec, facts);
  validatePorts(spec, facts);
  validateLabels(spec, 'selector');
  validateAffinity(spec);
  spec.texts('externalIPs').forEach((ip, index) => {
    const errors = ipErrors(ip, spec.validation.version);
    spec.allInvalid(['externalIPs', index], errors.length > 0 ? errors : endpointIpErrors(ip), { value: ip });
  });
  if (!TYPES.includes(facts.type)) spec.notSupported('type', TYPES);
  validateNodePorts(spec, facts);
  validateSourceRanges(service, facts.type);
  validateTraffic(spec, facts);
}

function validateTopology(metadata: ObjectView): void {
  const annotations = metadata.struct('annotations');
  const [mode, hints] = [annotations.optionalText(MODE), annotations.optionalText(HINTS)];
  if (mode !== undefined && hints !== undefined && mode !== hints) {
    metadata.invalid(
      ['annotations', { key: MODE }],
      `must match annotations[${HINTS}] when both are specified`,
      { help: `remove the annotation \`${HINTS}\`, which is the older one` },
    );
  }
}

function validateType(spec: ObjectView, { type, isHeadless, clusterIps }: ServiceFacts): void {
  const hasPorts = spec.list('ports').length > 0;
  if (!hasPorts && !isHeadless && type !== 'ExternalName') spec.required('ports');
  if (type === 'LoadBalancer' || type === 'NodePort') {
    if (isHeadless) {
      const at = spec.list('clusterIPs').length > 0 ? ['clusterIPs', 0] : 'clusterIP';
      const help = `remove \`clusterIP\`, or the \`type\`: a ${type} Service needs an address of its own`;
      const detail = `may not be set to 'None' for ${type} services`;
      spec.invalid(['clusterIPs', 0], detail, { value: 'None', at, help });
    }
    if (type === 'LoadBalancer' && !spec.validation.since('1.33')) validateKubeletPort(spec);
  } else if (type === 'ExternalName') validateExternalName(spec, clusterIps);
}

function validateKubeletPort(spec: ObjectView): void {
  spec.list('ports').forEach((_, index) => {
    if (spec.at(['ports', index, 'port']) !== KUBELET_PORT) return;
    const detail = `may not expose port ${String(KUBELET_PORT)} externally since it is used by kubelet`;
    spec.invalid(['ports', index], detail, { value: KUBELET_PORT, at: ['ports', index, 'port'] });
  });
}

function validateExternalName(spec: ObjectView, clusterIps: readonly string[]): void {
  const detail = 'may not be set for ExternalName services';
  if (clusterIps.length > 0) {
    spec.forbidden('clusterIPs', detail, spec.list('clusterIPs').length > 0 ? {} : { at: 'clusterIP' });
  }
  if (spec.list('ipFamilies').length > 0) spec.forbidden('ipFamilies', detail);
  if (spec.has('ipFamilyPolicy')) spec.forbidden('ipFamilyPolicy', detail);
  const name = spec.text('externalName').replace(/\.$/, '');
  if (name === '') {
    spec.required('externalName', '', {
      help: 'set `externalName: db.example.com`, the name that it stands for',
    });
  } else spec.allInvalid('externalName', dns1123SubdomainErrors(name), { value: name });
}

function validatePorts(spec: ObjectView, { type }: ServiceFacts): void {
  const ports = spec.objects('ports');
  const names = new Set<string>();
  const seen = new Set<string>();
  for (const port of ports) validateServicePort(port, names, ports.length > 1);
  ports.forEach((port, index) => {
    const protocol = port.text('protocol') || 'TCP';
    const number = port.number('port');
    const key = `${protocol} ${String(number)}`;
    if (seen.has(key)) {
      spec.duplicate(['ports', index], {
        value: { Name: '', Protocol: protocol, AppProtocol: null, Port: number, TargetPort: 0, NodePort: 0 },
        help: `remove one of the two ports ${String(number)}/${protocol}`,
      });
    }
    seen.add(key);
    if (type === 'ClusterIP' && port.number('nodePort') !== 0) {
      port.forbidden('nodePort', "may not be used when `type` is 'ClusterIP'", {
        help: ['remove `nodePort`', 'or set `type: NodePort`'],
      });
    }
  });
}

/** Ports of one number share the node port that one of them asks for, or that is allocated (initNodePorts). */
function validateNodePorts(spec: ObjectView, { type }: ServiceFacts): void {
  const ports = spec.objects('ports');
  const isAllocated =
    type === 'NodePort' ||
    (type === 'LoadBalancer' && spec.optionalFlag('allocateLoadBalancerNodePorts') !== false);
  const requested = new Map<number, number>();
  for (const port of ports) {
    const [number, nodePort] = [port.number('port'), port.number('nodePort')];
    if (isAllocated && nodePort !== 0 && !requested.has(number)) requested.set(number, nodePort);
  }
  const seen = new Set<string>();
  for (const port of ports) {
    const number = port.number('port');
    const written = port.number('nodePort');
    if (written === 0 && !isAllocated) continue;
    const nodePort = written === 0 ? (requested.get(number) ?? `of port ${String(number)}`) : written;
    const key = `${port.text('protocol') || 'TCP'} ${String(nodePort)}`;
    if (seen.has(key)) {
      // That the port itself is there twice is told above.
      port.duplicate('nodePort', written === 0 ? { value: nodePort, at: [], echo: true } : {});
    }
    seen.add(key);
  }
}

function validateAffinity(spec: ObjectView): void {
  const affinity = spec.text('sessionAffinity');
  if (affinity !== '' && !AFFINITIES.includes(affinity)) spec.notSupported('sessionAffinity', AFFINITIES);
  if (affinity !== 'ClientIP') return;
  // A configuration without a timeout is replaced by one of three hours.
  const config = spec.struct('sessionAffinityConfig').struct('clientIP');
  const timeout = config.optionalNumber('timeoutSeconds');
  if (timeout !== undefined && (timeout <= 0 || timeout > LONGEST_AFFINITY)) {
    config.invalid('timeoutSeconds', `must be greater than 0 and less than ${String(LONGEST_AFFINITY)}`);
  }
}
