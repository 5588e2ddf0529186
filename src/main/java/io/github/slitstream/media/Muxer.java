package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_format;

import io.github.slitstream.frame.Keeping;
import io.github.slitstream.frame.OutputFormat;
import java.util.Map;

/** How FFmpeg writes the files of a format. */
enum Muxer {
    /** Fragments of a quarter of a second are whole whatever follows; players prefer a file that is of one piece. */
    MP4(OutputFormat.MP4, "mp4", true, 0),
    MOV(OutputFormat.MOV, "mov", true, 0),
    /** Whole up to the last cluster, whatever follows. */
    MKV(OutputFormat.MKV, "matroska", false, 0),
    WEBM(OutputFormat.WEBM, "webm", false, 0),
    /** Players show what is shorter than two hundredths of a second for ten. */
    GIF(OutputFormat.GIF, "gif", false, 20_000_000),
    WEBP(OutputFormat.WEBP, "webp", false, 1_000_000);

    /** The index waits for the first fragment, which tells how long before the pictures the sound begins. */
    private static final Map<String, String> FRAGMENTS = Map.of("frag_duration", "250000", "flush_packets", "1",
            "movflags", "+empty_moov+delay_moov");
    private static final Map<String, String> CLUSTERS = Map.of("cluster_time_limit", "200", "flush_packets", "1");
    private static final Map<String, String> ENDLESS = Map.of("loop", "0", "flush_packets", "1");
    /** What is to be played may begin before all of it has come over the net. */
    private static final Map<String, String> WHOLE = Map.of("movflags", "+faststart");

    private final OutputFormat format;
    private final String ffmpegName;
    private final boolean isFragmented;
    private final long shortestNanos;

    Muxer(OutputFormat format, String ffmpegName, boolean isFragmented, long shortestNanos) {
        this.format = format;
        this.ffmpegName = ffmpegName;
        this.isFragmented = isFragmented;
        this.shortestNanos = shortestNanos;
    }

    /** @param format one that {@linkplain OutputFormat#moving holds many pictures} */
    static Muxer of(OutputFormat format) {
        for (Muxer muxer : values()) {
            if (muxer.format == format) {
                return muxer;
            }
        }
        throw new IllegalArgumentException(format + " is no format of moving pictures");
    }

    String ffmpegName() {
        return ffmpegName;
    }

    OutputFormat format() {
        return format;
    }

    /** Whether what is kept while it is written is in pieces, of which a file of one piece is made in the end. */
    boolean isFragmented() {
        return isFragmented;
    }

    /** Whether what is the same for all packets of a stream is told once, in the head of the file. */
    boolean hasHeader() {
        return (av_guess_format(ffmpegName, (String) null, null).flags() & AVFMT_GLOBALHEADER) != 0;
    }

    /** The least time from one picture to the next; others are left out. */
    long shortestNanos() {
        return shortestNanos;
    }

    Map<String, String> options(Keeping keeping) {
        return switch (this) {
            case MP4, MOV -> keeping == Keeping.WRITTEN ? FRAGMENTS : WHOLE;
            case MKV, WEBM -> keeping == Keeping.WRITTEN ? CLUSTERS : Map.of();
            case GIF, WEBP -> ENDLESS;
        };
    }
}
