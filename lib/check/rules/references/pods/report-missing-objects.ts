import { groupBy } from '../../../../model/group-by';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type RuleContext } from '../../../rule-context';
import { reportMissing } from '../lookup/missing-reference';
import { type PodReference } from './pod-reference';
import { podReferencesOf } from './pod-references';

/** Reports each object of a kind that the pods of a workload cannot start without, and that is not there. */
export function reportMissingObjects(
  code: string,
  kind: PodReference['kind'],
  entry: ObjectEntry,
  context: RuleContext,
): void {
  const absent = podReferencesOf(entry).filter(
    (each) =>
      each.kind === kind &&
      !each.optional &&
      context.set.find('', kind, entry.namespace, each.name) === undefined,
  );
  if (absent.length === 0) return;
  for (const [name, [first, ...same]] of groupBy(absent, (each) => each.name)) {
    if (first === undefined) continue;
    reportMissing(
      {
        code,
        from: entry,
        path: first.path,
        verb: first.by === 'volume' ? 'mounts' : 'takes variables from',
        target: { group: '', kind, namespace: entry.namespace, name },
        consequences: [consequence(first)],
        more: { count: same.length, what: 'field' },
        ownNamespaceOnly: `a pod takes each ${kind} from its own namespace`,
      },
      context,
    );
  }
}

/**
 * Upstream: makeEnvironmentVariables, pkg/kubelet/kubelet_pods.go; the SetUpAt of pkg/volume/configmap and
 * pkg/volume/secret; PreFilter, pkg/scheduler/framework/plugins/volumebinding/volume_binding.go.
 */
function consequence({ kind, name, by, of, path }: PodReference): string {
  if (kind === 'PersistentVolumeClaim') {
    return `the pod stays Pending: FailedScheduling, persistentvolumeclaim "${name}" not found`;
  }
  const resource = kind.toLowerCase();
  if (by === 'volume' && !/\/(?:configMap|secret)\/[a-zA-Z]+$/.test(path)) {
    return `the pod stays in ContainerCreating: FailedMount, as the driver of the volume "${of}" gets no credentials`;
  }
  return by === 'volume'
    ? `the pod stays in ContainerCreating: FailedMount, MountVolume.SetUp failed for volume "${of}" : ${resource} "${name}" not found`
    : `the container ${of} does not start: CreateContainerConfigError, ${resource} "${name}" not found`;
}
