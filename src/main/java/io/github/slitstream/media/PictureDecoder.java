package io.github.slitstream.media;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceRequest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens the files of still pictures that are not left to FFmpeg. The first bytes tell what they are. */
final class PictureDecoder {
    private static final String JPEG = "\u00ff\u00d8\u00ff";
    private static final int MAGIC_BYTES = 18;
    private static final long LARGEST_FILE = Integer.MAX_VALUE - 8;

    private static final Set<String> HEIF = Set.of("heic", "heix", "heim", "heis", "mif1", "avif");

    private PictureDecoder() {}

    /**
     * Opens what is in a file: a still, pages, an animation that FFmpeg does not know.
     *
     * @return null if this is something else, which is left to FFmpeg
     * @throws IOException if the file is damaged, too large or would be shown wrong
     */
    static @Nullable FrameSource source(Path file, SourceRequest request) throws IOException {
        String address = request.address();
        PictureFile pictures = open(file, address);
        if (pictures instanceof WebpFile webp && webp.isAnimated()) {
            return new AnimatedWebp(webp, file, address);
        }
        return pictures == null ? null : PictureSource.file(address, file, pictures, request.framesPerSecond());
    }

    /**
     * @param name for messages
     * @return null if this is something else, or pictures that move
     * @throws IOException if the file is damaged or too large
     */
    static @Nullable PictureFile open(Path file, String name) throws IOException {
        String magic = magic(file);
        if (magic.startsWith(JPEG)) {
            return jpeg(file, name);
        }
        if (magic.startsWith("\u0089PNG")) {
            PngChunks chunks = PngChunks.read(bytes(file, name));
            return chunks.animated() ? null : PictureFile.of(() -> chunks.decode(name));
        }
        if (magic.startsWith("II*\0") || magic.startsWith("MM\0*")) {
            return new TiffPages(bytes(file, name), name);
        }
        if (magic.startsWith("RIFF") && magic.startsWith("WEBP", 8)) {
            return WebpFile.read(bytes(file, name), name);
        }
        if (magic.startsWith("GIF8")) {
            boolean moves = new EncodedImage(bytes(file, name), "gif", name).count() > 1;
            return moves ? null : PictureFile.of(() -> decodedByFfmpeg(file, name));
        }
        if (magic.startsWith("BM")) {
            EncodedImage image = new EncodedImage(bytes(file, name), "bmp", name);
            return PictureFile.of(() -> ExactSamples.picture(image.read(0)));
        }
        if (isGreyTargaWithAlpha(magic)) {
            throw new IOException(
                    name + " is a Targa picture of grey and alpha, whose samples would be read as colours;"
                            + " save it as PNG");
        }
        return magic.startsWith("ftyp", 4) ? grid(file, name) : null;
    }

    static boolean isJpeg(Path file) throws IOException {
        return Files.isRegularFile(file) && magic(file).startsWith(JPEG);
    }

    /** Targa files say no name: a header without colour map, grey, at the origin, 16 bits a pixel. */
    private static boolean isGreyTargaWithAlpha(String magic) {
        return magic.length() == MAGIC_BYTES && (magic.startsWith("\0\3", 1) || magic.startsWith("\0\13", 1))
                && magic.startsWith("\0\0\0\0\0", 3) && magic.charAt(16) == 16;
    }

    private static @Nullable PictureFile grid(Path file, String name) throws IOException {
        StillPicture composed = HEIF.contains(magic(file).substring(8, 12)) ? TileGrid.decode(file, name) : null;
        return composed == null ? null : PictureFile.of(() -> composed);
    }

    /** A stream of JPEGs one behind another is a video, of any length. */
    private static @Nullable PictureFile jpeg(Path file, String name) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            return null;
        }
        byte[] bytes = bytes(file, name);
        JpegHeader header = JpegHeader.read(bytes);
        return header.isFollowedByAnother() ? null : PictureFile.of(() -> JpegPicture.decode(bytes, header, name));
    }

    /** The first bytes of a file, one character each. */
    static String magic(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MAGIC_BYTES), StandardCharsets.ISO_8859_1);
        }
    }

    private static byte[] bytes(Path file, String name) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new IOException(name + " has more than 2 GB; scale the picture down first");
        }
        return Files.readAllBytes(file);
    }

    /** FFmpeg puts the frame of a GIF in its place on the screen. */
    private static StillPicture decodedByFfmpeg(Path file, String name) throws IOException {
        FFmpegLibraries.load();
        try (FrameSource source = VideoSource.open(VideoInput.file(file), name, name, 1);
                Arena arena = Arena.ofConfined()) {
            Frame frame = Frame.allocate(source.info().size(), arena);
            source.read(frame);
            return StillPicture.of(frame);
        } catch (FFmpegException failure) {
            throw new IOException(name + " is not a picture that can be read (" + failure.reason()
                    + "); save it again, best as PNG", failure);
        }
    }
}
