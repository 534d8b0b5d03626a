import { dns1123SubdomainErrors } from '../../../model/names/dns1123-subdomain';
import { pathSegmentErrors } from '../../../model/names/path-segment';
import { validateLabelSelector } from '../meta/validate-label-selector';
import { type ObjectView } from '../object-view';
import { validateMatchResources } from './validate-match-resources';

const ACTIONS = ['Audit', 'Deny', 'Warn'];

/** ValidateValidatingAdmissionPolicyBinding in pkg/apis/admissionregistration/validation/validation.go. */
export function validateAdmissionPolicyBinding(binding: ObjectView): void {
  const spec = binding.struct('spec');
  const policy = spec.text('policyName');
  if (policy === '') spec.required('policyName');
  else spec.allInvalid('policyName', dns1123SubdomainErrors(policy));
  const reference = spec.object('paramRef');
  if (reference !== undefined) validateParamRef(spec, reference);
  const match = spec.object('matchResources');
  if (match !== undefined) validateMatchResources(match);
  validateActions(spec);
}

function validateParamRef(spec: ObjectView, reference: ObjectView): void {
  const name = reference.text('name');
  const selector = reference.object('selector');
  if (name !== '') reference.allInvalid('name', pathSegmentErrors(name));
  if (selector !== undefined) validateLabelSelector(selector);
  if (name !== '' && selector !== undefined) {
    for (const field of ['name', 'selector']) {
      reference.forbidden(field, 'name and selector are mutually exclusive', {
        help: 'keep `name` for one object, or `selector` for several',
      });
    }
  }
  if (name === '' && selector === undefined) {
    spec.required('paramRef', 'one of name or selector must be specified');
  }
  const action = reference.text('parameterNotFoundAction');
  if (action === '') {
    reference.required('parameterNotFoundAction', '', { help: 'write `Deny`, or `Allow`' });
  } else if (action !== 'Deny' && action !== 'Allow') {
    reference.notSupported('parameterNotFoundAction', ['Deny', 'Allow']);
  }
}

function validateActions(spec: ObjectView): void {
  const actions = spec.texts('validationActions');
  const seen = new Set<string>();
  actions.forEach((action, index) => {
    if (!ACTIONS.includes(action)) spec.notSupported(['validationActions', index], ACTIONS);
    if (seen.has(action)) spec.duplicate(['validationActions', index]);
    seen.add(action);
  });
  if (seen.has('Deny') && seen.has('Warn')) {
    spec.invalid(
      'validationActions',
      'must not contain both Deny and Warn (repeating the same validation failure information in the API response and headers serves no purpose)',
      { help: 'keep `Deny`, which says why too' },
    );
  }
  if (seen.size === 0) spec.required('validationActions', 'at least one validation action is required');
}
