// The bill of materials of the release zip: CycloneDX 1.6, as JSON.
import {Enums, Models, Serialize, Spec, Validation} from '@cyclonedx/cyclonedx-library';

const VERSION = Spec.Spec1dot6;

/** The address of a package of npm, in the form of purl. */
const npmPurl = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** A component with its licence; `options` as the library has them. */
const component = (type, name, license, options) => {
  const made = new Models.Component(type, name, options);
  made.licenses.add(new Models.SpdxLicense(license));
  return made;
};

/** A package of npm. */
const packageComponent = ({name, version, license}) => {
  const purl = npmPurl(name, version);
  return component(Enums.ComponentType.Library, name, license, {version, purl, bomRef: purl});
};

/**
 * A bill of `packages` (`{name, version, license}`) that are inside, and of `files` (`{name, hash}`), for a release
 * (`{name, version, license}`). It has no date and no serial number: the same release has the same bytes.
 */
export const sbomOf = (release, packages, files) => {
  const bom = new Models.Bom();
  const whole = packageComponent(release);
  bom.metadata.component = whole;
  for (const one of packages) {
    const part = packageComponent(one);
    whole.dependencies.add(part.bomRef);
    bom.components.add(part);
  }
  for (const {name, hash} of files) {
    const hashes = new Models.HashDictionary([[Enums.HashAlgorithm['SHA-256'], hash]]);
    bom.components.add(component(Enums.ComponentType.File, name, release.license, {bomRef: name, hashes}));
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(VERSION));
  return `${serializer.serialize(bom, {sortLists: true, space: 2})}\n`;
};

/** What is wrong with a bill by the schema of CycloneDX; null where nothing is. */
export const sbomIssue = (json) => new Validation.JsonStrictValidator(VERSION.version).validate(json);
