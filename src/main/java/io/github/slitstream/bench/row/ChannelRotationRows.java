package io.github.slitstream.bench.row;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.slitstream.bench.Agreement;
import io.github.slitstream.bench.Contest;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.Stand;
import io.github.slitstream.bench.Traffic;
import io.github.slitstream.bench.peer.OpenCvTransform;
import io.github.slitstream.bench.peer.Side;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.preset.EffectSettings;
import io.github.slitstream.preset.Preset;
import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.stream.Stream;

/** {@code channel-rotation/SIZE}: red and green turned by 40°. */
final class ChannelRotationRows {
    private static final double DEGREES = 40;
    private static final double COS = Math.cos(Math.toRadians(DEGREES));
    private static final double SIN = Math.sin(Math.toRadians(DEGREES));
    private static final double MIDDLE = 127.5;

    private ChannelRotationRows() {}

    static List<Row> all() {
        return Stream.of(PictureSize.HD, PictureSize.FULL_HD, PictureSize.SQUARE)
                .map(size -> new Row("channel-rotation/" + size.name(), stand -> prepare(stand, size.frame()),
                        stand -> prepare(stand, PictureSize.SMALL)))
                .toList();
    }

    private static Contest prepare(Stand stand, FrameSize size) {
        Footage footage = Footage.of(stand.tools(), size, 1);
        EffectSettings plain = EffectSettings.of(Effects.byId("channel-rotation"));
        Preset preset = Preset.empty("rotation")
                .plus(plain.withValues(plain.values().with("angle", Double.toString(DEGREES)).with("pair", "rg")));
        MemorySegment picture = footage.pictures();
        return new Contest(ChainSide.ours(stand, footage, preset), Traffic.copyOf(picture))
                .against("scalar", Agreement.EXACT, () -> ChainSide.scalar(stand, footage, preset))
                .against("c", Agreement.EXACT, () -> cLoop(stand, picture))
                .against("opencv", "transform: three channels, rounds instead of flooring", Agreement.within(1),
                        () -> new OpenCvTransform(picture, size, matrix()));
    }

    private static Side cLoop(Stand stand, MemorySegment picture) throws IOException {
        MethodHandle loop = stand.tools().compiler().function("channel_rotation", "rotate",
                FunctionDescriptor.ofVoid(ADDRESS, JAVA_DOUBLE, JAVA_DOUBLE, ADDRESS, JAVA_LONG));
        MemorySegment out = stand.arena().allocate(picture.byteSize());
        long pixels = picture.byteSize() / FrameSize.BYTES_PER_PIXEL;
        return Side.of(out, () -> {
            loop.invokeExact(picture, COS, SIN, out, pixels);
        });
    }

    /** Blue, green, red and a constant, in that order, to each of blue, green, red. */
    private static double[] matrix() {
        return new double[]{1, 0, 0, 0, //
            0, COS, SIN, MIDDLE - MIDDLE * (COS + SIN), //
            0, -SIN, COS, MIDDLE - MIDDLE * (COS - SIN)};
    }
}
