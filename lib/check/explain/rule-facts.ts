import { type Rule } from '../rule';

/** What a rule reads, in words: "Service, apps/Deployment", or "every object". */
export function kindsInWords({ kinds }: Rule): string {
  return kinds.includes('*') ? 'every object' : kinds.join(', ');
}
