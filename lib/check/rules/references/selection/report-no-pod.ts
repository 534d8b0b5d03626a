import { type Severity } from '../../../../diagnostics/diagnostic';
import { textMapField, listField } from '../../../../model/json-object';
import { type JsonObject } from '../../../../model/json-value';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type RuleContext } from '../../../rule-context';
import { allowanceHelp } from '../../../allowance-help';
import { objectTitle } from '../../../object-names';
import { changerRole, makerRole } from '../lookup/run-time-makers';
import { mayComeOfCustomResource } from './may-come-of-custom-resource';
import { mayComeOfKind } from './may-come-of-kind';
import { nearestPods } from './nearest-pods';
import { podLabels } from './pod-labels';
import { podsOfSelector } from './pods-of-selector';
import { showLabels, showMap } from './show-labels';
import { showSelector } from './show-selector';
import { whyNoPod } from './why-no-pod';

/** A `LabelSelector` that has to select pods, and what to say when it selects none. */
export interface PodSelection {
  /** Of the rule, for the allowance. */
  readonly code: string;
  readonly from: ObjectEntry;
  /** JSON pointer of the selector. */
  readonly path: string;
  readonly selector: JsonObject;
  /** The namespace of the pods. */
  readonly namespace: string;
  readonly title: string;
  /** What comes of it. */
  readonly consequence: string;
  readonly severity: Severity;
}

/**
 * Reports a selector that selects no pod of the namespace, with the nearest pods. Where something else may make the pods
 * an error is a warning, and a warning nothing; an empty selector, which selects whatever comes, is never reported.
 */
export function reportNoPod(selection: PodSelection, context: RuleContext): void {
  const { code, from, path, selector, namespace, title, consequence, severity } = selection;
  const matchLabels = textMapField(selector, 'matchLabels');
  const expressions = listField(selector, 'matchExpressions');
  if (Object.keys(matchLabels).length + expressions.length === 0) return;
  if (podsOfSelector(context, namespace, selector).size > 0) return;
  if (context.external.mayBeSelected('', 'Pod', namespace, matchLabels)) return;
  if (mayComeOfCustomResource(namespace, matchLabels, context)) return;
  if (mayComeOfKind(namespace, matchLabels, context)) return;
  const labels = context.once(podLabels)(namespace);
  const near = Object.keys(matchLabels).length === 0 ? [] : nearestPods(matchLabels, labels);
  const role = changerRole('', 'Pod', namespace, context) ?? makerRole('', 'Pod', namespace, context);
  // Where there are no pods at all, those of another render may be meant.
  const isBare = context.set.pods(namespace).length === 0;
  // A risk that may be none is no warning.
  if (role !== undefined && severity === 'warning') return;
  context.report({
    object: from,
    path,
    severity: role === undefined && !isBare ? severity : 'warning',
    title,
    label: `selector is \`${showSelector(selector)}\``,
    others: near.map(({ pod }) => ({
      entry: pod.entry,
      path: `${pod.template.pointer}/metadata/labels`,
      label: `nearest pods: labels \`${showLabels(pod.template.labels)}\``,
    })),
    notes: [
      consequence,
      ...(Object.keys(matchLabels).length === 0 ? [] : [whyNoPod(matchLabels, labels, namespace)]),
      ...(role === undefined
        ? []
        : [`${objectTitle(role)} lets a program of the set make or label pods: they may be meant`]),
    ],
    help: [
      ...near.flatMap((each) =>
        each.selector ? [`change the selector to \`${showLabels(each.selector)}\``] : [],
      ),
      allowanceHelp(
        code,
        from,
        'something else makes these pods',
        `{ kind: 'Pod', namespace: '${namespace}', labels: ${showMap(matchLabels)} }`,
      ),
    ],
  });
}
