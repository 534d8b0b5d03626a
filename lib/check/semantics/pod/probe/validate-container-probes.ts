import { type ObjectView } from '../../object-view';
import { type PodScope } from '../pod-scope';
import { validateLifecycle } from './validate-lifecycle';
import { validateProbe } from './validate-probe';

/** The hooks and probes of a container that keeps running, as validateContainers has them. */
export function validateContainerProbes(container: ObjectView, scope: PodScope): void {
  const view = container.in('probe');
  const lifecycle = view.object('lifecycle');
  if (lifecycle !== undefined) validateLifecycle(lifecycle, scope);
  for (const kind of ['liveness', 'readiness', 'startup'] as const) {
    const probe = view.object(`${kind}Probe`);
    if (probe !== undefined) validateProbe(probe, kind);
  }
}
