import { type LabelRequirement } from '../label-index';
import { type Selector } from './selector';

/** What a label selector asks for, as indexes by labels take it. `Gt` and `Lt`, which such selectors have not, are left out. */
export function labelRequirements(selector: Exclude<Selector, 'nothing'>): readonly LabelRequirement[] {
  return selector.requirements.flatMap(({ key, operator, values }): readonly LabelRequirement[] => {
    switch (operator) {
      case 'Exists':
      case 'DoesNotExist':
        return [{ key, operator }];
      case 'NotIn':
      case 'NotEquals':
        return [{ key, operator: 'NotIn', values }];
      case 'In':
      case 'Equals':
      case 'DoubleEquals':
        return [{ key, operator: 'In', values }];
      case 'Gt':
      case 'Lt':
        return [];
    }
  });
}
