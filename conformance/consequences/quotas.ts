/** What quotas count. */
import { type Scene, type Stored } from './scene';

interface Quota extends Stored {
  readonly status?: {
    readonly hard?: Readonly<Record<string, string>>;
    readonly used?: Readonly<Record<string, string>>;
  };
}

async function statusOf(scene: Scene): Promise<Required<NonNullable<Quota['status']>> | undefined> {
  const [object] = scene.ofKind('ResourceQuota');
  const { hard, used } = (object && (await scene.read<Quota>(object)))?.status ?? {};
  // With nothing to show, `used` is left out.
  return hard && { hard, used: used ?? {} };
}

/** The limits of the quota have been looked at, and nothing counts for them. */
export async function countsNothing(scene: Scene): Promise<string | undefined> {
  const status = await statusOf(scene);
  if (status === undefined) return undefined;
  const { hard, used } = status;
  const names = Object.keys(hard);
  if (names.some((name) => (used[name] ?? '0') !== '0')) return undefined;
  return `status.used has ${names.map((name) => `${name in used ? '0 of' : 'no'} ${name}`).join(', ')}`;
}

/** Something counts for each limit of the quota. */
export async function countsAll(scene: Scene): Promise<string | undefined> {
  const status = await statusOf(scene);
  if (status === undefined) return undefined;
  const { hard, used } = status;
  const counts = Object.keys(hard).map((name): readonly [string, string] => [name, used[name] ?? '0']);
  if (counts.some(([, count]) => count === '0')) return undefined;
  return `status.used has ${counts.map(([name, count]) => `${count} of ${name}`).join(', ')}`;
}
