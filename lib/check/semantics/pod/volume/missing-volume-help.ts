import { nearbyWordsOf } from '../../../nearby-words-of';
import { type PodScope } from '../pod-scope';

/** What to do about a mount, a device or a variable whose volume is not there. */
export function missingVolumeHelp(name: string, { volumeNames }: PodScope): string {
  if (volumeNames.has(name)) return `the volume \`${name}\` is refused itself: mend it first`;
  const near = nearbyWordsOf(volumeNames).suggest(name);
  if (near.length > 0) return `did you mean ${near.map((each) => `\`${each}\``).join(' or ')}?`;
  return `add a volume \`${name}\` to the pod's \`volumes\``;
}
