import { formatServerPath } from '../field-step';
import { type ObjectView } from '../object-view';
import { validateSimplePath } from './validate-simple-path';

const TYPES = ['boolean', 'date', 'integer', 'number', 'string'];
const FORMATS = ['byte', 'date', 'date-time', 'double', 'float', 'int32', 'int64', 'password'];

/** ValidateCustomResourceColumnDefinition in pkg/apis/apiextensions/validation of k8s.io/apiextensions-apiserver. */
export function validatePrinterColumn(column: ObjectView): void {
  if (column.text('name') === '') column.required('name');
  const type = column.text('type');
  const oneOf = `must be one of ${TYPES.join(',')}`;
  if (type === '') column.required('type', oneOf);
  else if (!TYPES.includes(type)) column.invalid('type', oneOf);
  const format = column.text('format');
  if (format !== '' && !FORMATS.includes(format))
    column.invalid('format', `must be one of ${FORMATS.join(',')}`);
  const options = { field: formatServerPath([...column.named, 'JSONPath']) };
  if (column.text('jsonPath') === '') column.required('jsonPath', '', options);
  else validateSimplePath(column, 'jsonPath', options);
}
