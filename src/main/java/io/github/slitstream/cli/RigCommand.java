package io.github.slitstream.cli;

import io.github.slitstream.rig.CameraFiles;
import io.github.slitstream.rig.CameraRig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code slitstream rig}: what can be worked out of cameras whose places are known. */
@Command(name = "rig", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
        description = "Works with cameras whose places are known.")
@SuppressWarnings("NullAway") // picocli sets the field
final class RigCommand implements Runnable {
    static final String CAMERAS = "Projection matrices as .npy (n, 3, 4); K, R, t or P as YAML or JSON; the folder of a"
            + " COLMAP text model; or OpenCV calibration as YAML or XML.";

    @Spec
    private CommandSpec spec;

    /** With all its commands. */
    static CommandLine line(CommandEnvironment environment) {
        return new CommandLine(new RigCommand()).addSubcommand(new RigFundamental(environment))
                .addSubcommand(new RigCheck());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "say which: " + String.join(", ", spec.subcommands().keySet()));
    }

    /** Reads cameras and tells what was left out of them. */
    static CameraRig read(Path cameras, PrintWriter err) throws IOException {
        CameraRig rig = CameraFiles.read(cameras);
        rig.remarks().forEach(remark -> err.println("slitstream: " + cameras + ": " + remark));
        return rig;
    }
}
