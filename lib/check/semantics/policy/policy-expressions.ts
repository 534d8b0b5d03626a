import { admissionEnvironment, type AdmissionVariables } from '../../cel/admission-environment';
import { type CelEnvironment } from '../../cel/cel-environment';
import { type CelType, celType, DYN } from '../../cel/cel-type';
import { celProblem, compileCel } from '../../cel/compile-cel';
import { type ObjectView } from '../object-view';

/** Checks the expressions of a policy, which share its variables. */
export interface PolicyExpressions {
  /** Tells what is wrong with the expression in a field, which has to evaluate to one of `types`. */
  validate(
    owner: ObjectView,
    field: string,
    types: readonly string[],
    options?: Partial<Pick<AdmissionVariables, 'authorizer'>>,
  ): void;
}

/** Words that CEL keeps for itself (celReserved in k8s.io/apiserver/pkg/cel). */
const RESERVED: ReadonlySet<string> = new Set(
  'true false null in as break const continue else for function if import let loop package namespace return var void while'.split(
    ' ',
  ),
);

/** Validates `spec.variables` (validateVariable), and hands out what checks the expressions that use them. */
export function policyExpressions(spec: ObjectView, params: boolean): PolicyExpressions {
  const { version } = spec.validation;
  const types = new Map<string, CelType>();
  const environmentOf = (authorizer: boolean): CelEnvironment => {
    const environment = admissionEnvironment(version, { params, authorizer });
    if (spec.list('variables').length === 0) return environment;
    const name = 'kubernetes.variables';
    return environment.with(new Map([['variables', celType(name)]]), new Map([[name, types]]));
  };
  for (const variable of spec.objects('variables')) {
    const name = variable.text('name');
    if (name.trim() === '') variable.required('name', 'name is not specified');
    else if (!isIdentifier(name)) variable.invalid('name', 'must be a valid CEL identifier');
    const expression = variable.text('expression');
    if (expression.trim() === '') {
      variable.required('expression', 'expression is not specified');
      continue;
    }
    const compiled = compileCel(expression, environmentOf(true));
    if ('error' in compiled) variable.invalid('expression', compiled.error);
    if (isIdentifier(name)) types.set(name, 'error' in compiled ? DYN : compiled.type);
  }
  return {
    validate(owner, field, allowed, { authorizer = true } = {}) {
      const problem = celProblem(owner.text(field), environmentOf(authorizer), allowed);
      if (problem !== undefined) owner.invalid(field, problem, { help: helpFor(problem) });
    },
  };
}

function helpFor(problem: string): readonly string[] {
  return problem === 'must evaluate to bool but got dyn'
    ? ['what a field holds is not known before it runs: compare it, as in `object.spec.paused == true`']
    : [];
}

function isIdentifier(name: string): boolean {
  return /^[_a-zA-Z][_a-zA-Z0-9]*$/.test(name) && !RESERVED.has(name);
}
