import { dns1123LabelErrors } from '../../../model/names/dns1123-label';
import { byteLength } from '../../../model/names/messages';
import { validateDomainPath } from '../meta/validate-domain-path';
import { type ObjectView } from '../object-view';
import { validateObjectReference } from './validate-object-reference';

const LONGEST_CONTROLLER = 250;
const SCOPES = ['Cluster', 'Namespace'];

/** ValidateIngressClass in pkg/apis/networking/validation/validation.go. */
export function validateIngressClass(ingressClass: ObjectView): void {
  const spec = ingressClass.struct('spec');
  const controller = spec.text('controller');
  if (byteLength(controller) > LONGEST_CONTROLLER) spec.tooLong('controller', LONGEST_CONTROLLER);
  validateDomainPath(spec, 'controller', {
    help: 'set the name that the controller goes by, such as `k8s.io/ingress-nginx`',
  });
  const parameters = spec.object('parameters');
  if (parameters === undefined) return;
  validateObjectReference(parameters);
  validateScope(parameters);
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
