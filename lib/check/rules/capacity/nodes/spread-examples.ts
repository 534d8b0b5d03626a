/** One entry of `topologySpreadConstraints`, for the pods of `deploymentExample`; `more` is lines of YAML. */
export function spreadExample({
  key = 'topology.kubernetes.io/zone',
  app = 'web',
  more = '',
}: { readonly key?: string; readonly app?: string; readonly more?: string } = {}): string {
  return `      topologySpreadConstraints:
        - topologyKey: ${key}
          maxSkew: 1
          whenUnsatisfiable: DoNotSchedule
${more}          labelSelector:
            matchLabels:
              app: ${app}
`;
}
