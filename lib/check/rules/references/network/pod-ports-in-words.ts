import { type PodPort } from './is-among-ports';

/** `8080, 53/UDP`, each once; empty where there are none. */
export function showPodPorts(ports: readonly PodPort[]): string {
  const all = ports.map(({ number, protocol }) => `${number}${protocol === 'TCP' ? '' : `/${protocol}`}`);
  return [...new Set(all)].join(', ');
}

/** The same as `ports` of a policy has them: `[{ port: 8080 }]`. */
export function portsInYaml(ports: readonly PodPort[]): string {
  const all = ports.map(
    ({ number, protocol }) => `{ port: ${number}${protocol === 'TCP' ? '' : `, protocol: ${protocol}`} }`,
  );
  return `[${[...new Set(all)].join(', ')}]`;
}
