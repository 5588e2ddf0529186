package io.github.slitstream.view.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkOpener;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.media.MediaSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of what was recorded, and what becomes of its files. */
class KeptRecordingsTest {
    @TempDir
    private Path folder;

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<Notice> notices = new ArrayList<>();
    private final KeptRecordings kept = new KeptRecordings(new MediaSources(), new Recovering(), new NoDesktop(),
            new Tasks(waiting::add, Runnable::run), notices::add);

    @Test
    void whatWasLeftIsListedWhenItIsComplete() throws IOException {
        Path take = Files.createDirectory(folder.resolve("take"));
        Files.createFile(folder.resolve("film.unfinished.mp4"));
        Files.createFile(take.resolve("sound.unfinished.wav"));
        kept.recover(folder);
        runAll();
        assertEquals(List.of(take, folder.resolve("film.mp4")),
                kept.list().stream().map(KeptRecording::file).toList(), "sound stands for its pictures");
        assertTrue(kept.list().stream().allMatch(each -> each.detail().equals("recovered")));
        assertEquals(2, notices.size());
    }

    @Test
    void aNewNameReplacesNone() throws IOException {
        Path other = Files.writeString(folder.resolve("other.mp4"), "precious");
        kept.add(Files.createFile(folder.resolve("film.mp4")), "00:01");
        for (String folders : List.of("x/y", "/x")) {
            assertEquals("'" + folders + "' is no name of a file: leave out what separates folders.",
                    kept.rename(kept.list().getFirst(), folders));
        }
        assertEquals("", kept.rename(kept.list().getFirst(), "other"));
        runAll();
        assertEquals("precious", Files.readString(other));
        assertEquals(folder.resolve("film.mp4"), kept.list().getFirst().file());
        assertEquals("Not renamed: " + other + " is there already; choose another name", notices.getFirst().text());
        kept.rename(kept.list().getFirst(), "another");
        runAll();
        assertEquals(folder.resolve("another.mp4"), kept.list().getFirst().file());
        assertTrue(Files.exists(folder.resolve("another.mp4")));
    }

    private void runAll() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    /** Completes by another name. */
    private final class Recovering implements SinkOpener {
        @Override
        public Sink open(SinkRequest request) throws IOException {
            throw new IOException("nothing is recorded");
        }

        @Override
        public List<Path> unfinished(Path place) {
            return List.of(folder.resolve("film.unfinished.mp4"), folder.resolve("take/sound.unfinished.wav"));
        }

        @Override
        public Path recover(Path unfinished) throws IOException {
            return Files.move(unfinished, Path.of(unfinished.toString().replace(".unfinished", "")));
        }
    }

    private record NoDesktop() implements DesktopFiles {
        @Override
        public void show(Path file) {}

        @Override
        public void moveToBin(Path file) {}
    }
}
