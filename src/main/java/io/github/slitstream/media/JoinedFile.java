package io.github.slitstream.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Films that were joined by copying one behind the other. Of some formats FFmpeg reads the first only; its demuxer
 * {@code concat} plays them as one when it is told where each begins.
 */
final class JoinedFile {
    /** Those that begin so late in a file are not looked for: each step may cost a disk a turn. */
    private static final int MOST_STEPS = 200_000;
    /** Bytes at the beginning of a piece that say what it is and how long. */
    private static final int HEAD = 24;
    private static final int SHORTEST = 8;
    /** What is longer comes of a time stamp that is not there. */
    private static final double LONGEST_SECONDS = 1e6;

    private JoinedFile() {}

    /** How a file is to be opened: as what it is, or as its parts. */
    static VideoInput input(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return VideoInput.file(path);
        }
        try (FileChannel file = FileChannel.open(path)) {
            Layout layout = Layout.of(head(file, 0));
            if (layout == null) {
                return VideoInput.file(path);
            }
            List<Long> begins = begins(file, layout);
            begins.add(file.size());
            return begins.size() > 2 ? joined(path, begins, layout) : VideoInput.file(path);
        }
    }

    /** @param begins of the parts, and where the last one ends */
    private static VideoInput joined(Path path, List<Long> begins, Layout layout) throws IOException {
        List<String> urls = new ArrayList<>();
        for (int part = 0; part + 1 < begins.size(); part++) {
            urls.add(part(path, begins.get(part), begins.get(part + 1)));
        }
        List<Double> lengths = layout.saysItsLength() ? List.of() : lengths(path, urls);
        StringBuilder script = new StringBuilder("ffconcat version 1.0\n");
        for (int part = 0; part < urls.size(); part++) {
            script.append("file '").append(urls.get(part).replace("'", "'\\''")).append("'\n");
            if (part < lengths.size()) {
                script.append(String.format(Locale.ROOT, "duration %.6f\n", lengths.get(part)));
            }
        }
        String text = Base64.getEncoder().encodeToString(script.toString().getBytes(StandardCharsets.UTF_8));
        return VideoInput.parts(path, "data:text/plain;base64," + text, "concat",
                Map.of("safe", "0", "protocol_whitelist", "data,file,subfile"));
    }

    /** How long each part but the last is, as far as it can be told. */
    private static List<Double> lengths(Path path, List<String> urls) throws IOException {
        List<Double> lengths = new ArrayList<>();
        try {
            FFmpegLibraries.load();
            PartTimes before = PartTimes.of(VideoInput.parts(path, urls.getFirst(), "", Map.of()));
            for (String url : urls.subList(1, urls.size())) {
                PartTimes next = PartTimes.of(VideoInput.parts(path, url, "", Map.of()));
                double length = before.secondsUntil(next);
                if (!(length > 0 && length < LONGEST_SECONDS)) {
                    break;
                }
                lengths.add(length);
                before = next;
            }
            return lengths;
        } catch (FFmpegException damaged) {
            return lengths;
        }
    }

    private static String part(Path path, long begin, long end) {
        return "subfile,,start," + begin + ",end," + end + ",,:" + path.toAbsolutePath();
    }

    /** Walks over what a file consists of, as far as it is as long as it says. */
    private static List<Long> begins(FileChannel file, Layout layout) throws IOException {
        List<Long> begins = new ArrayList<>();
        long at = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            ByteBuffer head = head(file, at);
            if (head.limit() < HEAD) {
                break;
            }
            if (layout.begins(head)) {
                begins.add(at);
            }
            long length = layout.length(head);
            if (length < SHORTEST || length > file.size() - at) {
                break;
            }
            at += length;
        }
        return begins;
    }

    private static ByteBuffer head(FileChannel file, long at) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        for (int read = 0; head.hasRemaining() && read >= 0;) {
            read = file.read(head, at + head.position());
        }
        return head.flip();
    }

    /** What files consist of that FFmpeg reads the first part of only: pieces that each begin with their length. */
    private enum Layout {
        /** MP4 and MOV: boxes, of which the first says the kind of file. */
        BOXES {
            @Override
            boolean begins(ByteBuffer head) {
                return says(head, 4, "ftyp");
            }

            @Override
            long length(ByteBuffer head) {
                long size = head.getInt(0) & 0xffff_ffffL;
                return size == 1 ? head.getLong(8) : size;
            }
        },
        /** AVI: one chunk, and beyond a gigabyte more of them, of another kind. */
        RIFF {
            @Override
            boolean begins(ByteBuffer head) {
                return says(head, 0, "RIFF") && says(head, 8, "AVI ");
            }

            @Override
            long length(ByteBuffer head) {
                long size = Integer.reverseBytes(head.getInt(4)) & 0xffff_ffffL;
                return 8 + size + size % 2;
            }
        },
        /** FLV: a header, and tags with their lengths before and behind them. */
        TAGS {
            @Override
            boolean begins(ByteBuffer head) {
                return says(head, 0, "FLV\u0001");
            }

            @Override
            long length(ByteBuffer head) {
                return Integer.BYTES
                        + (begins(head) ? head.getInt(5) & 0xffff_ffffL : 11 + (head.getInt(0) & 0xff_ffff));
            }
        },
        /** WMV, ASF: objects, of which the first is the header. */
        OBJECTS {
            @Override
            boolean begins(ByteBuffer head) {
                return head.getLong(0) == 0x3026_b275_8e66_cf11L && head.getLong(8) == 0xa6d9_00aa_0062_ce6cL;
            }

            @Override
            long length(ByteBuffer head) {
                return Long.reverseBytes(head.getLong(16));
            }
        };

        /** None of what is shorter. */
        static @Nullable Layout of(ByteBuffer firstHead) {
            if (firstHead.limit() < HEAD) {
                return null;
            }
            return Arrays.stream(values()).filter(layout -> layout.begins(firstHead)).findFirst().orElse(null);
        }

        /** Whether the length that a part says is that of its pictures. */
        boolean saysItsLength() {
            return this == BOXES || this == RIFF;
        }

        /** Whether a part begins with this piece. */
        abstract boolean begins(ByteBuffer head);

        /** Bytes of the piece. */
        abstract long length(ByteBuffer head);

        private static boolean says(ByteBuffer head, int at, String type) {
            return head.getInt(at) == ByteBuffer.wrap(type.getBytes(StandardCharsets.US_ASCII)).getInt();
        }
    }
}
