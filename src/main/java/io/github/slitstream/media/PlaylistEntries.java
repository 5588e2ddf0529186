package io.github.slitstream.media;

import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceRequest;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder that can be played, in the order of their names, and when each begins. A video is asked at once
 * how long it is; pictures are opened only when their turn comes, for a folder may hold thousands. An entry that turns
 * out longer, shorter or not readable moves those behind it.
 */
final class PlaylistEntries {
    /** How long a picture stands among videos; where there are pictures only, each is a frame. */
    private static final double STANDING_SECONDS = 5;
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "bmp", "tif", "tiff", "webp", "heic",
            "heif", "avif");

    private final SourceRequest request;
    private final OpensFile opener;
    private final List<Path> files = new ArrayList<>();
    private final List<Long> lengths = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    /** Of the first file that has any; null if none has. */
    private @Nullable SoundFormat sound;
    private final boolean picturesOnly;
    private final double standingSeconds;

    /** Opens one file as if it had been asked for alone. */
    @FunctionalInterface
    interface OpensFile {
        FrameSource open(SourceRequest request) throws IOException;
    }

    /**
     * @param request its address is the folder, the rest is as each file is asked for
     * @throws IOException if the folder cannot be read
     */
    PlaylistEntries(Path folder, SourceRequest request, OpensFile opener) throws IOException {
        this.request = request;
        this.opener = opener;
        boolean videos = false;
        for (Path file : candidates(folder)) {
            long nanos = isPicture(file) ? 0 : videoNanos(file);
            if (nanos >= 0) {
                files.add(file);
                lengths.add(nanos);
                videos |= nanos > 0;
            }
        }
        picturesOnly = !videos;
        standingSeconds = videos ? STANDING_SECONDS : 1 / request.framesPerSecond();
        lengths.replaceAll(nanos -> nanos > 0 ? nanos : Math.round(standingSeconds * 1e9));
    }

    private static List<Path> candidates(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                if (Files.isRegularFile(file) && !name(file).startsWith(".")) {
                    found.add(file);
                }
            }
        }
        found.sort(Comparator.comparing(PlaylistEntries::name, NaturalOrder.BY_NUMBERS));
        return found;
    }

    private static boolean isPicture(Path file) {
        String name = name(file);
        return PICTURES.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** 0 of what turns out a picture, less if it cannot be played. */
    private long videoNanos(Path file) {
        try (FrameSource video = opener.open(asked(file))) {
            SourceInfo info = video.info();
            sound = sound == null ? video.sound() : sound;
            return info.isStill() ? 0 : Math.max(1, info.durationNanos());
        } catch (IOException refusal) {
            unreadable.add(name(file));
            return -1;
        }
    }

    /** The format of the first sound among the files; null if there is none. */
    @Nullable
    SoundFormat sound() {
        return sound;
    }

    int count() {
        return files.size();
    }

    /** The names of files that are no pictures and no videos, or cannot be read, as far as is known at the start. */
    List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    List<Path> files() {
        return List.copyOf(files);
    }

    /** Whether each entry is one frame. */
    boolean isPicturesOnly() {
        return picturesOnly;
    }

    /** @throws IOException if it cannot be read */
    FrameSource open(int index) throws IOException {
        FrameSource file = opener.open(asked(files.get(index)));
        return file.info().isStill() ? new StandingPicture(file, standingSeconds) : file;
    }

    /** When an entry begins, in nanoseconds; with {@link #count} instead of an entry, when the last one ends. */
    long begin(int index) {
        return lengths.subList(0, index).stream().mapToLong(Long::longValue).sum();
    }

    /** Now that an entry was played, it is known. */
    void setLength(int index, long nanos) {
        lengths.set(index, nanos);
    }

    /** The entry that plays at a moment. */
    int at(long nanos) {
        int index = 0;
        long end = lengths.getFirst();
        while (index < count() - 1 && end <= nanos) {
            index++;
            end += lengths.get(index);
        }
        return index;
    }

    private SourceRequest asked(Path file) {
        return new SourceRequest(file.toString(), request.width(), request.height(), request.framesPerSecond());
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
