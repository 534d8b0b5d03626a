import { type KubewrightConfig } from '../../check/config';
import { isKubernetesVersion, KUBERNETES_VERSIONS } from '../../model/kubernetes-version';
import { UsageError } from '../usage-error';

/** The version of `--target`, as a setting that goes before the project's own. */
export function targetOf({
  target,
}: {
  readonly target: string | undefined;
}): Pick<KubewrightConfig, 'target'> {
  if (target === undefined) return {};
  // As `kubectl version` prints it: what differs between patches is no matter of manifests.
  const minor = /^v?(\d+\.\d+)(?:\.\d+)?$/.exec(target)?.[1] ?? target;
  if (isKubernetesVersion(minor)) return { target: minor };
  throw new UsageError(`--target ${target} is no version known here`, [
    `the versions are ${KUBERNETES_VERSIONS.join(', ')}`,
  ]);
}
