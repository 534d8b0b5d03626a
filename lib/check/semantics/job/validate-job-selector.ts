import { dns1123SubdomainErrors } from '../../../model/names/dns1123-subdomain';
import { labelValueErrors } from '../../../model/names/label-value';
import { fromLabelSelector } from '../../../model/selector/from-label-selector';
import { matchesSelector } from '../../../model/selector/matches-selector';
import { validateLabelSelector } from '../meta/validate-label-selector';
import { type ObjectView } from '../object-view';
import { isUsable, tellMismatch, templateLabels } from '../workload/validate-selector';

type Labels = Readonly<Record<string, string>>;

const NAME_LABELS = ['job-name', 'batch.kubernetes.io/job-name'];
const UID_LABELS = ['controller-uid', 'batch.kubernetes.io/controller-uid'];
/** What stands for the uid that the server makes: no label has this value. */
const UID = '<the uid of the Job>';

/** The selector of a Job, written or generated: generateSelector in pkg/registry/batch/job/strategy.go and what is held against it. */
export function validateJobSelector(job: ObjectView): void {
  const spec = job.struct('spec');
  const selector = spec.object('selector');
  if (selector !== undefined) validateLabelSelector(selector);
  if (spec.flag('manualSelector')) validateManual(spec, selector);
  else validateGenerated(job, spec, selector);
}

function validateManual(spec: ObjectView, selector: ObjectView | undefined): void {
  if (selector === undefined) {
    spec.required('selector', '', { help: 'set it, or remove `manualSelector` to have one made' });
    tellMismatch(spec, {}, { at: 'selector', echo: true });
  } else if (isUsable(selector) && !matches(selector, {}, templateLabels(spec))) {
    tellMismatch(spec, Object.fromEntries(selector.textMap('matchLabels')));
  }
}

/** validateGeneratedSelector in pkg/apis/batch/validation/validation.go. */
function validateGenerated(job: ObjectView, spec: ObjectView, selector: ObjectView | undefined): void {
  // A name made of generateName is not known: no label is it.
  const name = job.struct('metadata').text('name') || '<the name of the Job>';
  const expected = labelsOf(name);
  const template = spec.struct('template');
  const written = templateLabels(spec);
  for (const [key, value] of Object.entries(expected)) {
    if (!Object.hasOwn(written, key) || written[key] === value) continue;
    const at = ['metadata', 'labels', { key }];
    template.invalid(at, `must be '${value}'`, { help: `remove the label \`${key}\`: the server sets it` });
  }
  const added = NAME_LABELS.filter((key) => !Object.hasOwn(written, key));
  added.forEach((_, index) => {
    tellLongName(job, name, index > 0);
  });
  if (selector === undefined || !isUsable(selector)) return;
  const help = 'remove `selector`, which the server makes; to have your own, set `manualSelector: true`';
  if (!matches(selector, expected, expected)) {
    spec.invalid('selector', '`selector` not auto-generated', { help });
  }
  if (!matches(selector, expected, { ...expected, ...written })) {
    tellMismatch(spec, Object.fromEntries(selector.textMap('matchLabels')));
  }
}

/** The name becomes a label of the pods, for which it may be too long; and of the Job, where it takes the labels of the template. */
function tellLongName(job: ObjectView, name: string, echo: boolean): void {
  if (name.startsWith('<')) return;
  const errors = labelValueErrors(name, job.validation.version);
  const options = {
    value: name,
    at: ['metadata', 'name'],
    help: 'choose a name of 63 characters at most: it becomes a label of the pods',
  };
  // What is no name at all is told of the name.
  const isNoName = dns1123SubdomainErrors(name).length > 0;
  job.allInvalid(['spec', 'template', 'labels'], errors, { ...options, echo: echo || isNoName });
  const hasLabels = job.struct('metadata').entries('labels').length > 0;
  const takesLabels = job.struct('spec').struct('template').struct('metadata').has('labels');
  if (takesLabels && !hasLabels) job.allInvalid(['metadata', 'labels'], errors, { ...options, echo: true });
}

function labelsOf(name: string): Labels {
  return Object.fromEntries([
    ...NAME_LABELS.map((key) => [key, name]),
    ...UID_LABELS.map((key) => [key, UID]),
  ]) as Labels;
}

/** Whether the selector, with the uid that the server adds where nobody wrote one, selects the labels. */
function matches(selector: ObjectView, added: Labels, labels: Labels): boolean {
  if (!matchesSelector(fromLabelSelector(selector.value), labels)) return false;
  const key = 'batch.kubernetes.io/controller-uid';
  const isWritten = selector.textMap('matchLabels').has(key);
  return isWritten || added[key] === undefined || labels[key] === added[key];
}
