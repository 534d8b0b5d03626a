import { type JsonObject } from '../../../../lib/model/json-value';
import { describeServerCases, type ServerCase } from '../server-cases';

const OBJECTS: Readonly<Record<string, JsonObject>> = {
  plain: {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'a',
    },
    spec: {
      selector: {
        app: 'a',
      },
      ports: [
        {
          name: 'http',
          port: 80,
          targetPort: 8080,
          protocol: 'TCP',
          appProtocol: 'kubernetes.io/h2c',
        },
        {
          name: 'dns',
          port: 53,
          protocol: 'UDP',
          targetPort: 'dns',
        },
      ],
    },
  },
  headless: {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'a',
    },
    spec: {
      clusterIP: 'None',
      selector: {
        app: 'a',
      },
    },
  },
  selectorless: {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'a',
    },
    spec: {
      clusterIP: 'None',
    },
  },
  lb: {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'a',
    },
    spec: {
      type: 'LoadBalancer',
      sessionAffinity: 'ClientIP',
      sessionAffinityConfig: {
        clientIP: {
          timeoutSeconds: 100,
        },
      },
      externalTrafficPolicy: 'Local',
      internalTrafficPolicy: 'Local',
      healthCheckNodePort: 30100,
      loadBalancerClass: 'example.com/x',
      allocateLoadBalancerNodePorts: true,
      loadBalancerSourceRanges: ['10.0.0.0/8', ' 2001:db8::/32 '],
      loadBalancerIP: '1.2.3.4',
      externalIPs: ['80.11.12.10'],
      publishNotReadyAddresses: true,
      ports: [
        {
          port: 80,
          nodePort: 30080,
        },
      ],
    },
  },
  np: {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'a',
    },
    spec: {
      type: 'NodePort',
      ports: [
        {
          name: 'a',
          port: 53,
          nodePort: 30053,
          protocol: 'UDP',
        },
        {
          name: 'b',
          port: 53,
          nodePort: 30053,
          protocol: 'TCP',
        },
      ],
    },
  },
  ext: {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'a',
    },
    spec: {
      type: 'ExternalName',
      externalName: 'db.example.com.',
    },
  },
};

