package io.github.slitstream.cli;

import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.live.LiveRun;
import io.github.slitstream.preset.PresetStore;
import io.github.slitstream.start.ClassArchive;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code slitstream archive-classes}: what the program itself starts in the background, see {@link ClassArchive}. */
@Command(name = ArchiveCommand.NAME, hidden = true,
        description = "Plays the demo for a moment without a display and archives the classes that this took.")
final class ArchiveCommand implements Callable<Integer> {
    static final String NAME = "archive-classes";
    private static final SourceRequest SCENE = new SourceRequest(SourceRequest.DEMO, 1280, 720, 30);
    private static final long PLAYED_MILLIS = 2_000;

    private final CommandEnvironment environment;

    ArchiveCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ClassArchive archive = ClassArchive.ofThisStart()
                .orElseThrow(() -> new IOException("no archive was named; start the program with bin/slitstream"));
        new LiveRun(SCENE, PresetStore.defaultPreset(), false).run(environment.sources(), environment.sinks(),
                environment.resizers(), environment.finders(), (player, start, folder) -> {
                    Thread.sleep(PLAYED_MILLIS);
                    return start;
                });
        archive.write();
        return 0;
    }
}
