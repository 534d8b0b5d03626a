import { dns1123LabelErrors } from '../../../model/names/dns1123-label';
import { dns1123SubdomainErrors } from '../../../model/names/dns1123-subdomain';
import { byteLength, mismatch, whole } from '../../../model/names/messages';
import { type ObjectView } from '../object-view';
import { validateObjectReference } from './validate-object-reference';

const LONGEST_CONTROLLER = 250;
const PATH = String.raw`[A-Za-z0-9/\-._~%!$&'()*+,;=:]+`;
const WHOLE_PATH = whole(PATH);
const SCOPES = ['Cluster', 'Namespace'];

/** ValidateIngressClass in pkg/apis/networking/validation/validation.go. */
export function validateIngressClass(ingressClass: ObjectView): void {
  const spec = ingressClass.struct('spec');
  const controller = spec.text('controller');
  if (byteLength(controller) > LONGEST_CONTROLLER) spec.tooLong('controller', LONGEST_CONTROLLER);
  validateController(spec, controller);
  const parameters = spec.object('parameters');
  if (parameters === undefined) return;
  validateObjectReference(parameters);
  validateScope(parameters);
}

/** IsDomainPrefixedPath in k8s.io/apimachinery/pkg/util/validation. */
function validateController(spec: ObjectView, controller: string): void {
  if (controller === '') {
    spec.required('controller', '', {
      help: 'set the name that the controller goes by: `controller: k8s.io/ingress-nginx`',
    });
    return;
  }
  const slash = controller.indexOf('/');
  const [host, path] = [controller.slice(0, slash), controller.slice(slash + 1)];
  if (slash < 1 || path === '') {
    spec.invalid('controller', 'must be a domain-prefixed path (such as "acme.io/foo")');
    return;
  }
  spec.allInvalid('controller', dns1123SubdomainErrors(host), { value: host });
  if (!WHOLE_PATH.test(path)) spec.invalid('controller', mismatch('Invalid path', PATH), { value: path });
}

/** In validateIngressClassParametersReference, after SetDefaults_IngressClass. */
function validateScope(parameters: ObjectView): void {
  const scope = parameters.optionalText('scope') ?? 'Cluster';
  if (!SCOPES.includes(scope)) {
    parameters.notSupported('scope', SCOPES);
    return;
  }
  const namespace = parameters.optionalText('namespace');
  const why = `\`parameters.scope\` is set to '${scope}'`;
  if (scope === 'Cluster') {
    if (namespace !== undefined) {
      parameters.forbidden('namespace', why, {
        help: ['set `scope: Namespace`', 'or remove `namespace`, where the parameters have none'],
      });
    }
  } else if (namespace === undefined) parameters.required('namespace', why);
  else parameters.allInvalid('namespace', dns1123LabelErrors(namespace));
}
