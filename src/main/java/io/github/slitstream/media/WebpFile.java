package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_WEBP;

import io.github.slitstream.frame.FrameSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The chunks of a WebP file.
 *
 * @param canvas size of an animation's pictures
 * @param frames of an animation, empty for a still
 * @param orientation as its Exif says
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WebpFile(byte[] bytes, String name, FrameSize canvas, List<Frame> frames, Orientation orientation)
        implements
            PictureFile {
    private static final int FIRST_CHUNK = 12;
    private static final int HEAD = 8;
    private static final int FRAME_HEAD = 16;
    private static final int ANIMATION = 0x02;
    private static final byte ALPHA = 0x10;

    /**
     * A part of the canvas that changes.
     *
     * @param blended whether it is laid over what is there, and does not take its place
     * @param cleared whether its part of the canvas becomes transparent afterwards
     * @param from where its chunks begin
     */
    record Frame(int x, int y, int width, int height, int milliseconds, boolean blended, boolean cleared, int from,
            int to) {}

    private record Chunk(String kind, int from, int to) {}

    /** @throws IOException if it is cut short or the canvas is too large */
    static WebpFile read(byte[] bytes, String name) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < FIRST_CHUNK + HEAD || HEAD + Integer.toUnsignedLong(file.getInt(4)) > bytes.length) {
            throw new IOException(name + " is cut short; copy it again");
        }
        boolean animated = false;
        FrameSize canvas = new FrameSize(1, 1);
        List<Frame> frames = new ArrayList<>();
        Orientation orientation = Orientation.UPRIGHT;
        for (Chunk chunk : chunks(file, FIRST_CHUNK, bytes.length)) {
            int at = chunk.from;
            int length = chunk.to - at;
            if (chunk.kind.equals("VP8X") && length >= 10) {
                animated = (bytes[at] & ANIMATION) != 0;
                canvas = PictureLimits.check(1 + three(file, at + 4), 1 + three(file, at + 7), name);
            } else if (chunk.kind.equals("ANMF") && animated && length >= FRAME_HEAD) {
                frames.add(frame(file, chunk));
            } else if (chunk.kind.equals("EXIF")) {
                orientation = TiffDirectory.orientation(exif(bytes, chunk));
            }
        }
        return new WebpFile(bytes, name, canvas, List.copyOf(frames), orientation);
    }

    private static Frame frame(ByteBuffer file, Chunk chunk) {
        int at = chunk.from;
        byte flags = file.get(at + 15);
        return new Frame(2 * three(file, at), 2 * three(file, at + 3), 1 + three(file, at + 6),
                1 + three(file, at + 9), three(file, at + 12), (flags & 2) == 0, (flags & 1) != 0, at + FRAME_HEAD,
                chunk.to);
    }

    /** Some writers put the mark of JPEG's segment before it. */
    private static byte[] exif(byte[] bytes, Chunk chunk) {
        boolean marked = chunk.to - chunk.from > 6 && bytes[chunk.from] == 'E' && bytes[chunk.from + 4] == 0;
        return Arrays.copyOfRange(bytes, marked ? chunk.from + 6 : chunk.from, chunk.to);
    }

    private static List<Chunk> chunks(ByteBuffer file, int from, int to) {
        List<Chunk> chunks = new ArrayList<>();
        long at = from;
        while (at + HEAD <= to) {
            int start = (int) at + HEAD;
            long length = Integer.toUnsignedLong(file.getInt((int) at + 4));
            int end = (int) Math.min(to, start + length); // of a file cut short
            byte[] kind = new byte[4];
            file.get((int) at, kind);
            chunks.add(new Chunk(new String(kind, StandardCharsets.ISO_8859_1), start, end));
            at = start + length + length % 2;
        }
        return chunks;
    }

    private static int three(ByteBuffer file, int at) {
        return Short.toUnsignedInt(file.getShort(at)) | (Byte.toUnsignedInt(file.get(at + 2)) << 16);
    }

    boolean isAnimated() {
        return frames.size() > 1;
    }

    /** An animation is no still: {@link AnimatedWebp} plays it. */
    @Override
    public int pages() {
        return isAnimated() ? frames.size() : 1;
    }

    @Override
    public StillPicture page(int page) throws IOException {
        return (frames.isEmpty() ? PictureCodec.decode(AV_CODEC_ID_WEBP, bytes, name) : decode(frames.getFirst()))
                .upright(orientation);
    }

    /** A frame of an animation, of its own size: its chunks are a still WebP but for their head. */
    StillPicture decode(Frame frame) throws IOException {
        ByteBuffer still = ByteBuffer.allocate(frame.to - frame.from + 64).order(ByteOrder.LITTLE_ENDIAN);
        still.put(ascii("RIFF")).putInt(0).put(ascii("WEBP"));
        List<Chunk> chunks = chunks(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), frame.from, frame.to);
        if (chunks.stream().anyMatch(chunk -> chunk.kind.equals("ALPH"))) {
            still.put(ascii("VP8X")).putInt(10).putInt(ALPHA);
            putThree(still, frame.width - 1);
            putThree(still, frame.height - 1);
        }
        still.put(bytes, frame.from, frame.to - frame.from);
        still.putInt(4, still.position() - 8);
        StillPicture picture = PictureCodec.decode(AV_CODEC_ID_WEBP, Arrays.copyOf(still.array(), still.position()),
                name);
        if (!picture.size().equals(new FrameSize(frame.width, frame.height))) {
            throw new IOException(name + " is damaged: a frame is not of the size that it says; save it again");
        }
        return picture;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void putThree(ByteBuffer to, int number) {
        to.putShort((short) number).put((byte) (number >> 16));
    }
}
