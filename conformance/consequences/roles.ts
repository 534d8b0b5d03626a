/** What roles and bindings grant. */
import { type Observer } from './consequence';
import { type Scene, type Stored } from './scene';

interface ClusterRole extends Stored {
  readonly rules?: readonly object[] | null;
}

/** Whether the first ServiceAccount of the example may do this. */
export function accountCan(answer: 'yes' | 'no', ...what: readonly string[]): Observer {
  return async (scene) => {
    const { judge, namespace } = scene;
    const account = scene.ofKind('ServiceAccount')[0]?.metadata?.name ?? 'default';
    const user = `system:serviceaccount:${namespace}:${account}`;
    // The authorizer learns of bindings by a watch.
    if (!scene.hasWaited(2000)) return undefined;
    const { stdout } = await judge.kubectl([
      'auth',
      'can-i',
      ...what,
      '--as',
      user,
      '--namespace',
      namespace,
    ]);
    const said = stdout.trim();
    return said === answer || said.startsWith(`${answer} - `)
      ? `kubectl auth can-i ${what.join(' ')} --as ${user}: ${said}`
      : undefined;
  };
}

async function aggregated(scene: Scene): Promise<ClusterRole | undefined> {
  const role = scene.ofKind('ClusterRole').find((each) => each.aggregationRule !== undefined);
  return role && scene.read<ClusterRole>(role);
}

/** The ClusterRole that gathers others has no rules. */
export async function gathersNothing(scene: Scene): Promise<string | undefined> {
  const role = await aggregated(scene);
  return role !== undefined && (role.rules ?? []).length === 0
    ? `${role.metadata.name} has no rules`
    : undefined;
}

/** The ClusterRole that gathers others has rules. */
export async function gathers(scene: Scene): Promise<string | undefined> {
  const role = await aggregated(scene);
  return role === undefined || (role.rules ?? []).length === 0
    ? undefined
    : `${role.metadata.name} has the rules of those that it gathers`;
}

/** The rules that were written are there no more. */
export async function overwritten(scene: Scene): Promise<string | undefined> {
  const role = await aggregated(scene);
  const written = scene.ofKind('ClusterRole').find((each) => each.aggregationRule !== undefined)?.rules;
  if (role === undefined || JSON.stringify(role.rules) === JSON.stringify(written)) return undefined;
  return `the rules of ${role.metadata.name} are those that it gathers, and not what was written`;
}
