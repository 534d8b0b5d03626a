import { type Rule } from '../rule';
import k214 from './semantics/cron-schedule-refused';
import k301 from './references/service-selects-no-pod';
export const RULES: readonly Rule[] = [k214, k301];
