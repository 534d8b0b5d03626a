import { SinglePod, type SinglePodProps } from '../../../lib/patterns/single-pod';
import { only, synth, type Synthesized } from '../synth';

/** The spec of a pod that has no defaults, `main` its only container unless there are others. */
export function podSpec<P extends string = never>(props: Partial<SinglePodProps<P>>): Synthesized {
  return only(
    synth((chart) => new SinglePod<P>(chart, 'main', { image: 'a:1', defaults: 'none', ...props })),
    'Pod',
  ).spec as Synthesized;
}

/** The first container of that pod. */
export function container<P extends string = never>(props: Partial<SinglePodProps<P>>): Synthesized {
  return podSpec<P>(props).containers[0] as Synthesized;
}
