// The bill of materials of the release zip: CycloneDX 1.6, as JSON.
import {Enums, Models, Serialize, Spec, Validation} from '@cyclonedx/cyclonedx-library';

const VERSION = Spec.Spec1dot6;

const component = (type, {name, version, license, purl, hashes = []}) => {
  const made = new Models.Component(type, name, {version, purl, bomRef: purl ?? name});
  made.licenses.add(new Models.SpdxLicense(license));
  for (const hash of hashes) made.hashes.set(Enums.HashAlgorithm['SHA-256'], hash);
  return made;
};

/** The address of a package of npm, in the form of purl. */
export const npmPurl = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/**
 * A bill of `packages` (`{name, version, license}`) that are inside, and of `files` (`{name, hash}`), for a release
 * (`{name, version, license}`). It has no date and no serial number: the same release has the same bytes.
 */
export const sbomOf = (release, packages, files) => {
  const bom = new Models.Bom();
  const whole = component(Enums.ComponentType.Library, {...release, purl: npmPurl(release.name, release.version)});
  bom.metadata.component = whole;
  for (const one of packages) {
    const part = component(Enums.ComponentType.Library, {...one, purl: npmPurl(one.name, one.version)});
    whole.dependencies.add(part.bomRef);
    bom.components.add(part);
  }
  for (const {name, hash} of files)
    bom.components.add(component(Enums.ComponentType.File, {name, license: release.license, hashes: [hash]}));
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(VERSION));
  return `${serializer.serialize(bom, {sortLists: true, space: 2})}\n`;
};

/** What is wrong with a bill by the schema of CycloneDX; null where nothing is. */
export const sbomIssue = (json) => new Validation.JsonStrictValidator(VERSION.version).validate(json);
