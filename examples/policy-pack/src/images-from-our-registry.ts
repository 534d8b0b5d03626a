import { defineRule, type JsonObject } from 'kubewright/check';

const REGISTRY = 'registry.acme.example/';

/** The images of a pod's containers, with where they stand. */
function images(
  spec: JsonObject,
  pointer: string,
): readonly { readonly image: string; readonly path: string }[] {
  return ['containers', 'initContainers'].flatMap((field) => {
    const containers = spec[field];
    if (!Array.isArray(containers)) return [];
    return (containers as readonly JsonObject[]).flatMap(({ image }, index) =>
      typeof image === 'string' ? { image, path: `${pointer}/${field}/${index}/image` } : [],
    );
  });
}

/** The whole set is looked at once: a pod is a pod, whatever makes it. */
export const imagesFromOurRegistry = defineRule({
  code: 'ACME-2',
  name: 'images-from-our-registry',
  group: 'acme',
  severity: 'warning',
  kinds: ['*'],
  summary: 'An image that does not come from the registry of Acme',
  explanation: `Images are scanned and kept in \`${REGISTRY}\`. Others may be gone, or changed, when a node is replaced.`,
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.acme.example/nginx:1.27
`,
  checkSet({ set, report }) {
    for (const { entry, template } of set.pods()) {
      for (const { image, path } of images(template.spec ?? {}, template.specPointer)) {
        if (image.startsWith(REGISTRY)) continue;
        report({
          object: entry,
          path,
          title: `${entry.kind} \`${entry.name}\` runs an image from elsewhere`,
          label: `image is \`${image}\``,
          help: [`copy it to \`${REGISTRY}\` and use it from there`],
        });
      }
    }
  },
});
