/** Labels that a service mesh puts on pods when they are made. */
const INJECTED = /(?:^|\.)(?:istio|linkerd)\.io\//;

/** Whether pods may have a label of that key though no manifest gives it to them. */
export function isInjectedLabel(key: string): boolean {
  return INJECTED.test(key);
}
