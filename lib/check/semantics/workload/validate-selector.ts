import { labelKeyErrors } from '../../../model/names/label-key';
import { labelValueErrors } from '../../../model/names/label-value';
import { type LabelSelectorOperator } from '../../../model/label-selector';
import { fromLabelSelector } from '../../../model/selector/from-label-selector';
import { matchesSelector } from '../../../model/selector/matches-selector';
import { type Selector } from '../../../model/selector/selector';
import { validateLabelSelector } from '../meta/validate-label-selector';
import { type ErrorOptions, type ObjectView } from '../object-view';

/** How a kind words what is wrong with its selector. */
export interface SelectorWords {
  /** The kind in the server's answer to an empty selector, which is not always its own. */
  readonly empty: 'deployment' | 'statefulset' | 'daemonset';
  /** What follows a selector that no requirements can be made of; undefined when that is not told. */
  readonly unusable?: string;
}

/**
 * The selector of a workload, which is there, not empty, and selects the labels of the template: in ValidateDeploymentSpec,
 * ValidateReplicaSetSpec, ValidateStatefulSetSpec and ValidateDaemonSetSpec of pkg/apis/apps/validation/validation.go.
 *
 * @returns Whether requirements can be made of the selector: else most kinds look no further at the template.
 */
export function validateSelector(spec: ObjectView, { empty, unusable }: SelectorWords): boolean {
  const selector = spec.object('selector');
  if (selector === undefined) {
    // Of a DaemonSet the server says only the second; what the schema tells of it goes before.
    const isTold = empty !== 'daemonset';
    if (isTold) spec.required('selector', '', { help: `set ${selectorHelp(templateLabels(spec))}` });
    tellMismatch(spec, {}, { at: 'selector', echo: isTold });
    return true;
  }
  const { errors } = spec.validation;
  const before = errors.length;
  validateLabelSelector(selector);
  const isSound = errors.length === before;
  if (isEmpty(selector)) {
    spec.invalid('selector', `empty selector is invalid for ${empty}`, {
      help: `set ${selectorHelp(templateLabels(spec))}`,
    });
  }
  if (!isSound && !isUsable(selector)) {
    if (unusable !== undefined) spec.invalid('selector', unusable);
    return false;
  }
  if (!matchesTemplate(selector, spec)) tellMismatch(spec, matchLabels(selector));
  return true;
}

/** Whether the template has the labels that a selector asks for. */
function matchesTemplate(selector: ObjectView, spec: ObjectView): boolean {
  if (selector.list('matchExpressions').length > 0) {
    return matchesSelector(selectorOf(selector), templateLabels(spec));
  }
  const labels = spec.struct('template').struct('metadata').object('labels');
  let matches = true;
  selector.eachText('matchLabels', (key, value) => {
    matches &&= labels !== undefined && Object.hasOwn(labels.value, key) && labels.text(key) === value;
  });
  return matches;
}

/** The selector, without what is of another type: the schema's rules tell that. */
function selectorOf(selector: ObjectView): Selector {
  const matchExpressions = selector.objects('matchExpressions').map((requirement) => ({
    key: requirement.text('key'),
    operator: requirement.text('operator') as LabelSelectorOperator,
    values: requirement.texts('values'),
  }));
  return fromLabelSelector({ matchLabels: matchLabels(selector), matchExpressions });
}

/** `matchLabels`, without what is no text. */
function matchLabels(selector: ObjectView): Readonly<Record<string, string>> {
  return Object.fromEntries(selector.textMap('matchLabels'));
}

/** The labels of the template. */
export function templateLabels(spec: ObjectView): Readonly<Record<string, string>> {
  return Object.fromEntries(spec.struct('template').struct('metadata').textMap('labels'));
}

/** Tells that the template lacks labels that the selector asks for. */
export function tellMismatch(
  spec: ObjectView,
  wanted: Readonly<Record<string, string>>,
  options: ErrorOptions = {},
): void {
  const labels = templateLabels(spec);
  const missing = Object.entries(wanted).filter(([key, value]) => labels[key] !== value);
  spec.invalid(['template', 'metadata', 'labels'], '`selector` does not match template `labels`', {
    value: spec.at(['template', 'metadata', 'labels']) ?? null,
    help: missing.map(([key, value]) => `label the template \`${key}: ${value}\`, as \`spec.selector\` asks`),
    ...options,
  });
}

function selectorHelp(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}: ${value}`);
  return `\`selector: { matchLabels: { ${pairs.length === 0 ? 'app: web' : pairs.join(', ')} } }\``;
}

function isEmpty(selector: ObjectView): boolean {
  return selector.entries('matchLabels').length + selector.list('matchExpressions').length === 0;
}

/** Whether LabelSelectorAsSelector of apimachinery makes a selector of it. */
export function isUsable(selector: ObjectView): boolean {
  const { version } = selector.validation;
  for (const [key, value] of selector.textMap('matchLabels')) {
    if (labelKeyErrors(key, version).length + labelValueErrors(value, version).length > 0) return false;
  }
  return selector.objects('matchExpressions').every((requirement) => {
    const operator = requirement.text('operator');
    const values = requirement.texts('values');
    const takesValues = operator === 'In' || operator === 'NotIn';
    if (!takesValues && operator !== 'Exists' && operator !== 'DoesNotExist') return false;
    return (
      takesValues === values.length > 0 &&
      labelKeyErrors(requirement.text('key'), version).length === 0 &&
      values.every((value) => labelValueErrors(value, version).length === 0)
    );
  });
}
