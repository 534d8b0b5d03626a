import { type ObjectView } from '../object-view';
import { validateSimplePath } from './validate-simple-path';

/** ValidateCustomResourceDefinitionSubresources in pkg/apis/apiextensions/validation of k8s.io/apiextensions-apiserver. */
export function validateSubresources(subresources: ObjectView | undefined): void {
  const scale = subresources?.object('scale');
  if (scale === undefined) return;
  const replicas = (field: string, under: string): void => {
    const path = scale.text(field);
    if (path === '') scale.required(field, '', { help: `write \`${field}: ${under}replicas\`` });
    else if (validateSimplePath(scale, field, {}) && !path.startsWith(under)) {
      scale.invalid(field, `should be a json path under ${under.slice(0, -1)}`);
    }
  };
  replicas('specReplicasPath', '.spec.');
  replicas('statusReplicasPath', '.status.');
  const selector = scale.text('labelSelectorPath');
  if (selector === '' || !validateSimplePath(scale, 'labelSelectorPath', {})) return;
  if (/^\.(?:spec|status)\./.test(selector)) return;
  scale.invalid('labelSelectorPath', 'should be a json path under either .spec or .status');
}