const CASES: readonly ServerCase[] = [
  { of: 'plain', set: { 'spec.clusterIP': 'None' }, says: [] },
  {
    of: 'plain',
    set: { 'spec.clusterIP': 'None', 'spec.type': 'LoadBalancer' },
    says: ['spec.clusterIPs[0]: Invalid value: "None": may not be set to \'None\' for LoadBalancer services'],
  },
  {
    of: 'plain',
    set: { 'spec.clusterIP': 'None', 'spec.type': 'NodePort' },
    says: ['spec.clusterIPs[0]: Invalid value: "None": may not be set to \'None\' for NodePort services'],
  },
  {
    of: 'plain',
    set: { 'spec.clusterIPs': ['None'], 'spec.clusterIP': 'None', 'spec.type': 'NodePort' },
    says: ['spec.clusterIPs[0]: Invalid value: "None": may not be set to \'None\' for NodePort services'],
  },
  {
    of: 'plain',
    set: { 'spec.clusterIP': 'x' },
    says: [
      'spec.clusterIPs[0]: Invalid value: "x": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
    ],
  },
  {
    of: 'plain',
    set: { 'spec.clusterIP': '300.1.1.1' },
    says: [
      'spec.clusterIPs[0]: Invalid value: "300.1.1.1": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
    ],
  },
  {
    of: 'plain',
    set: { 'spec.clusterIP': '10.0.0.7', 'spec.ipFamilies': ['IPv6'] },
    says: [
      'spec.clusterIPs[0]: Invalid value: "10.0.0.7": expected an IPv6 value as indicated by `ipFamilies[0]`',
    ],
  },
  {
    of: 'plain',
    set: { 'spec.clusterIP': 'fd00::7', 'spec.ipFamilies': ['IPv4'] },
    says: [
      'spec.clusterIPs[0]: Invalid value: "fd00::7": expected an IPv4 value as indicated by `ipFamilies[0]`',
    ],
  },
  {
    of: 'plain',
    set: { 'spec.ipFamilies': ['IPv4', 'IPv4'] },
    says: ['spec.ipFamilies[1]: Duplicate value: "IPv4"'],
  },
  {
    of: 'plain',
    set: { 'spec.ipFamilies': ['IPv4', 'IPv6'] },
    says: [
      "spec.ipFamilyPolicy: Invalid value: \"SingleStack\": must be 'RequireDualStack' or 'PreferDualStack' when multiple IP families are specified",
    ],
  },
  {
    of: 'plain',
    set: { 'spec.ipFamilies': ['IPv9'] },
    says: ['spec.ipFamilies[0]: Unsupported value: "IPv9": supported values: "IPv4", "IPv6"'],
  },
  {
    of: 'plain',
    set: { 'spec.ipFamilyPolicy': 'x' },
    says: [
      'spec.ipFamilyPolicy: Unsupported value: "x": supported values: "PreferDualStack", "RequireDualStack", "SingleStack"',
    ],
  },
  { of: 'plain', set: { 'spec.ipFamilyPolicy': 'SingleStack' }, says: [] },
  { of: 'plain', set: { 'spec.ipFamilyPolicy': 'PreferDualStack' }, says: [] },
  { of: 'selectorless', set: { 'spec.ipFamilies': ['IPv4', 'IPv6'] }, says: [] },
  {
    of: 'selectorless',
    set: { 'spec.ipFamilies': ['IPv4', 'IPv6'], 'spec.ipFamilyPolicy': 'SingleStack' },
    says: [
      "spec.ipFamilyPolicy: Invalid value: \"SingleStack\": must be 'RequireDualStack' or 'PreferDualStack' when multiple IP families are specified",
    ],
  },
  {
    of: 'headless',
    set: { 'spec.ipFamilies': ['IPv4', 'IPv6'] },
    says: [
      "spec.ipFamilyPolicy: Invalid value: \"SingleStack\": must be 'RequireDualStack' or 'PreferDualStack' when multiple IP families are specified",
    ],
  },
  { of: 'headless', set: { 'spec.ipFamilies': ['IPv4'], 'spec.clusterIPs': ['None'] }, says: [] },
  {
    of: 'plain',
    set: { 'spec.externalTrafficPolicy': 'Local' },
    says: {
      '1.28': [
        "spec.externalTrafficPolicy: Invalid value: \"Local\": may only be set when `type` is 'NodePort' or 'LoadBalancer'",
      ],
      '1.33': [
        'spec.externalTrafficPolicy: Invalid value: "Local": may only be set for externally-accessible services',
      ],
      '1.36': [
        'spec.externalTrafficPolicy: Invalid value: "Local": may only be set for externally-accessible services',
      ],
    },
  },
  {
    of: 'plain',
    set: { 'spec.externalTrafficPolicy': 'Local', 'spec.externalIPs': ['1.2.3.4'] },
    says: {
      '1.28': [
        "spec.externalTrafficPolicy: Invalid value: \"Local\": may only be set when `type` is 'NodePort' or 'LoadBalancer'",
      ],
      '1.33': [],
      '1.36': [],
    },
  },
  {
    of: 'plain',
    set: { 'spec.healthCheckNodePort': 30000 },
    says: [
      "spec.healthCheckNodePort: Invalid value: 30000: may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'",
    ],
  },
  {
    of: 'lb',
    set: { 'spec.healthCheckNodePort': 70000 },
    says: ['spec.healthCheckNodePort: Invalid value: 70000: must be between 1 and 65535, inclusive'],
  },
  {
    of: 'lb',
    set: { 'spec.externalTrafficPolicy': 'Cluster' },
    says: [
      "spec.healthCheckNodePort: Invalid value: 30100: may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'",
    ],
  },
  {
    of: 'lb',
    set: { 'spec.externalTrafficPolicy': 'x' },
    says: [
      'spec.externalTrafficPolicy: Unsupported value: "x": supported values: "Cluster", "Local"',
      "spec.healthCheckNodePort: Invalid value: 30100: may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'",
    ],
  },
  {
    of: 'plain',
    set: { 'spec.internalTrafficPolicy': 'x' },
    says: ['spec.internalTrafficPolicy: Unsupported value: "x": supported values: "Cluster", "Local"'],
  },
  {
    of: 'ext',
    set: { 'spec.internalTrafficPolicy': 'x' },
    says: ['spec.internalTrafficPolicy: Unsupported value: "x": supported values: "Cluster", "Local"'],
  },
  {
    of: 'plain',
    set: { 'spec.type': 'x' },
    says: [
      'spec.type: Unsupported value: "x": supported values: "ClusterIP", "ExternalName", "LoadBalancer", "NodePort"',
    ],
  },
  { of: 'plain', set: { 'spec.type': '' }, says: [] },
  {
    of: 'plain',
    set: { 'spec.sessionAffinity': 'x' },
    says: ['spec.sessionAffinity: Unsupported value: "x": supported values: "ClientIP", "None"'],
  },
  { of: 'plain', set: { 'spec.sessionAffinity': 'ClientIP' }, says: [] },
  { of: 'plain', set: { 'spec.sessionAffinityConfig': { clientIP: { timeoutSeconds: -1 } } }, says: [] },
  {
    of: 'plain',
    set: {
      'spec.sessionAffinity': 'ClientIP',
      'spec.sessionAffinityConfig': { clientIP: { timeoutSeconds: 86401 } },
    },
    says: [
      'spec.sessionAffinityConfig.clientIP.timeoutSeconds: Invalid value: 86401: must be greater than 0 and less than 86400',
    ],
  },
  {
    of: 'plain',
    set: { 'spec.ports.0.nodePort': 30000 },
    says: ["spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'"],
  },
  {
    of: 'plain',
    set: { 'spec.ports.1.name': 'http' },
    says: ['spec.ports[1].name: Duplicate value: "http"'],
  },
  { of: 'plain', set: { 'spec.ports.1.name': undefined }, says: ['spec.ports[1].name: Required value'] },
  { of: 'plain', set: { 'spec.ports': [] }, says: ['spec.ports: Required value'] },
  {
    of: 'plain',
    set: { 'spec.ports.0.protocol': 'tcp' },
    says: ['spec.ports[0].protocol: Unsupported value: "tcp": supported values: "SCTP", "TCP", "UDP"'],
  },
  {
    of: 'plain',
    set: { 'spec.ports.0.targetPort': '8080' },
    says: ['spec.ports[0].targetPort: Invalid value: "8080": must contain at least one letter (a-z)'],
  },
  { of: 'plain', set: { 'spec.ports.0.targetPort': '' }, says: [] },
  { of: 'plain', set: { 'spec.ports.0.targetPort': 0 }, says: [] },
  {
    of: 'plain',
    set: { 'spec.ports.0.targetPort': 0, 'spec.ports.0.port': 0 },
    says: [
      'spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive',
      'spec.ports[0].targetPort: Invalid value: 0: must be between 1 and 65535, inclusive',
    ],
  },
  {
    of: 'plain',
    set: { 'spec.ports.0.targetPort': 'Http' },
    says: [
      'spec.ports[0].targetPort: Invalid value: "Http": must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)',
    ],
  },
  {
    of: 'np',
    set: { 'spec.ports.1.port': 54 },
    says: ['spec.ports[1].nodePort: Invalid value: 30053: provided port is already allocated'],
  },
  { of: 'np', set: { 'spec.ports.1.nodePort': 30054 }, says: [] },
  { of: 'np', set: { 'spec.ports.1.nodePort': undefined }, says: [] },
  {
    of: 'np',
    set: { 'spec.ports.1.port': 54, 'spec.ports.1.protocol': 'UDP' },
    says: ['spec.ports[1].nodePort: Invalid value: 30053: provided port is already allocated'],
  },
  { of: 'np', set: { 'spec.ports.1.nodePort': 1 }, says: [] },
  { of: 'np', set: { 'spec.ports.1.nodePort': 70000 }, says: [] },
  { of: 'np', set: { 'spec.ports.1.nodePort': -1 }, says: [] },
  {
    of: 'np',
    set: { 'spec.type': 'ClusterIP' },
    says: [
      "spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'",
      "spec.ports[1].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'",
    ],
  },
  { of: 'np', set: { 'spec.ports.0.nodePort': undefined }, says: [] },
  {
    of: 'lb',
    set: { 'spec.ports.0.port': 10250 },
    says: {
      '1.28': [
        'spec.ports[0]: Invalid value: 10250: may not expose port 10250 externally since it is used by kubelet',
      ],
      '1.33': [],
      '1.36': [],
    },
  },
  {
    of: 'lb',
    set: { 'spec.type': 'ClusterIP' },
    says: {
      '1.28': [
        "spec.LoadBalancerSourceRanges: Forbidden: may only be used when `type` is 'LoadBalancer'",
        "spec.allocateLoadBalancerNodePorts: Forbidden: may only be used when `type` is 'LoadBalancer'",
        "spec.externalTrafficPolicy: Invalid value: \"Local\": may only be set when `type` is 'NodePort' or 'LoadBalancer'",
        "spec.healthCheckNodePort: Invalid value: 30100: may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'",
        "spec.loadBalancerClass: Forbidden: may only be used when `type` is 'LoadBalancer'",
        "spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'",
      ],
      '1.33': [
        "spec.LoadBalancerSourceRanges: Forbidden: may only be used when `type` is 'LoadBalancer'",
        "spec.allocateLoadBalancerNodePorts: Forbidden: may only be used when `type` is 'LoadBalancer'",
        "spec.healthCheckNodePort: Invalid value: 30100: may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'",
        "spec.loadBalancerClass: Forbidden: may only be used when `type` is 'LoadBalancer'",
        "spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'",
      ],
      '1.36': [
        "spec.LoadBalancerSourceRanges: Forbidden: may only be used when `type` is 'LoadBalancer'",
        "spec.allocateLoadBalancerNodePorts: Forbidden: may only be used when `type` is 'LoadBalancer'",
        "spec.healthCheckNodePort: Invalid value: 30100: may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'",
        "spec.loadBalancerClass: Forbidden: may only be used when `type` is 'LoadBalancer'",
        "spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'",
      ],
    },
  },
  {
    of: 'lb',
    set: { 'spec.type': 'NodePort' },
    says: [
      "spec.LoadBalancerSourceRanges: Forbidden: may only be used when `type` is 'LoadBalancer'",
      "spec.allocateLoadBalancerNodePorts: Forbidden: may only be used when `type` is 'LoadBalancer'",
      "spec.healthCheckNodePort: Invalid value: 30100: may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'",
      "spec.loadBalancerClass: Forbidden: may only be used when `type` is 'LoadBalancer'",
    ],
  },
  {
    of: 'lb',
    set: { 'spec.loadBalancerSourceRanges': ['10.0.0.0'] },
    says: {
      '1.28': [
        'spec.LoadBalancerSourceRanges: Invalid value: "[10.0.0.0]": must be a list of IP ranges. For example, 10.240.0.0/24,10.250.0.0/24 ',
      ],
      '1.33': [
        'spec.LoadBalancerSourceRanges[0]: Invalid value: "10.0.0.0": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
      '1.36': [
        'spec.LoadBalancerSourceRanges[0]: Invalid value: "10.0.0.0": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
    },
  },
  {
    of: 'lb',
    set: { 'spec.loadBalancerSourceRanges': ['10.0.0.0/8', '10.0.0.1/8'] },
    says: {
      '1.28': [],
      '1.33': [],
      '1.36': [
        'spec.LoadBalancerSourceRanges[1]: Invalid value: "10.0.0.1/8": must not have bits set beyond the prefix length',
      ],
    },
  },
  {
    of: 'lb',
    set: { 'spec.loadBalancerSourceRanges': ['010.0.0.0/8', '10.0.0.0/08', '::ffff:10.0.0.0/104', 'x', ''] },
    says: {
      '1.28': [
        'spec.LoadBalancerSourceRanges: Invalid value: "[010.0.0.0/8 10.0.0.0/08 ::ffff:10.0.0.0/104 x ]": must be a list of IP ranges. For example, 10.240.0.0/24,10.250.0.0/24 ',
      ],
      '1.33': [
        'spec.LoadBalancerSourceRanges[3]: Invalid value: "x": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
        'spec.LoadBalancerSourceRanges[4]: Invalid value: "": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
      '1.36': [
        'spec.LoadBalancerSourceRanges[0]: Invalid value: "010.0.0.0/8": must not have leading 0s in IP or prefix length',
        'spec.LoadBalancerSourceRanges[1]: Invalid value: "10.0.0.0/08": must not have leading 0s in IP or prefix length',
        'spec.LoadBalancerSourceRanges[2]: Invalid value: "::ffff:10.0.0.0/104": must not have an IPv4-mapped IPv6 address',
        'spec.LoadBalancerSourceRanges[3]: Invalid value: "x": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
        'spec.LoadBalancerSourceRanges[4]: Invalid value: "": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
    },
  },
  {
    of: 'lb',
    set: {
      'spec.loadBalancerSourceRanges': undefined,
      'metadata.annotations': {
        'service.beta.kubernetes.io/load-balancer-source-ranges': '10.0.0.0/8, x,10.0.0.1/8',
      },
    },
    says: {
      '1.28': [
        'metadata.annotations[service.beta.kubernetes.io/load-balancer-source-ranges]: Invalid value: "10.0.0.0/8, x,10.0.0.1/8": must be a list of IP ranges. For example, 10.240.0.0/24,10.250.0.0/24 ',
      ],
      '1.33': [
        'metadata.annotations[service.beta.kubernetes.io/load-balancer-source-ranges]: Invalid value: "x": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
      '1.36': [
        'metadata.annotations[service.beta.kubernetes.io/load-balancer-source-ranges]: Invalid value: "10.0.0.1/8": must not have bits set beyond the prefix length',
        'metadata.annotations[service.beta.kubernetes.io/load-balancer-source-ranges]: Invalid value: "x": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
    },
  },
  {
    of: 'lb',
    set: {
      'spec.loadBalancerSourceRanges': undefined,
      'metadata.annotations': { 'service.beta.kubernetes.io/load-balancer-source-ranges': ' ' },
    },
    says: [],
  },
  {
    of: 'plain',
    set: {
      'metadata.annotations': { 'service.beta.kubernetes.io/load-balancer-source-ranges': '10.0.0.0/8' },
    },
    says: [
      "metadata.annotations[service.beta.kubernetes.io/load-balancer-source-ranges]: Forbidden: may only be used when `type` is 'LoadBalancer'",
    ],
  },
  {
    of: 'plain',
    set: {
      'metadata.annotations': {
        'service.kubernetes.io/topology-aware-hints': 'auto',
        'service.kubernetes.io/topology-mode': 'Auto',
      },
    },
    says: [
      'metadata.annotations[service.kubernetes.io/topology-mode]: Invalid value: "Auto": must match annotations[service.kubernetes.io/topology-aware-hints] when both are specified',
    ],
  },
  {
    of: 'plain',
    set: {
      'metadata.annotations': {
        'service.kubernetes.io/topology-aware-hints': 'Auto',
        'service.kubernetes.io/topology-mode': 'Auto',
      },
    },
    says: [],
  },
  {
    of: 'plain',
    set: { 'spec.externalIPs': ['127.0.0.1'] },
    says: [
      'spec.externalIPs[0]: Invalid value: "127.0.0.1": may not be in the loopback range (127.0.0.0/8, ::1/128)',
    ],
  },
  {
    of: 'plain',
    set: { 'spec.externalIPs': ['0.0.0.0'] },
    says: ['spec.externalIPs[0]: Invalid value: "0.0.0.0": may not be unspecified (0.0.0.0)'],
  },
  {
    of: 'plain',
    set: { 'spec.externalIPs': ['169.254.1.1'] },
    says: [
      'spec.externalIPs[0]: Invalid value: "169.254.1.1": may not be in the link-local range (169.254.0.0/16, fe80::/10)',
    ],
  },
  {
    of: 'plain',
    set: { 'spec.externalIPs': ['224.0.0.5'] },
    says: [
      'spec.externalIPs[0]: Invalid value: "224.0.0.5": may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)',
    ],
  },
  { of: 'plain', set: { 'spec.externalIPs': ['224.0.1.5'] }, says: [] },
  {
    of: 'plain',
    set: { 'spec.externalIPs': ['::1'] },
    says: [
      'spec.externalIPs[0]: Invalid value: "::1": may not be in the loopback range (127.0.0.0/8, ::1/128)',
    ],
  },
  {
    of: 'plain',
    set: { 'spec.externalIPs': ['::'] },
    says: ['spec.externalIPs[0]: Invalid value: "::": may not be unspecified (::)'],
  },
  {
    of: 'plain',
    set: { 'spec.externalIPs': ['fe80::1'] },
    says: [
      'spec.externalIPs[0]: Invalid value: "fe80::1": may not be in the link-local range (169.254.0.0/16, fe80::/10)',
    ],
  },
  {
    of: 'plain',
    set: { 'spec.externalIPs': ['ff02::1'] },
    says: [
      'spec.externalIPs[0]: Invalid value: "ff02::1": may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)',
    ],
  },
  {
    of: 'plain',
    set: { 'spec.externalIPs': ['x'] },
    says: [
      'spec.externalIPs[0]: Invalid value: "x": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
    ],
  },
  {
    of: 'plain',
    set: { 'spec.externalIPs': ['01.2.3.4'] },
    says: {
      '1.28': [],
      '1.33': [],
      '1.36': ['spec.externalIPs[0]: Invalid value: "01.2.3.4": must not have leading 0s'],
    },
  },
  {
    of: 'plain',
    set: { 'spec.externalIPs': ['::ffff:1.2.3.4'] },
    says: {
      '1.28': [],
      '1.33': [],
      '1.36': [
        'spec.externalIPs[0]: Invalid value: "::ffff:1.2.3.4": must not be an IPv4-mapped IPv6 address',
      ],
    },
  },
  {
    of: 'plain',
    set: { 'spec.externalIPs': ['::ffff:127.0.0.1'] },
    says: {
      '1.28': [
        'spec.externalIPs[0]: Invalid value: "::ffff:127.0.0.1": may not be in the loopback range (127.0.0.0/8, ::1/128)',
      ],
      '1.33': [
        'spec.externalIPs[0]: Invalid value: "::ffff:127.0.0.1": may not be in the loopback range (127.0.0.0/8, ::1/128)',
      ],
      '1.36': [
        'spec.externalIPs[0]: Invalid value: "::ffff:127.0.0.1": must not be an IPv4-mapped IPv6 address',
      ],
    },
  },
  { of: 'plain', set: { 'spec.externalIPs': ['2001:DB8::1'] }, says: [] },
  {
    of: 'plain',
    set: { 'spec.externalIPs': ['1.2.3.4.5'] },
    says: [
      'spec.externalIPs[0]: Invalid value: "1.2.3.4.5": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
    ],
  },
  {
    of: 'plain',
    set: { 'spec.externalIPs': ['1.2.3'] },
    says: [
      'spec.externalIPs[0]: Invalid value: "1.2.3": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
    ],
  },
  { of: 'plain', set: { 'spec.externalIPs': ['1:2:3:4:5:6:7:8'] }, says: [] },
  { of: 'plain', set: { 'spec.externalIPs': ['1:2:3:4:5:6:7::'] }, says: [] },
  {
    of: 'plain',
    set: { 'spec.externalIPs': ['1:2:3:4:5:6:7:8::'] },
    says: [
      'spec.externalIPs[0]: Invalid value: "1:2:3:4:5:6:7:8::": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
    ],
  },
  {
    of: 'plain',
    set: { 'spec.externalIPs': ['1::2::3'] },
    says: [
      'spec.externalIPs[0]: Invalid value: "1::2::3": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
    ],
  },
  {
    of: 'plain',
    set: { 'spec.externalIPs': [':::'] },
    says: [
      'spec.externalIPs[0]: Invalid value: ":::": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
    ],
  },
  {
    of: 'plain',
    set: { 'spec.externalIPs': ['1:2'] },
    says: [
      'spec.externalIPs[0]: Invalid value: "1:2": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
    ],
  },
  { of: 'plain', set: { 'spec.externalIPs': ['::1.2.3.4'] }, says: [] },
  {
    of: 'plain',
    set: { 'spec.externalIPs': ['1.2.3.4::'] },
    says: [
      'spec.externalIPs[0]: Invalid value: "1.2.3.4::": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
    ],
  },
  {
    of: 'plain',
    set: { 'spec.externalIPs': ['::12345'] },
    says: [
      'spec.externalIPs[0]: Invalid value: "::12345": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
    ],
  },
  {
    of: 'plain',
    set: { 'spec.externalIPs': ['::00001'] },
    says: {
      '1.28': [
        'spec.externalIPs[0]: Invalid value: "::00001": may not be in the loopback range (127.0.0.0/8, ::1/128)',
      ],
      '1.33': [
        'spec.externalIPs[0]: Invalid value: "::00001": may not be in the loopback range (127.0.0.0/8, ::1/128)',
      ],
      '1.36': ['spec.externalIPs[0]: Invalid value: "::00001": must not have leading 0s'],
    },
  },
  {
    of: 'plain',
    set: { 'spec.externalIPs': ['fe80::1%eth0'] },
    says: [
      'spec.externalIPs[0]: Invalid value: "fe80::1%eth0": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
    ],
  },
  {
    of: 'plain',
    set: { 'spec.externalIPs': ['1.2.3.4 '] },
    says: [
      'spec.externalIPs[0]: Invalid value: "1.2.3.4 ": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
    ],
  },
  {
    of: 'plain',
    set: { 'spec.externalIPs': ['1.2.3.0x4'] },
    says: [
      'spec.externalIPs[0]: Invalid value: "1.2.3.0x4": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
    ],
  },
  {
    of: 'plain',
    set: { 'spec.externalIPs': ['256.1.1.1'] },
    says: [
      'spec.externalIPs[0]: Invalid value: "256.1.1.1": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
    ],
  },
  {
    of: 'plain',
    set: { 'spec.externalIPs': ['::ffff:01.2.3.4'] },
    says: {
      '1.28': [],
      '1.33': [],
      '1.36': ['spec.externalIPs[0]: Invalid value: "::ffff:01.2.3.4": must not have leading 0s'],
    },
  },
  { of: 'ext', set: { 'spec.externalName': undefined }, says: ['spec.externalName: Required value'] },
  {
    of: 'ext',
    set: { 'spec.externalName': 'a_b' },
    says: [
      "spec.externalName: Invalid value: \"a_b\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    ],
  },
  {
    of: 'ext',
    set: { 'spec.clusterIP': '10.0.0.1' },
    says: ['spec.clusterIPs: Forbidden: may not be set for ExternalName services'],
  },
  {
    of: 'ext',
    set: { 'spec.clusterIP': 'None' },
    says: ['spec.clusterIPs: Forbidden: may not be set for ExternalName services'],
  },
  {
    of: 'ext',
    set: { 'spec.clusterIPs': ['10.0.0.1'] },
    says: ['spec.clusterIPs: Forbidden: may not be set for ExternalName services'],
  },
  {
    of: 'ext',
    set: { 'spec.ipFamilies': ['IPv4'] },
    says: ['spec.ipFamilies: Forbidden: may not be set for ExternalName services'],
  },
  {
    of: 'ext',
    set: { 'spec.ipFamilyPolicy': 'SingleStack' },
    says: ['spec.ipFamilyPolicy: Forbidden: may not be set for ExternalName services'],
  },
  { of: 'ext', set: { 'spec.ports': [{ port: 80 }] }, says: [] },
  { of: 'ext', set: { 'spec.ports': [{ port: 80, nodePort: 3 }] }, says: [] },
  {
    of: 'plain',
    set: { 'spec.loadBalancerClass': 'x' },
    says: ["spec.loadBalancerClass: Forbidden: may only be used when `type` is 'LoadBalancer'"],
  },
  {
    of: 'lb',
    set: { 'spec.loadBalancerClass': 'x y' },
    says: [
      "spec.loadBalancerClass: Invalid value: \"x y\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    ],
  },
  {
    of: 'lb',
    set: { 'spec.loadBalancerClass': '' },
    says: [
      'spec.loadBalancerClass: Invalid value: "": name part must be non-empty',
      "spec.loadBalancerClass: Invalid value: \"\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    ],
  },
  {
    of: 'plain',
    set: { 'spec.allocateLoadBalancerNodePorts': false },
    says: ["spec.allocateLoadBalancerNodePorts: Forbidden: may only be used when `type` is 'LoadBalancer'"],
  },
  { of: 'lb', set: { 'spec.allocateLoadBalancerNodePorts': false }, says: [] },
  {
    of: 'plain',
    set: { 'spec.loadBalancerSourceRanges': ['10.0.0.0/8'] },
    says: ["spec.LoadBalancerSourceRanges: Forbidden: may only be used when `type` is 'LoadBalancer'"],
  },
  {
    of: 'plain',
    set: { 'spec.selector': { 'a b': 'x' } },
    says: [
      "spec.selector: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    ],
  },
  {
    of: 'plain',
    set: { 'spec.selector': { a: 'x y' } },
    says: [
      "spec.selector: Invalid value: \"x y\": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')",
    ],
  },
  {
    of: 'plain',
    set: { 'metadata.name': 'A' },
    says: {
      '1.28': [
        "metadata.name: Invalid value: \"A\": a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')",
      ],
      '1.33': [
        "metadata.name: Invalid value: \"A\": a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')",
      ],
      '1.36': [
        "metadata.name: Invalid value: \"A\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
      ],
    },
  },
  {
    of: 'plain',
    set: { 'metadata.name': '2a' },
    says: {
      '1.28': [
        "metadata.name: Invalid value: \"2a\": a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')",
      ],
      '1.33': [
        "metadata.name: Invalid value: \"2a\": a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')",
      ],
      '1.36': [],
    },
  },
];

describe('a Service', () => {
  describeServerCases(OBJECTS, CASES);
});
