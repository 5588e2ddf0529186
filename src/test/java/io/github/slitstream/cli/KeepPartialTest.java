package io.github.slitstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.media.MediaSinks;
import io.github.slitstream.media.MediaSources;
import io.github.slitstream.media.OpenCvFlow;
import io.github.slitstream.media.OpenCvResizer;
import io.github.slitstream.preset.PresetStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A render whose source breaks, and recordings that were left. */
class KeepPartialTest {
    private static final long LONGEST_NANOS = 10_000_000_000L;
    private static final int WHOLE = 12;

    @TempDir
    private Path folder;

    /** Whose work ends by being interrupted; null if by a source that breaks. */
    private @Nullable Thread stopped;
    private final StringWriter errors = new StringWriter();
    private final StringWriter answers = new StringWriter();

    @Test
    void aRenderThatFailsLeavesNothing() throws IOException {
        assertEquals(1, run("render", "demo:320x180@25", "-o", path("out.mp4"), "--frames", "25"));
        assertEquals("slitstream: the cable was pulled\n", errors.toString());
        assertEquals(List.of(), files());
    }

    @Test
    void unlessItIsToBeKept() throws IOException {
        assertEquals(1, run("render", "demo:320x180@25", "-o", path("out.mp4"), "--frames", "25", "--keep-partial"));
        assertEquals("slitstream: the cable was pulled; what was rendered before is in " + path("out.mp4") + "\n",
                errors.toString());
        assertEquals(List.of(folder.resolve("out.mp4")), files());
        int frames = frames(folder.resolve("out.mp4"));
        assertTrue(frames > 0 && frames <= WHOLE, frames + " frames");
    }

    @Test
    void whatWasStoppedIsKeptLikewise() throws IOException {
        stopped = Thread.currentThread();
        assertEquals(1, run("render", "demo:320x180@25", "-o", path("out.mp4"), "--frames", "25", "--keep-partial"));
        assertEquals("slitstream: stopped before it was done; what was rendered before is in " + path("out.mp4") + "\n",
                errors.toString());
        int frames = frames(folder.resolve("out.mp4"));
        assertTrue(frames > 0 && frames < 25, frames + " frames, pictures on their way being written");
    }

    @Test
    void aPartReplacesNoFile() throws IOException {
        Files.writeString(folder.resolve("out.mp4"), "precious");
        assertEquals(1, run("render", "demo:", "-o", path("out.mp4"), "--frames", "2", "--keep-partial"));
        assertTrue(errors.toString().contains("out.mp4 is there already"), errors.toString());
        assertEquals("precious", Files.readString(folder.resolve("out.mp4")));
    }

    @Test
    void whatIsNoRecordingIsSaidAndStays() throws IOException {
        Path broken = Files.write(folder.resolve("a.unfinished.mp4"), new byte[100]);
        assertEquals(1, run("recover", folder.toString()));
        assertTrue(errors.toString().startsWith("slitstream: " + broken.toAbsolutePath() + " holds no whole picture"),
                errors.toString());
        assertTrue(Files.exists(broken));
        Path matroska = Files.write(Files.createDirectory(folder.resolve("b")).resolve("b.unfinished.mkv"),
                new byte[300]);
        assertEquals(1, run("recover", matroska.toString()));
        assertTrue(errors.toString().contains("b.unfinished.mkv is damaged from its beginning on"), errors.toString());
        assertTrue(Files.exists(matroska));
        Path other = Files.write(folder.resolve("out.mp4"), new byte[100]);
        assertEquals(1, run("recover", other.toString()));
        assertTrue(errors.toString().contains("out.mp4 is no unfinished recording"), errors.toString());
        assertEquals(1, run("recover", path("nowhere.mp4")));
        assertTrue(errors.toString().contains("there is no file or folder " + path("nowhere.mp4")), errors.toString());
    }

    @Test
    void aFolderWithoutAnyIsSaid() {
        assertEquals(0, run("recover", folder.toString()), errors.toString());
        assertEquals("there is no unfinished recording in " + folder + "\n", answers.toString());
        assertFalse(errors.toString().contains("slitstream"));
    }

    private static int frames(Path file) throws IOException {
        try (FrameSource source = new MediaSources().open(SourceRequest.of(file.toString()))) {
            return (int) source.info().frames();
        }
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private int run(String... arguments) {
        Display none = new Display(true, Map.of(), library -> true, () -> true);
        CommandEnvironment environment = new CommandEnvironment(new Breaking(new MediaSources(), stopped),
                new MediaSinks(),
                OpenCvResizer::new, OpenCvFlow::new, new PresetStore(folder.resolve("presets")), none, folder,
                () -> false);
        return Main.run(environment, new PrintWriter(answers, true), new PrintWriter(errors, true), arguments);
    }

    /** Its sources give a few frames and break. */
    private record Breaking(SourceOpener whole, @Nullable Thread stopped) implements SourceOpener {
        @Override
        public FrameSource open(SourceRequest request) throws IOException {
            FrameSource source = whole.open(request);
            return new FrameSource() {
                private int read;

                @Override
                public SourceInfo info() {
                    return source.info();
                }

                @Override
                public long read(Frame frame) throws IOException {
                    if (++read > WHOLE) {
                        end();
                    }
                    return source.read(frame);
                }

                private void end() throws IOException {
                    if (stopped == null) {
                        throw new IOException("the cable was pulled");
                    }
                    stopped.interrupt();
                    LockSupport.parkNanos(LONGEST_NANOS); // until this thread is interrupted as well
                }

                @Override
                public void rewind() throws IOException {
                    source.rewind();
                }

                @Override
                public void close() {
                    source.close();
                }
            };
        }

        @Override
        public List<Camera> cameras() {
            return List.of();
        }
    }
}
