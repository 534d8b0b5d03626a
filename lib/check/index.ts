export { check } from './check';
export { type CheckOptions } from './check-options';
export { type KubewrightConfig, type PathSettings, type Severities, type SeveritySetting } from './config';
export { defineConfig } from './define-config';
export { defineRule, type ExamplesDefinition, type RuleDefinition } from './define-rule';
export { type External, type ExternalObjects, type ExternalResource } from './external/external';
export {
  type ExternalNode,
  type ExternalNodes,
  type ExternalTaint,
  type NodeManifest,
} from './external/external-node';
export { type ClusterPodSecurity } from './pod-security/cluster-pod-security';
export { type PodSecurityLevel } from './pod-security/level';
export { type PodSecurityVersion } from './pod-security/policy-version';
export { type ExternalIndex } from './external/external-index';
export { type Finding, type OtherPlace } from './finding';
export { type ObjectRule, type Rule, type RuleFacts, type SetRule } from './rule';
export { type CheckContext, type RuleContext } from './rule-context';
export { type JsonObject, type JsonValue } from '../model/json-value';
export { type KubernetesVersion } from '../model/kubernetes-version';
export { type Allowance } from '../model/allowance';
export { type SourceSpan } from '../model/source-span';
export { type PodTemplate } from '../model/pod-template';
export { type RuleExample } from './rule-example';
export { ruleProblems } from './example/rule-problems';
export { RULES } from './rules/index.gen';
export { ObjectSet, type ObjectSetOptions, type PodSource } from '../model/object-set';
export { type ObjectEntry, type ObjectInput } from '../model/object-entry';
export {
  type Diagnostic,
  type DiagnosticSpan,
  type ObjectRef,
  type Severity,
} from '../diagnostics/diagnostic';
