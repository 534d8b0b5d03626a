import { type IConstruct } from 'constructs';
import { objectField, textMapField } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';
import { annotationKeyErrors, ANNOTATIONS_LIMIT } from '../../model/names/annotation-key';
import { labelKeyErrors } from '../../model/names/label-key';
import { labelValueErrors } from '../../model/names/label-value';
import { nameRuleOf } from '../../model/names/name-rule-of';
import { podTemplate } from '../../model/pod-template';
import { PropertyError } from '../property-error';
import { type ObjectSource } from './object-source';
import { refuseName, WIDEST_RULES } from './refuse-name';

/** Refuses names, labels and annotations that the API server would, of an object and of its pods. */
export function refuseMetadata(construct: IConstruct, source: ObjectSource): void {
  const { apiVersion, kind, metadata } = source;
  const rule = nameRuleOf(apiVersion, kind, WIDEST_RULES);
  const { name } = metadata;
  refuseName(construct, `name of the ${kind}`, name, rule.errors(name));
  const { practicalLimit } = rule;
  if (practicalLimit !== undefined && name.length > practicalLimit.maxLength) {
    throw new PropertyError(
      construct,
      `name of the ${kind}`,
      `is '${name}', longer than ${practicalLimit.maxLength} characters: ${practicalLimit.why}`,
      'give it a shorter `name`',
    );
  }
  refuseMarks(construct, metadata);
  const template = podTemplate(source as unknown as JsonObject);
  if (template !== undefined && template.pointer !== '') refuseMarks(construct, template);
}

function refuseMarks(construct: IConstruct, marks: object): void {
  for (const [key, value] of Object.entries(textMapField(marks as JsonObject, 'labels'))) {
    refuseName(construct, 'key of `labels`', key, labelKeyErrors(key));
    refuseName(construct, `labels['${key}']`, value, labelValueErrors(value));
  }
  for (const key of Object.keys(objectField(marks as JsonObject, 'annotations') ?? {})) {
    refuseName(construct, 'key of `annotations`', key, annotationKeyErrors(key));
  }
  const bytes = Object.entries(textMapField(marks as JsonObject, 'annotations')).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value),
    0,
  );
  if (bytes > ANNOTATIONS_LIMIT) {
    throw new PropertyError(
      construct,
      'annotations',
      `come to ${bytes} bytes, more than the ${ANNOTATIONS_LIMIT} that one object may have`,
      'put what is that long into an AppConfig',
    );
  }
}
