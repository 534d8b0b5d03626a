/** A Node; `spec` is lines of YAML. */
export function nodeExample(name: string, { spec = '', cpu = '8', zone = '' } = {}): string {
  return `apiVersion: v1
kind: Node
metadata:
  name: ${name}
  labels:
    kubernetes.io/hostname: ${name}
${zone === '' ? '' : `    topology.kubernetes.io/zone: ${zone}\n`}${spec}status:
  allocatable:
    cpu: "${cpu}"
    memory: 32Gi
    pods: "110"
---
`;
}
