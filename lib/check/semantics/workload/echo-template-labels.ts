import { validateLabels } from '../meta/validate-labels';
import { type ObjectView } from '../object-view';

/**
 * What is wrong with the labels of the template, of the object's own: a ReplicationController and a Job without labels take those
 * (SetDefaults_ReplicationController in pkg/apis/core/v1/defaults.go, SetDefaults_Job in pkg/apis/batch/v1/defaults.go).
 */
export function echoTemplateLabels(metadata: ObjectView, spec: ObjectView): void {
  if (metadata.entries('labels').length > 0) return;
  const { errors } = spec.validation;
  const before = errors.length;
  validateLabels(spec.struct('template').struct('metadata').namedAs(['metadata']).in('metadata'), 'labels');
  const own = errors.splice(before);
  errors.push(...own.map((error) => ({ ...error, echo: true })));
}
