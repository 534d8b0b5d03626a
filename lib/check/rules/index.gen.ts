import { type Rule } from '../rule';
import k214 from './semantics/cron-schedule-refused';
import k301 from './references/service-selects-no-pod';
import k411 from './capacity/pod-below-limit-range';
import k412 from './capacity/pod-exceeds-limit-range';
export const RULES: readonly Rule[] = [k214, k301, k411, k412];
