import { type CheckContext } from '../../../rule-context';
import { connectionsOf } from '../wiring/connections';
import { type CutConnection, cutsOf } from './cut-connections';
import { cutEntrances } from './cut-entrances';

/** The connections of the set that its policies cut. For `once`. */
export function cutConnections(context: CheckContext): readonly CutConnection[] {
  return context.set
    .pods()
    .filter(({ entry }) => entry.kind !== 'PodTemplate')
    .flatMap((source) => connectionsOf(source, context))
    .flatMap((connection) => cutsOf(connection, context));
}

/** Where policies are told of because of what they cut: `position path`. For `once`. */
export function placesOfCuts({ once }: CheckContext): ReadonlySet<string> {
  return new Set(
    [...once(cutConnections), ...once(cutEntrances)].map(({ policy, path }) => `${policy.position} ${path}`),
  );
}
