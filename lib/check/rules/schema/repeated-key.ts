import { schemaRule } from './pass/schema-rule';

export default schemaRule('repeated-key', {
  code: 'K109',
  name: 'repeated-key',
  group: 'schema',
  severity: 'warning',
  kinds: ['*'],
  summary: 'Two items of one key in a list that server-side apply merges by it',
  explanation: `The items of some lists are told apart by a key: environment variables by their name, container ports by number and
protocol. The API server takes two of one key when it creates an object, and in the end one of them counts. But
\`kubectl apply --server-side\`, Flux, and Argo CD with \`ServerSideApply=true\` are refused, and the merge of the client-side
\`kubectl apply\` may drop or swap them on a later change.`,
  bad: `apiVersion: v1
kind: Pod
metadata: { name: report }
spec:
  restartPolicy: Never
  automountServiceAccountToken: false
  securityContext: { runAsNonRoot: true, runAsUser: 65534, seccompProfile: { type: RuntimeDefault } }
  containers:
    - name: report
      image: registry.example.com/report:1.4.2
      env:
        - { name: LANG, value: C }
        - { name: LANG, value: en_US.UTF-8 }
      resources:
        requests: { cpu: 100m, memory: 64Mi }
        limits: { cpu: 100m, memory: 64Mi }
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities: { drop: [ALL] }
`,
  good: `apiVersion: v1
kind: Pod
metadata: { name: report }
spec:
  restartPolicy: Never
  automountServiceAccountToken: false
  securityContext: { runAsNonRoot: true, runAsUser: 65534, seccompProfile: { type: RuntimeDefault } }
  containers:
    - name: report
      image: registry.example.com/report:1.4.2
      env:
        - { name: LANG, value: C }
      resources:
        requests: { cpu: 100m, memory: 64Mi }
        limits: { cpu: 100m, memory: 64Mi }
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities: { drop: [ALL] }
`,
});
