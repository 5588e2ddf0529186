package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_DEFAULT;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * Brings decoded pictures of any pixel format into frames, straight into their memory where swscale can write there. A
 * picture whose size changed on the way is scaled to the size it began with. One thread.
 */
final class BgraConverter implements AutoCloseable {
    /** swscale writes whole vectors: rows of other widths go through a buffer with room behind them. */
    private static final int VECTOR_PIXELS = 16;
    private static final int ONE = 1 << 16;

    private final FrameSize coded;
    private final Orientation orientation;
    private final @Nullable MemorySegment roomy;
    private final int roomyStride;
    private final AVFrame decoded;
    /** What is brought over: the decoded picture, or what filters made of it. */
    private AVFrame picture;
    /** The picture's own lists, asked for once: each asking makes an object. */
    private PointerPointer<?> codedPlanes;
    private IntPointer codedStrides;
    private final FrameAddress address = new FrameAddress();
    private final PointerPointer<FrameAddress> planes = new PointerPointer<>(4);
    private final IntPointer strides = new IntPointer(4);
    private @Nullable PictureFilter filter;
    private @Nullable SwsContext scaler;
    private int width;
    private int height;
    private int format;
    private int colorspace;
    private int range;
    private int transfer;
    private int primaries;

    /**
     * @param picture where each picture is decoded into
     * @param coded size of the pictures as they are decoded
     * @param orientation what sets them upright
     */
    BgraConverter(AVFrame picture, FrameSize coded, Orientation orientation) {
        this.decoded = picture;
        this.picture = picture;
        this.codedPlanes = picture.data();
        this.codedStrides = picture.linesize();
        this.coded = coded;
        this.orientation = orientation;
        boolean direct = orientation.equals(Orientation.UPRIGHT) && coded.width() % VECTOR_PIXELS == 0;
        this.roomyStride = Math.ceilDiv(coded.width(), VECTOR_PIXELS) * VECTOR_PIXELS * FrameSize.BYTES_PER_PIXEL;
        this.roomy = direct ? null : Arena.ofAuto().allocate((long) roomyStride * coded.height() + 64, 64);
        for (int plane = 0; plane < 4; plane++) {
            planes.put(plane, null);
            strides.put(plane, 0);
        }
        strides.put(0, direct ? coded.stride() : roomyStride);
    }

    /** Size of the upright picture. */
    FrameSize size() {
        return orientation.upright(coded);
    }

    /**
     * Brings over the picture decoded last.
     *
     * @param target of {@link #size()}
     */
    void convert(Frame target) throws FFmpegException {
        if (isNew()) {
            prepare();
        }
        if (filter != null) {
            filter.push(decoded);
            look(Objects.requireNonNull(filter.pull(), "colours need no second picture"));
        }
        planes.put(0, roomy == null ? address.of(target) : address.of(roomy));
        sws_scale(scaler, codedPlanes, codedStrides, 0, picture.height(), planes, strides);
        if (roomy != null) {
            copyUpright(roomy, target.pixels());
        }
    }

    @Override
    public void close() {
        release();
        planes.close();
        strides.close();
    }

    private boolean isNew() {
        return scaler == null || decoded.width() != width || decoded.height() != height || decoded.format() != format
                || decoded.colorspace() != colorspace || decoded.color_range() != range
                || decoded.color_trc() != transfer || decoded.color_primaries() != primaries;
    }

    private void prepare() throws FFmpegException {
        release();
        PictureColour colour = PictureColour.of(decoded);
        if (ColourGraph.isNeeded(colour, decoded)) {
            filter = new PictureFilter(ColourGraph.filters(colour, decoded), decoded);
        } else {
            look(decoded);
        }
        width = decoded.width();
        height = decoded.height();
        format = decoded.format();
        colorspace = decoded.colorspace();
        range = decoded.color_range();
        transfer = decoded.color_trc();
        primaries = decoded.color_primaries();
        SwsContext made = sws_getContext(width, height, filter == null ? format : AV_PIX_FMT_BGRA, coded.width(),
                coded.height(), AV_PIX_FMT_BGRA, SWS_BILINEAR, null, null, (DoublePointer) null);
        if (made == null) {
            throw new IllegalStateException("no conversion from pixel format " + format);
        }
        sws_setColorspaceDetails(made, sws_getCoefficients(colour.matrix()), colour.fullRange() ? 1 : 0,
                sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, ONE, ONE);
        scaler = made;
    }

    private void look(AVFrame now) {
        picture = now;
        codedPlanes = now.data();
        codedStrides = now.linesize();
    }

    private void release() {
        sws_freeContext(scaler);
        scaler = null;
        if (filter != null) {
            filter.close();
            filter = null;
        }
    }

    private void copyUpright(MemorySegment from, MemorySegment to) {
        if (orientation.equals(Orientation.UPRIGHT)) {
            for (int row = 0; row < coded.height(); row++) {
                MemorySegment.copy(from, (long) row * roomyStride, to, (long) row * coded.stride(), coded.stride());
            }
            return;
        }
        FrameSize upright = size();
        long columnStep = offset(0, 1) - offset(0, 0);
        long at = 0;
        for (int row = 0; row < upright.height(); row++) {
            long source = offset(row, 0);
            for (int column = 0; column < upright.width(); column++) {
                to.set(ValueLayout.JAVA_INT, at, from.get(ValueLayout.JAVA_INT, source));
                at += FrameSize.BYTES_PER_PIXEL;
                source += columnStep;
            }
        }
    }

    /** Where an upright pixel lies in the buffer. */
    private long offset(int row, int column) {
        return (long) orientation.storedRow(coded, row, column) * roomyStride
                + (long) orientation.storedColumn(coded, row, column) * FrameSize.BYTES_PER_PIXEL;
    }
}
