package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_TS_DISCONT;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_frame_rate;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes one time line of time stamps that start again or jump, as they do where recordings were joined.
 *
 * <p>
 * The pictures lead. Their time stamps jump where a picture is to be
 * <ul>
 * <li>decoded before the one that was decoded last: at a key frame, as every recording begins with one, by half a
 * frame's distance or more; elsewhere by {@value #GUESS_SECONDS} s or {@value #REORDERED} frames or more, since
 * decoding times that a container does not keep are guesses which may fall by a few frames;
 * <li>shown later than all pictures and sound before it by more than {@value #RESTARTING_SECONDS} s in containers whose
 * time stamps may start again (MPEG-TS, MPEG-PS, HLS, Ogg), and by more than {@value #STILL_SECONDS} s in others, where
 * one picture may stand long.
 * </ul>
 * Behind a jump the first picture to be shown comes at one frame's distance. So does a picture whose time alone is odd,
 * by as much as above, among others that go on: its time is damaged. Sound follows the pictures' shift as soon as that
 * continues it within {@value #FOLLOW_SECONDS} s, and goes on without a gap until then.
 */
final class TimeLine {
    private static final int GUESS_SECONDS = 1;
    private static final int RESTARTING_SECONDS = 10;
    private static final int STILL_SECONDS = 600;
    private static final double FOLLOW_SECONDS = 0.5;
    private static final double USUAL_RATE = 25;
    private static final int REORDERED = 8;

    private final Container container;
    private final FollowingPictures following;
    private final int leader;
    private final Track pictures;
    private final Map<Integer, Track> sounds = new HashMap<>();
    private final long frameTicks;
    private final long delayTicks;
    private final long nearTicks;
    private final double longestGap;
    private boolean jumped;

    /**
     * @param leader index of the stream that leads, of pictures
     * @param packets those behind the one that is mapped; all stays the caller's
     */
    TimeLine(Container container, int leader, PacketQueue packets) {
        this.container = container;
        this.leader = leader;
        AVStream stream = container.context().streams(leader);
        this.pictures = new Track(av_q2d(stream.time_base()));
        double rate = av_q2d(av_guess_frame_rate(container.context(), stream, null));
        this.frameTicks = Math.max(1, Math.round(1 / (rate > 0 ? rate : USUAL_RATE) / this.pictures.tickSeconds));
        this.delayTicks = stream.codecpar().video_delay() * frameTicks;
        this.nearTicks = Math.max(Math.round(GUESS_SECONDS / this.pictures.tickSeconds), REORDERED * frameTicks);
        this.following = new FollowingPictures(packets, leader, nearTicks);
        this.longestGap = mayRestart() ? RESTARTING_SECONDS : STILL_SECONDS;
    }

    /** Whether a container's time stamps may start again in its midst, as its format allows. */
    boolean mayRestart() {
        return (container.context().iformat().flags() & AVFMT_TS_DISCONT) != 0;
    }

    /** Moves the packet's time stamps onto the line. Packets come in the order of the container. */
    void map(AVPacket packet) {
        Track track = packet.stream_index() == leader ? pictures : sound(packet.stream_index());
        if (track == null || (packet.dts() == AV_NOPTS_VALUE && packet.pts() == AV_NOPTS_VALUE)) {
            return;
        }
        if (track == pictures) {
            mend(packet);
            lead(packet, decoded(packet));
        } else {
            follow(track, decoded(packet));
        }
        long decoded = decoded(packet);
        boolean told = packet.duration() > 0 && packet.duration() * track.tickSeconds <= longestGap;
        track.take(packet, decoded, told ? packet.duration() : track == pictures ? frameTicks : 0);
    }

    /** How far pictures are moved now, in ticks of their stream. */
    long shift() {
        return pictures.shift;
    }

    /** Whether there has been a jump. */
    boolean hasJumped() {
        return jumped;
    }

    /**
     * The packets that follow come from another place of the container.
     *
     * @param shift what there was there
     */
    void restart(long shift) {
        sounds.clear();
        pictures.begin(shift);
    }

    /** Gives a packet a time that fits among its neighbours, where its own alone does not. */
    private void mend(AVPacket packet) {
        if (packet.pts() == AV_NOPTS_VALUE) {
            return;
        }
        long ahead = packet.pts() + pictures.shift - pictures.shownEnd;
        boolean late = pictures.begun && ahead > nearTicks && following.areAllBefore(packet.pts());
        if (late || (pictures.begun && isShownTooEarly(packet) && following.goOnAfter(packet.pts()))) {
            packet.pts(pictures.shownEnd - pictures.shift);
        }
        if (isShownTooEarly(packet)) {
            packet.dts(packet.pts() - delayTicks);
        }
    }

    /** Whether it is to be shown long before it is decoded: one of the two times is wrong. */
    private boolean isShownTooEarly(AVPacket packet) {
        return packet.dts() != AV_NOPTS_VALUE && packet.dts() - packet.pts() > nearTicks;
    }

    private void lead(AVPacket packet, long decoded) {
        if (pictures.begun && (fallsBack(packet, decoded) || leapsAhead(shown(packet)))) {
            jumped = true;
            pictures.shift = continuing(packet, decoded);
        }
    }

    /** The shift by which the pictures go on. Amid a group of pictures their order of decoding tells best. */
    private long continuing(AVPacket packet, long decoded) {
        boolean amid = !isKey(packet) && Math.abs(shown(packet) - decoded) < nearTicks;
        return amid ? pictures.decodedEnd - decoded : shownEnd() - following.firstShown(shown(packet));
    }

    /** Where all pictures end. MPEG-PS does not say of each when it is shown, but all come out by the usual delay. */
    private long shownEnd() {
        return pictures.toldShown && pictures.toldDecodedOnly
                ? Math.max(pictures.shownEnd, pictures.decodedEnd + delayTicks)
                : pictures.shownEnd;
    }

    private boolean fallsBack(AVPacket packet, long decoded) {
        long back = pictures.decoded - decoded;
        boolean far = back >= nearTicks || (isKey(packet) && 2 * back >= frameTicks);
        return far && shown(packet) + pictures.shift < pictures.shownEnd;
    }

    private static boolean isKey(AVPacket packet) {
        return (packet.flags() & AV_PKT_FLAG_KEY) != 0;
    }

    private boolean leapsAhead(long shown) {
        double gap = (shown + pictures.shift - pictures.shownEnd) * pictures.tickSeconds;
        for (Track sound : sounds.values()) {
            if (sound.begun && sound.shift == shiftOf(sound)) {
                gap = Math.min(gap, shown * pictures.tickSeconds - sound.decoded * sound.tickSeconds);
            }
        }
        return gap > longestGap;
    }

    /** When a packet is shown, as the container says; it has one of both times. */
    private static long shown(AVPacket packet) {
        return packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts();
    }

    /** When a packet is decoded, as the container says or guesses; it has one of both times. */
    private static long decoded(AVPacket packet) {
        return packet.dts() == AV_NOPTS_VALUE ? packet.pts() : packet.dts();
    }

    private void follow(Track sound, long decoded) {
        long pictureShift = shiftOf(sound);
        if (!sound.begun) {
            sound.shift = pictureShift;
            return;
        }
        double withPictures = (decoded + pictureShift - sound.decodedEnd) * sound.tickSeconds;
        double unmoved = (decoded + sound.shift - sound.decodedEnd) * sound.tickSeconds;
        if (Math.abs(withPictures) <= FOLLOW_SECONDS) {
            sound.shift = pictureShift;
        } else if (unmoved < -FOLLOW_SECONDS || unmoved > longestGap) {
            sound.shift = isNearPictures(sound, decoded) && withPictures > 0
                    ? pictureShift
                    : sound.decodedEnd - decoded;
        }
    }

    private boolean isNearPictures(Track sound, long decoded) {
        double away = decoded * sound.tickSeconds - pictures.decoded * pictures.tickSeconds;
        return pictures.begun && Math.abs(away) <= longestGap;
    }

    private long shiftOf(Track sound) {
        return Math.round(pictures.shift * pictures.tickSeconds / sound.tickSeconds);
    }

    private @Nullable Track sound(int index) {
        Track known = sounds.get(index);
        if (known != null) {
            return known;
        }
        AVStream stream = container.context().streams(index);
        if (stream.codecpar().codec_type() != AVMEDIA_TYPE_AUDIO) {
            return null;
        }
        Track begun = new Track(av_q2d(stream.time_base()));
        sounds.put(index, begun);
        return begun;
    }

    /** Where one stream has come to, in its own ticks. */
    private static final class Track {
        private final double tickSeconds;
        private boolean begun;
        private long shift;
        /** When the last packet is decoded, as the container says. */
        private long decoded;
        /** Whether there were packets that say when they are shown, and packets that do not. */
        private boolean toldShown;
        private boolean toldDecodedOnly;
        /** When the next packet is to be decoded, and where all that was shown ends, on the line. */
        private long decodedEnd;
        private long shownEnd;

        Track(double tickSeconds) {
            this.tickSeconds = tickSeconds;
        }

        void begin(long startShift) {
            begun = false;
            shift = startShift;
        }

        void take(AVPacket packet, long rawDecoded, long distance) {
            decoded = rawDecoded;
            toldShown |= packet.pts() != AV_NOPTS_VALUE;
            toldDecodedOnly |= packet.pts() == AV_NOPTS_VALUE;
            decodedEnd = rawDecoded + shift + distance;
            shownEnd = Math.max(begun ? shownEnd : Long.MIN_VALUE, shown(packet) + shift + distance);
            begun = true;
            packet.dts(packet.dts() == AV_NOPTS_VALUE ? AV_NOPTS_VALUE : packet.dts() + shift);
            packet.pts(packet.pts() == AV_NOPTS_VALUE ? AV_NOPTS_VALUE : packet.pts() + shift);
        }
    }
}
