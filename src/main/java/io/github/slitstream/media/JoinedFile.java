package io.github.slitstream.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Films that were joined by copying one behind the other. Of MP4 and MOV files FFmpeg reads the first only; its demuxer
 * {@code concat} plays them as one when it is told where each begins.
 */
final class JoinedFile {
    /** Those that begin so late in a file are not looked for: each step may cost a disk a turn. */
    private static final int MOST_STEPS = 200_000;
    private static final int LONGEST_HEAD = 16;

    private JoinedFile() {}

    /** How a file is to be opened: as what it is, or as its parts. */
    static VideoInput input(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return VideoInput.file(path);
        }
        try (FileChannel file = FileChannel.open(path)) {
            List<Long> begins = begins(file);
            begins.add(file.size());
            return begins.size() > 2 ? joined(path, begins) : VideoInput.file(path);
        }
    }

    /** @param begins of the parts, and where the last one ends */
    private static VideoInput joined(Path path, List<Long> begins) {
        StringBuilder script = new StringBuilder("ffconcat version 1.0\n");
        for (int part = 0; part + 1 < begins.size(); part++) {
            String url = part(path, begins.get(part), begins.get(part + 1));
            script.append("file '").append(url.replace("'", "'\\''")).append("'\n");
        }
        String text = Base64.getEncoder().encodeToString(script.toString().getBytes(StandardCharsets.UTF_8));
        return VideoInput.parts(path, "data:text/plain;base64," + text, "concat",
                Map.of("safe", "0", "protocol_whitelist", "data,file,subfile"));
    }

    private static String part(Path path, long begin, long end) {
        return "subfile,,start," + begin + ",end," + end + ",,:" + path.toAbsolutePath();
    }

    /** A file of boxes begins with its kind, and says it once. */
    private static List<Long> begins(FileChannel file) throws IOException {
        List<Long> begins = new ArrayList<>();
        long at = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            ByteBuffer head = head(file, at);
            if (head.limit() < LONGEST_HEAD) {
                break;
            }
            if (isBox(head, "ftyp")) {
                begins.add(at);
            } else if (begins.isEmpty()) {
                break;
            }
            long size = head.getInt(0) & 0xffff_ffffL;
            long length = size == 1 ? head.getLong(8) : size;
            if (length < 8 || length > file.size() - at) {
                break;
            }
            at += length;
        }
        return begins;
    }

    private static ByteBuffer head(FileChannel file, long at) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(LONGEST_HEAD);
        for (int read = 0; head.hasRemaining() && read >= 0;) {
            read = file.read(head, at + head.position());
        }
        return head.flip();
    }

    private static boolean isBox(ByteBuffer head, String type) {
        return head.limit() == LONGEST_HEAD
                && head.getInt(4) == ByteBuffer.wrap(type.getBytes(StandardCharsets.US_ASCII)).getInt();
    }
}
