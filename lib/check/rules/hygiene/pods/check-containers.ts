import { type ObjectRule } from '../../../rule';
import { type ContainerWords, reportContainers } from './report-containers';

/** The check of a rule that says the same of the containers of every pod. */
export function checkContainers(words: ContainerWords): ObjectRule['check'] {
  return (entry, context) => {
    reportContainers(entry, context, words);
  };
}
