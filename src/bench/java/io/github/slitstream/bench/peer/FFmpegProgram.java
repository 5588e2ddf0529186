package io.github.slitstream.bench.peer;

import io.github.slitstream.frame.FrameSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code ffmpeg} program: at the other end of a pipe that carries packed BGRA, which is how scripts read and write
 * video, or from file to file.
 */
public final class FFmpegProgram {
    private static final String COMMAND = "ffmpeg";

    private FFmpegProgram() {}

    /** Reads the frames of a video, over and over. */
    public static final class Decoding implements Implementation, AutoCloseable {
        private final Process process;
        private final InputStream frames;
        private final int count;
        private final byte[] frame;

        /**
         * @param count frames of one run
         * @throws PeerMissing if there is no such program
         */
        public Decoding(Path video, FrameSize size, int count) throws IOException {
            this.count = count;
            process = start(List.of("-stream_loop", "-1", "-i", video.toString(), "-f", "rawvideo", "-pix_fmt", "bgra",
                    "-"), Redirect.PIPE);
            frames = process.getInputStream();
            frame = new byte[(int) size.bytes()];
        }

        @Override
        public long nanos(int times) throws IOException {
            long begun = System.nanoTime();
            for (int i = 0; i < times * count; i++) {
                if (frames.readNBytes(frame, 0, frame.length) < frame.length) {
                    throw new IOException(COMMAND + " ended");
                }
            }
            return System.nanoTime() - begun;
        }

        @Override
        public MemorySegment result() {
            return MemorySegment.ofArray(frame);
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    /** Writes frames into a video. */
    public static final class Encoding implements AutoCloseable {
        private final Process process;
        private final OutputStream frames;

        /**
         * @param options of the encoder
         * @throws PeerMissing if there is no such program
         */
        public Encoding(Path video, FrameSize size, double framesPerSecond, List<String> options) throws IOException {
            List<String> words = new ArrayList<>(List.of("-f", "rawvideo", "-pix_fmt", "bgra", "-video_size",
                    size.width() + "x" + size.height(), "-framerate", Double.toString(framesPerSecond), "-i", "-"));
            words.addAll(options);
            words.addAll(List.of("-pix_fmt", "yuv420p", "-y", video.toString()));
            process = start(words, Redirect.DISCARD);
            frames = process.getOutputStream();
        }

        public void write(byte[] frame) throws IOException {
            frames.write(frame);
        }

        /** Completes the video. */
        public void finish() throws IOException {
            frames.close();
            end(process);
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    /**
     * Makes a video of another and returns when it is complete.
     *
     * @param options of the encoder
     * @throws PeerMissing if there is no such program
     */
    public static void transcode(Path from, Path to, List<String> options) throws IOException {
        List<String> words = new ArrayList<>(List.of("-nostdin", "-i", from.toString()));
        words.addAll(options);
        words.addAll(List.of("-y", to.toString()));
        end(start(words, Redirect.DISCARD));
    }

    private static void end(Process process) throws IOException {
        try {
            if (process.waitFor() != 0) {
                throw new IOException(COMMAND + " failed with exit code " + process.exitValue());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("stopped while encoding", e);
        }
    }

    private static Process start(List<String> words, Redirect output) throws IOException {
        List<String> call = new ArrayList<>(List.of(COMMAND, "-v", "quiet"));
        call.addAll(words);
        try {
            return new ProcessBuilder(call).redirectOutput(output).redirectError(Redirect.DISCARD).start();
        } catch (IOException noSuchProgram) {
            throw new PeerMissing("there is no program " + COMMAND);
        }
    }
}
