import { type ObjectEntry } from '../../../../model/object-entry';
import { type Finding, type OtherPlace } from '../../../finding';
import { objectTitle } from '../../../object-names';
import { type RuleContext } from '../../../rule-context';
import { type HygieneContainer, type HygienePod, hygienePod } from './hygiene-pods';

/** What a rule says of containers of one pod. */
export interface ContainerWords {
  /**
   * JSON pointer, below the container, of what is wrong with it, there or missing, and what is to be seen there;
   * undefined where all is well.
   */
  readonly find: (
    container: HygieneContainer,
    pod: HygienePod,
  ) => readonly [path: string, label: string] | undefined;
  /** What a container does, and what containers do: "has no limit", "have no limit". */
  readonly does: readonly [one: string, many: string];
  readonly others?: readonly OtherPlace[];
  readonly notes?: readonly string[];
  readonly help: readonly string[];
  readonly severity?: Finding['severity'];
}

/** Reports all containers of an object that something is to be said of, as one finding. */
export function reportContainers(entry: ObjectEntry, context: RuleContext, words: ContainerWords): void {
  const pod = hygienePod(entry);
  // Of nearly all there is nothing to be said.
  if (pod?.containers.some((each) => words.find(each, pod) !== undefined) !== true) return;
  context.report(containersFinding(pod, words));
}

function containersFinding(pod: HygienePod, words: ContainerWords): Finding {
  const found = pod.containers.flatMap((each) => {
    const place = words.find(each, pod);
    return place === undefined ? [] : [{ each, place }];
  });
  const [first] = found;
  const names = found.map(({ each }) => `\`${each.name}\``).join(', ');
  const [one, many] = words.does;
  return {
    object: pod.entry,
    ...(first && { path: `${first.each.pointer}${first.place[0]}` }),
    title: `${found.length === 1 ? `container ${names}` : `containers ${names}`} of ${objectTitle(pod.entry)} ${found.length === 1 ? one : many}`,
    label: found.map(({ place }) => place[1]).join('\n'),
    ...(words.others && { others: words.others }),
    ...(words.notes && { notes: words.notes }),
    help: words.help,
    ...(words.severity && { severity: words.severity }),
  };
}
