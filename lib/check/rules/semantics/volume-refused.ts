import { POD_HOLDER_KINDS } from '../pod-holder-kinds';
import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('volume', {
  code: 'K207',
  name: 'volume-refused',
  group: 'semantics',
  severity: 'error',
  kinds: POD_HOLDER_KINDS,
  summary: 'A volume of a pod, or a mount or device of it, that the API server refuses',
  explanation: `A volume has one source. A mount names a volume of its pod, and has a path that no other mount of the container has; a path within
the volume (\`subPath\`, \`path\` of an item) is relative and does not climb. Modes of files are octal: write \`0644\` in YAML, or 420, for
644 is another number. A volume that is refused itself counts as missing, so its mounts are told of too.`,
  bad: [
    {
      title: 'a mount without its volume',
      manifests: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      volumeMounts:
        - { name: config, mountPath: /etc/web }
  volumes:
    - name: configs
      emptyDir: {}
`,
    },
    {
      title: 'two mounts of one path',
      manifests: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      volumeMounts:
        - { name: config, mountPath: /etc/web }
        - { name: certificates, mountPath: /etc/web }
  volumes:
    - { name: config, emptyDir: {} }
    - { name: certificates, emptyDir: {} }
`,
    },
    {
      title: 'a volume with two sources',
      manifests: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  containers:
    - { name: web, image: example.com/web:1.0.0 }
  volumes:
    - name: cache
      emptyDir: {}
      hostPath: { path: /var/cache }
`,
    },
    {
      title: 'an absolute path within a volume',
      manifests: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      volumeMounts:
        - { name: data, mountPath: /data, subPath: /web }
  volumes:
    - { name: data, emptyDir: {} }
`,
    },
  ],
  good: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      volumeMounts:
        - { name: config, mountPath: /etc/web }
        - { name: data, mountPath: /data, subPath: web }
  volumes:
    - { name: config, emptyDir: {} }
    - { name: data, emptyDir: { sizeLimit: 1Gi } }
`,
});
