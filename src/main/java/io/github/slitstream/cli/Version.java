package io.github.slitstream.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar; a run from the build's own folders has none. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[]{"slitstream " + (version == null ? "(not packaged)" : version)};
    }
}
