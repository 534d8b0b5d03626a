import { type KubernetesVersion } from '../model/kubernetes-version';
import { type External } from './external/external';

/** Manifests that show what a rule finds, or how it is mended. */
export interface RuleExample {
  /** YAML, of one or more documents. */
  readonly manifests: string;
  /** What was there before, for a rule about changes; YAML as well. */
  readonly before?: string;
  /** What is special about it, where a rule has several examples: "a port by name". */
  readonly title?: string;
  /** The Kubernetes version that it is checked against; the default one when left out. */
  readonly target?: KubernetesVersion;
  /** What lies outside of the manifests. */
  readonly external?: External;
}
