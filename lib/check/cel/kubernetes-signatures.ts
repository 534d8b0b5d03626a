import { type KubernetesVersion } from '../../model/kubernetes-version';
import { CROSS_TYPE_COMPARISONS, OPTIONAL_SIGNATURES } from './standard-signatures';

/** Functions that a library adds to the environment of expressions. */
export interface CelLibrary {
  /**
   * The version in which new expressions may use them first: the one after that which brought them, so that the
   * release before it can still read what is stored.
   */
  readonly since: KubernetesVersion;
  readonly signatures: readonly string[];
}

const COMPARABLE = ['int', 'uint', 'double', 'bool', 'string', 'duration', 'timestamp', 'bytes'];

const compared = (type: string): readonly string[] => [
  `${type}#isGreaterThan(${type}): bool`,
  `${type}#isLessThan(${type}): bool`,
  `${type}#compareTo(${type}): int`,
];

/**
 * What Kubernetes' environment of CEL has beyond the language and the first version of the string extension (baseOpts in
 * k8s.io/apiserver/pkg/cel/environment/base.go, the declarations in pkg/cel/library, and cel-go's ext).
 */
export const KUBERNETES_LIBRARIES: readonly CelLibrary[] = [
  {
    since: '1.28',
    signatures: [
      'url(string): kubernetes.URL',
      'isURL(string): bool',
      ...['getScheme', 'getHost', 'getHostname', 'getPort', 'getEscapedPath'].map(
        (name) => `kubernetes.URL#${name}(): string`,
      ),
      'kubernetes.URL#getQuery(): map<string, list<string>>',
      'string#find(string): string',
      'string#findAll(string): list<string>',
      'string#findAll(string, int): list<string>',
      ...COMPARABLE.flatMap((type) => [
        `list<${type}>#isSorted(): bool`,
        `list<${type}>#max(): ${type}`,
        `list<${type}>#min(): ${type}`,
      ]),
      ...['int', 'uint', 'double', 'duration'].map((type) => `list<${type}>#sum(): ${type}`),
      'list<A>#indexOf(A): int',
      'list<A>#lastIndexOf(A): int',
      'string#charAt(int): string',
      ...['indexOf', 'lastIndexOf'].flatMap((name) => [
        `string#${name}(string): int`,
        `string#${name}(string, int): int`,
      ]),
      'list<string>#join(): string',
      'list<string>#join(string): string',
      'string#lowerAscii(): string',
      'string#upperAscii(): string',
      'string#trim(): string',
      'string#split(string): list<string>',
      'string#split(string, int): list<string>',
      'string#substring(int): string',
      'string#substring(int, int): string',
      'string#replace(string, string): string',
      'string#replace(string, string, int): string',
    ],
  },
  {
    since: '1.28',
    signatures: [
      'Authorizer#path(string): PathCheck',
      'Authorizer#group(string): GroupCheck',
      'Authorizer#serviceAccount(string, string): Authorizer',
      'GroupCheck#resource(string): ResourceCheck',
      'ResourceCheck#subresource(string): ResourceCheck',
      'ResourceCheck#namespace(string): ResourceCheck',
      'ResourceCheck#name(string): ResourceCheck',
      'ResourceCheck#check(string): Decision',
      'PathCheck#check(string): Decision',
      'Decision#errored(): bool',
      'Decision#error(): string',
      'Decision#allowed(): bool',
      'Decision#reason(): string',
    ].map((each) => each.replace(/\b(?=Authorizer|[A-Z][a-z]+Check|Decision)/g, 'kubernetes.authorization.')),
  },
  {
    since: '1.29',
    signatures: [
      ...CROSS_TYPE_COMPARISONS,
      ...OPTIONAL_SIGNATURES,
      'quantity(string): kubernetes.Quantity',
      'isQuantity(string): bool',
      'sign(kubernetes.Quantity): int',
      'kubernetes.Quantity#asApproximateFloat(): double',
      'kubernetes.Quantity#asInteger(): int',
      'kubernetes.Quantity#isInteger(): bool',
      'kubernetes.Quantity#add(kubernetes.Quantity): kubernetes.Quantity',
      'kubernetes.Quantity#add(int): kubernetes.Quantity',
      'kubernetes.Quantity#sub(kubernetes.Quantity): kubernetes.Quantity',
      'kubernetes.Quantity#sub(int): kubernetes.Quantity',
      ...compared('kubernetes.Quantity'),
    ],
  },
  {
    since: '1.30',
    signatures: [
      'sets.contains(list<A>, list<A>): bool',
      'sets.equivalent(list<A>, list<A>): bool',
      'sets.intersects(list<A>, list<A>): bool',
      'strings.quote(string): string',
      'string#format(list<dyn>): string',
    ],
  },
  {
    since: '1.31',
    signatures: [
      'ip(string): net.IP',
      'isIP(string): bool',
      'ip.isCanonical(string): bool',
      'string(net.IP): string',
      'net.IP#family(): int',
      ...['isUnspecified', 'isLoopback', 'isLinkLocalMulticast', 'isLinkLocalUnicast', 'isGlobalUnicast'].map(
        (name) => `net.IP#${name}(): bool`,
      ),
      'cidr(string): net.CIDR',
      'isCIDR(string): bool',
      'string(net.CIDR): string',
      'net.CIDR#containsIP(string): bool',
      'net.CIDR#containsIP(net.IP): bool',
      'net.CIDR#containsCIDR(string): bool',
      'net.CIDR#containsCIDR(net.CIDR): bool',
      'net.CIDR#ip(): net.IP',
      'net.CIDR#prefixLength(): int',
      'net.CIDR#masked(): net.CIDR',
    ],
  },
  {
    since: '1.32',
    signatures: [
      'kubernetes.NamedFormat#validate(string): optional<list<string>>',
      'format.named(string): optional<kubernetes.NamedFormat>',
      ...[
        'dns1123Label',
        'dns1123Subdomain',
        'dns1035Label',
        'qualifiedName',
        'dns1123LabelPrefix',
        'dns1123SubdomainPrefix',
        'dns1035LabelPrefix',
        'labelValue',
        'uri',
        'uuid',
        'byte',
        'date',
        'datetime',
      ].map((name) => `format.${name}(): kubernetes.NamedFormat`),
      ...['fieldSelector', 'labelSelector'].map(
        (name) =>
          `kubernetes.authorization.ResourceCheck#${name}(string): kubernetes.authorization.ResourceCheck`,
      ),
    ],
  },
  // The second version of optional values came with cel-go 0.23.
  { since: '1.33', signatures: ['list<A>#first(): optional<A>', 'list<A>#last(): optional<A>'] },
  {
    since: '1.34',
    signatures: [
      'semver(string): kubernetes.Semver',
      'semver(string, bool): kubernetes.Semver',
      'isSemver(string): bool',
      'isSemver(string, bool): bool',
      'kubernetes.Semver#major(): int',
      'kubernetes.Semver#minor(): int',
      'kubernetes.Semver#patch(): int',
      ...compared('kubernetes.Semver'),
    ],
  },
  {
    since: '1.35',
    signatures: [
      'lists.range(int): list<int>',
      'list<A>#distinct(): list<A>',
      'list<A>#flatten(): list<dyn>',
      'list<A>#flatten(int): list<dyn>',
      'list<A>#reverse(): list<A>',
      'list<A>#slice(int, int): list<A>',
      'list<A>#sort(): list<A>',
    ],
  },
];
