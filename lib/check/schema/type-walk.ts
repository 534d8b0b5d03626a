import { type KubernetesVersion } from '../../model/kubernetes-version';
import { type ProblemLog } from './problem-log';
import { type TypeInfo } from './table';

/** What stays the same during one walk. */
export interface TypeWalk {
  readonly log: ProblemLog;
  readonly version: KubernetesVersion;
  /** The types around the value, outermost first. */
  readonly types: TypeInfo[];
  /**
   * Whether only the decoder looks at it: what stands under `status` is dropped when an object is made, so nobody
   * asks for its required fields and values.
   */
  readonly decodedOnly: boolean;
  /** Whether fields that there are not are dropped in silence: a decoder of its own, that is not strict, reads it. */
  readonly lenient?: boolean;
}
