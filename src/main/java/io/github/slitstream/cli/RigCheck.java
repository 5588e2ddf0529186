package io.github.slitstream.cli;

import io.github.slitstream.kernel.matrix.RankKernels;
import io.github.slitstream.kernel.matrix.RankThreshold;
import io.github.slitstream.rig.CameraRig;
import io.github.slitstream.rig.CentreCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slitstream rig check}: tells which cameras and pairs have no epipolar geometry. */
@Command(name = "check", mixinStandardHelpOptions = true,
        description = "Tells which cameras have no centre and which pairs have one centre, so that their F is 0.")
@SuppressWarnings("NullAway") // picocli sets the fields
final class RigCheck implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CAMERAS", description = RigCommand.CAMERAS)
    private Path cameras;

    @Option(names = "--epsilon", paramLabel = "E",
            description = "Centres so near, as a share of the rig's size, count as one (${DEFAULT-VALUE}).")
    private double epsilon = CentreCheck.NEAR;

    @Option(names = "--list", paramLabel = "N", description = "Names so many of each kind at most (${DEFAULT-VALUE}).")
    private long most = 20;

    @Override
    public Integer call() throws IOException {
        if (!(epsilon >= RankThreshold.SMALLEST && epsilon < 1)) {
            throw new ParameterException(spec.commandLine(), "--epsilon takes a number above 0 and below 1");
        }
        if (most < 0) {
            throw new ParameterException(spec.commandLine(), "--list takes a whole number from 0");
        }
        PrintWriter out = spec.commandLine().getOut();
        CameraRig rig = RigCommand.read(cameras, spec.commandLine().getErr());
        CentreCheck check = new CentreCheck(rig, RankKernels.get());
        long all = (long) rig.size() * (rig.size() - 1) / 2;
        List<Integer> without = check.withoutCentre();
        without.stream().limit(most).forEach(camera -> out.println("no centre: " + name(rig, camera)));
        long[] same = new long[1];
        check.pairs(epsilon, (a, b) -> {
            if (same[0]++ < most) {
                out.println("same centre, F = 0: " + name(rig, a) + " and " + name(rig, b));
            }
        });
        out.printf(Locale.ROOT, "%d cameras, %d pairs: %d without a centre, %d of one centre%s%n", rig.size(), all,
                without.size(),
                same[0], Math.max(without.size(), same[0]) > most ? " (not all are listed)" : "");
        return 0;
    }

    private static String name(CameraRig rig, int camera) {
        String name = rig.cameras().get(camera).name();
        return name.equals(Integer.toString(camera)) ? name : camera + " (" + name + ")";
    }
}
