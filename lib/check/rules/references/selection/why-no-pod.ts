import { type PodLabels } from './pod-labels';

type Labels = Readonly<Record<string, string>>;

/** Why a selector selects no pod of its namespace, in a line. */
export function whyNoPod(selector: Labels, labels: PodLabels, namespace: string): string {
  const count = labels.pods.length;
  const missing = Object.entries(selector).find(([key, value]) => labels.with(key, value).length === 0);
  if (count === 0) return `there are no pod templates in \`${namespace}\``;
  const all =
    count === 1 ? `the only pod template in \`${namespace}\`` : `${count} pod templates in \`${namespace}\``;
  if (missing === undefined) return `each of these labels is on one of ${all}, but none has all of them`;
  const [key, value] = missing;
  const withKey = labels.countWithKey(key);
  if (count === 1)
    return withKey === 0 ? `${all} lacks the key \`${key}\`` : `${all} has another value of \`${key}\``;
  if (withKey === 0) return `none of ${all} has the key \`${key}\``;
  return `${withKey} of ${all} ${withKey === 1 ? 'has' : 'have'} the key \`${key}\`; none has the value \`${value}\``;
}
