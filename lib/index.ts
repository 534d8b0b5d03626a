export { type JsonObject, type JsonValue } from './model/json-value';
export { type Manifest, type ManifestMetadata } from './model/manifest';
