import { parseIpSloppy } from '../../../model/ip/ip-address';
import { dns1123SubdomainErrors } from '../../../model/names/dns1123-subdomain';
import { wildcardSubdomainErrors } from '../../../model/names/wildcard-subdomain';
import { type ObjectView } from '../object-view';
import { validateIngressBackend } from './validate-ingress-backend';

const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';
const PATH_TYPES = ['Exact', 'ImplementationSpecific', 'Prefix'];
const SEQUENCES = ['//', '/./', '/../', '%2f', '%2F'];
/** Every address is. */
const LIKE_ADDRESS = /^[0-9.]+$|:/;
const SUFFIXES = ['/..', '/.'];

/** ValidateIngressCreate in pkg/apis/networking/validation/validation.go. */
export function validateIngress(ingress: ObjectView): void {
  const spec = ingress.struct('spec');
  const rules = spec.objects('rules');
  if (rules.length === 0 && !spec.has('defaultBackend')) {
    ingress.invalid('spec', 'either `defaultBackend` or `rules` must be specified', {
      value: spec.raw('rules') ?? null,
    });
  }
  if (spec.has('defaultBackend')) validateIngressBackend(spec, 'defaultBackend');
  rules.forEach(validateRule);
  spec.objects('tls').forEach(validateTls);
  const className = spec.optionalText('ingressClassName');
  if (className !== undefined) spec.allInvalid('ingressClassName', dns1123SubdomainErrors(className));
  const metadata = ingress.struct('metadata');
  const annotation = metadata.struct('annotations').optionalText(CLASS_ANNOTATION);
  if (annotation !== undefined && className !== undefined && annotation !== className) {
    metadata.invalid(
      ['annotations', { key: CLASS_ANNOTATION }],
      'must match `ingressClassName` when both are specified',
      { field: `annotations.${CLASS_ANNOTATION}`, help: `remove the annotation, which is the older one` },
    );
  }
}

/** validateIngressTLS. */
function validateTls(tls: ObjectView): void {
  tls.texts('hosts').forEach((host, index) => {
    tls.allInvalid(['hosts', index], hostErrors(host), { value: host });
  });
  const secret = tls.text('secretName');
  if (secret !== '') tls.allInvalid('secretName', dns1123SubdomainErrors(secret));
}

function hostErrors(host: string): readonly string[] {
  return host.includes('*') ? wildcardSubdomainErrors(host) : dns1123SubdomainErrors(host);
}

/** validateIngressRules. */
function validateRule(rule: ObjectView): void {
  const host = rule.text('host');
  if (host !== '') {
    if (LIKE_ADDRESS.test(host) && parseIpSloppy(host) !== undefined) {
      rule.invalid('host', 'must be a DNS name, not an IP address', {
        help: 'remove `host`: a rule without one is for every address',
      });
    }
    const errors = hostErrors(host);
    if (errors.length > 0) rule.allInvalid('host', errors, { help: hostHelp(host) });
  }
  const http = rule.object('http');
  if (http === undefined) return;
  const paths = http.objects('paths');
  if (paths.length === 0) http.required('paths');
  paths.forEach(validatePath);
}

/** People write URLs and ports. */
function hostHelp(host: string): readonly string[] {
  const bare = host.replace(/^https?:\/\//, '').replace(/[:/].*$/s, '');
  return bare !== host && hostErrors(bare).length === 0 ? [`write \`host: ${bare}\``] : [];
}

/** validateHTTPIngressPath. */
function validatePath(path: ObjectView): void {
  const type = path.optionalText('pathType');
  if (type === undefined) {
    path.required('pathType', 'pathType must be specified', { help: 'set `pathType: Prefix`' });
    return;
  }
  const value = path.text('path');
  const strict = type === 'Exact' || type === 'Prefix';
  if (strict || type === 'ImplementationSpecific') {
    if (!value.startsWith('/') && (strict || value !== '')) {
      path.invalid('path', 'must be an absolute path', { value, help: `write \`path: /${value}\`` });
    }
  } else path.notSupported('pathType', PATH_TYPES);
  if (strict) {
    for (const part of SEQUENCES) {
      if (value.includes(part)) path.invalid('path', `must not contain '${part}'`);
    }
    for (const end of SUFFIXES) {
      if (value.endsWith(end)) path.invalid('path', `cannot end with '${end}'`);
    }
  }
  validateIngressBackend(path, 'backend');
}
