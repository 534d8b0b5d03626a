import { type Rule } from '../rule';
import k214 from './semantics/cron-schedule-refused';
import k301 from './references/service-selects-no-pod';
import k302 from './references/service-port-not-in-pods';
import k304 from './references/ingress-service-missing';
import k305 from './references/ingress-port-not-in-service';
import k411 from './capacity/pod-below-limit-range';
import k412 from './capacity/pod-exceeds-limit-range';
export const RULES: readonly Rule[] = [k214, k301, k302, k304, k305, k411, k412];
