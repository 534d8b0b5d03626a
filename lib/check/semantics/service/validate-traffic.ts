import { labelKeyErrors } from '../../../model/names/label-key';
import { portNumberErrors } from '../meta/port-number-errors';
import { type ObjectView } from '../object-view';
import { type ServiceFacts } from './service-facts';

const POLICIES = ['Cluster', 'Local'];
const ONLY_LOAD_BALANCER = "may only be used when `type` is 'LoadBalancer'";
const PREFER_CLOSE = ['PreferClose'];
const PREFERENCES = ['PreferClose', 'PreferSameZone', 'PreferSameNode'];

/**
 * The fields about the way of the traffic: validateLoadBalancerClassField, validateServiceExternalTrafficPolicy,
 * validateServiceInternalTrafficFieldsValue and validateServiceTrafficDistribution in
 * pkg/apis/core/validation/validation.go.
 */
export function validateTraffic(spec: ObjectView, facts: ServiceFacts): void {
  const isLoadBalancer = facts.type === 'LoadBalancer';
  if (!isLoadBalancer && spec.has('allocateLoadBalancerNodePorts')) {
    spec.forbidden('allocateLoadBalancerNodePorts', ONLY_LOAD_BALANCER);
  }
  const loadBalancerClass = spec.optionalText('loadBalancerClass');
  if (loadBalancerClass !== undefined) {
    if (isLoadBalancer) {
      spec.allInvalid('loadBalancerClass', labelKeyErrors(loadBalancerClass, spec.validation.version));
    } else spec.forbidden('loadBalancerClass', ONLY_LOAD_BALANCER);
  }
  validateExternalPolicy(spec, facts);
  const internal = spec.optionalText('internalTrafficPolicy');
  if (internal !== undefined && !POLICIES.includes(internal)) {
    spec.notSupported('internalTrafficPolicy', POLICIES);
  }
  validateDistribution(spec);
}

function validateExternalPolicy(spec: ObjectView, { type, isExternal }: ServiceFacts): void {
  const policy = spec.text('externalTrafficPolicy');
  if (isExternal) {
    if (policy !== '' && !POLICIES.includes(policy)) spec.notSupported('externalTrafficPolicy', POLICIES);
  } else if (policy !== '') {
    spec.invalid(
      'externalTrafficPolicy',
      spec.validation.since('1.29')
        ? 'may only be set for externally-accessible services'
        : "may only be set when `type` is 'NodePort' or 'LoadBalancer'",
      {
        help: 'remove `externalTrafficPolicy`; for traffic within the cluster it is `internalTrafficPolicy`',
      },
    );
  }
  const port = spec.number('healthCheckNodePort');
  if (port === 0) return;
  if (type === 'LoadBalancer' && policy === 'Local') {
    spec.allInvalid('healthCheckNodePort', portNumberErrors(port));
  } else {
    spec.invalid(
      'healthCheckNodePort',
      "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'",
      { help: 'remove `healthCheckNodePort`' },
    );
  }
}

/** 1.30 has the field behind a feature gate that is off, and drops it. */
function validateDistribution(spec: ObjectView): void {
  const distribution = spec.optionalText('trafficDistribution');
  if (distribution === undefined || !spec.validation.since('1.31')) return;
  const known = spec.validation.since('1.34') ? PREFERENCES : PREFER_CLOSE;
  if (!known.includes(distribution)) spec.notSupported('trafficDistribution', known);
}
