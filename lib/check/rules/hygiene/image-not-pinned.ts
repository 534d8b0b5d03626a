import { textField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { podExample } from './pods/pod-example';
import { checkContainers } from './pods/check-containers';

export default defineRule({
  code: 'K601',
  name: 'image-not-pinned',
  group: 'hygiene',
  severity: 'warning',
  kinds: WORKLOAD_KINDS,
  summary: 'An image without a tag, or with the tag `latest`',
  explanation: `What \`latest\` means changes while nothing in Git does: two pods of one Deployment may run different programs, a rollback rolls nothing back, and an
image without a tag is pulled anew at every start. A version, or better a digest (\`@sha256:...\`), says what runs.`,
  bad: podExample({ image: 'example.com/web' }),
  good: [
    podExample({ image: 'example.com/web:1.0.0' }),
    podExample({ image: `example.com/web@sha256:${'a'.repeat(64)}` }),
  ],
  check: checkContainers({
    find: ({ container }) => {
      const image = textField(container, 'image');
      if (image === undefined || isPinned(image)) return undefined;
      return ['/image', `image is ${image}`];
    },
    does: ['may run another program at every start', 'may run other programs at every start'],
    notes: ['`latest`, which is meant without a tag too, is pulled anew whenever a pod starts'],
    help: ['write the version that was tested, or its digest (`@sha256:...`)'],
  }),
});

/** The part after the last slash has the tag: a colon before it is that of a port. What a template leaves open is nobody's to judge. */
function isPinned(image: string): boolean {
  if (image.includes('@') || image.includes('$')) return true;
  const colon = image.lastIndexOf(':');
  const tag = image.slice(colon + 1);
  return colon >= 0 && !tag.includes('/') && tag !== '' && tag !== 'latest';
}
