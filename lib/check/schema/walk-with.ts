import { type KubernetesVersion } from '../../model/kubernetes-version';
import { type ProblemLog } from './problem-log';
import { type TypeWalk } from './type-walk';

/** A walk that begins at an object, or at a field of it where the log already is. */
export function walkWith(log: ProblemLog, version: KubernetesVersion): TypeWalk {
  return { log, version, types: [], decodedOnly: false };
}
