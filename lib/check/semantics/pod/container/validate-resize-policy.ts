import { type ObjectView } from '../../object-view';
import { hasPodFeature } from '../pod-features';
import { type PodScope } from '../pod-scope';

const RESOURCES = ['cpu', 'memory'];
const POLICIES = ['NotRequired', 'RestartContainer'];

/** validateResizePolicy in pkg/apis/core/validation/validation.go, which names the list where an item is wrong. */
export function validateResizePolicy(container: ObjectView, { restartPolicy }: PodScope): void {
  if (!container.has('resizePolicy')) return;
  if (!hasPodFeature(container.validation, 'InPlacePodVerticalScaling')) return;
  const field = 'resizePolicy';
  const seen = new Set<string>();
  container.objects(field).forEach((item, index) => {
    const resource = item.text('resourceName');
    const policy = item.text('restartPolicy');
    if (seen.has(resource)) container.duplicate([field, index], { value: resource });
    seen.add(resource);
    const ofResource = { value: resource, at: [field, index, 'resourceName'] };
    if (resource === '') container.required(field, '', ofResource);
    else if (!RESOURCES.includes(resource)) container.notSupported(field, RESOURCES, ofResource);
    const ofPolicy = { value: policy, at: [field, index, 'restartPolicy'] };
    if (policy === '') container.required(field, '', ofPolicy);
    else if (!POLICIES.includes(policy)) container.notSupported(field, POLICIES, ofPolicy);
    if (restartPolicy === 'Never' && policy !== 'NotRequired') {
      container.invalid(field, "must be 'NotRequired' when pod `restartPolicy` is 'Never'", ofPolicy);
    }
  });
}
