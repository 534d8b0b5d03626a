import { type JsonObject } from '../../../../model/json-value';
import { formatSelector } from '../../../../model/selector/format-selector';
import { selectorOf } from '../../../../model/selector/selector';
import { selectorRequirements } from './selector-requirements';

/** A `LabelSelector` as kubectl writes it: `app=web,tier in (a,b)`; empty where it selects everything. */
export function showSelector(selector: JsonObject | undefined): string {
  const requirements = selectorRequirements(selector) ?? [];
  return formatSelector(
    selectorOf(
      requirements.map(({ key, operator, values = [] }) =>
        operator === 'In' && values.length === 1
          ? { key, operator: 'Equals', values }
          : { key, operator, values },
      ),
    ),
  );
}
