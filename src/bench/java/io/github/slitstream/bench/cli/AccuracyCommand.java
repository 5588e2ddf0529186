package io.github.slitstream.bench.cli;

import io.github.slitstream.bench.accuracy.DemoMoments;
import io.github.slitstream.bench.accuracy.LeftOutFrames;
import io.github.slitstream.cli.InterruptOnShutdown;
import io.github.slitstream.engine.flow.FlowPorts;
import io.github.slitstream.engine.flow.FlowQuality;
import io.github.slitstream.engine.flow.FlowSize;
import io.github.slitstream.engine.flow.RingFlow;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.media.MediaSinks;
import io.github.slitstream.media.MediaSources;
import io.github.slitstream.media.OpenCvFlow;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slitstream bench accuracy}: how near moments between frames come to the truth. */
@Command(name = "accuracy", mixinStandardHelpOptions = true, description = {
    "Tells in decibels how near moments made between frames come to the truth, how long that takes, and how much "
            + "memory.",
    "Without files: the demo under two patterns, against the demo drawn at every pixel's own moment. Of videos every "
            + "second frame is left out and made again from its neighbours, along the flow as it is found live in "
            + "each size and as a render finds it."})
@SuppressWarnings("NullAway") // picocli sets the fields
final class AccuracyCommand implements Callable<Integer> {
    private static final double DEMO_RATE = 30;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "VIDEO", description = "Videos whose frames are left out and made again.")
    private List<String> videos = List.of();

    @Option(names = "--width", paramLabel = "W", description = "Of the demo; 1280 if not given.")
    private int width = 1280;

    @Option(names = "--height", paramLabel = "H", description = "Of the demo; 720 if not given.")
    private int height = 720;

    @Option(names = "--frames", paramLabel = "N",
            description = "How far back the demo looks, or how many frames of a video are made again; 58 if not given.")
    private int frames = 58;

    @Option(names = "--pictures", paramLabel = "FOLDER",
            description = "Writes the demo's pictures there, as PNG, and details of them side by side: blended, along the "
                    + "motion, exact.")
    private @Nullable Path pictures;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (InterruptOnShutdown _ = new InterruptOnShutdown()) {
            if (videos.isEmpty()) {
                demo(ports(FlowQuality.DRAFT), out);
            }
            for (String video : videos) {
                for (FlowSize size : List.of(FlowSize.HALF, FlowSize.QUARTER, FlowSize.EIGHTH)) {
                    leftOut(video, size.words(), FlowQuality.DRAFT, flow -> flow.findNewest(size));
                }
                for (FlowQuality quality : List.of(FlowQuality.GOOD, FlowQuality.BEST)) {
                    leftOut(video, "render " + quality.id(), quality, RingFlow::findNewest);
                }
            }
        }
        return 0;
    }

    private FlowPorts ports(FlowQuality quality) {
        return new FlowPorts(OpenCvFlow::new, quality, spec.commandLine().getErr()::println);
    }

    private void demo(FlowPorts ports, PrintWriter out) throws IOException {
        out.println("pattern    way           dB   find, ms   make, ms   MB a frame");
        new DemoMoments(new MediaSources(), ports, new FrameSize(width, height), DEMO_RATE, frames).results(this::keep)
                .forEach(result -> out.println(String.format(Locale.ROOT, "%-10s %-10s %5.1f %10.1f %10.1f %12.1f",
                        result.pattern(), result.way().name(), result.decibels(), result.millisToFind(),
                        result.millisToMake(), result.bytes() / 1e6)));
    }

    private void keep(String name, Frame picture) throws IOException {
        if (pictures == null) {
            return;
        }
        Files.createDirectories(pictures);
        String file = pictures.resolve(name + ".png").toString();
        try (Sink sink = new MediaSinks().open(SinkRequest.silent(file, picture.size(), DEMO_RATE))) {
            sink.write(picture, 0);
            sink.finish();
        }
    }

    private void leftOut(String video, String way, FlowQuality quality, Consumer<RingFlow> finding)
            throws IOException {
        try (FrameSource source = new MediaSources().open(SourceRequest.of(video))) {
            LeftOutFrames.Result result = new LeftOutFrames(ports(quality), finding, frames).of(source);
            spec.commandLine().getOut().println(String.format(Locale.ROOT,
                    "%s, %s: %d frames, linear %.2f dB, along it %.2f dB, at the least %+.2f dB in frame %d", video,
                    way,
                    result.frames(), result.linear(), result.along(), result.worst(), result.worstFrame()));
        }
    }
}
