import { ANNOTATIONS_LIMIT, annotationKeyErrors } from '../../../model/names/annotation-key';
import { byteLength } from '../../../model/names/messages';
import { type ObjectView } from '../object-view';

/** ValidateAnnotations in k8s.io/apimachinery/pkg/api/validation/objectmeta.go: the keys, and the size of all. */
export function validateAnnotations(owner: ObjectView, field: string): void {
  const { version } = owner.validation;
  let size = 0;
  owner.eachText(field, (key, value) => {
    const errors = annotationKeyErrors(key, version);
    if (errors.length > 0) owner.allInvalid(field, errors, { value: key, at: [field, { key }] });
    size += byteLength(key) + byteLength(value);
  });
  if (size > ANNOTATIONS_LIMIT) {
    owner.tooLong(field, ANNOTATIONS_LIMIT, {
      help: 'put what is large into a ConfigMap; annotations are meant for small notes',
    });
  }
}
