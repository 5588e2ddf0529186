package io.github.slitstream.effect;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.NamedConstant;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.ValueKey;
import io.github.slitstream.param.Values;
import io.github.slitstream.pattern.VideoReader;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes one colour out, as that of a green screen. How much of a pixel is background follows from the distance of its
 * chroma (Cb and Cr of BT.709, 0 … 255 each) to that of the key: all within the tolerance, nothing a softness further
 * out, linear between. The tint that the screen throws on everything else is the part of a chroma that points towards
 * the key; the spill says how much of it goes.
 */
final class ChromaKey implements Effect {
    /** What is seen in place of the colour. */
    enum Behind implements NamedConstant {
        NOTHING, COLOUR {
            @Override
            public List<Parameter<?>> parameters() {
                return List.of(BEHIND_RED, BEHIND_GREEN, BEHIND_BLUE);
            }
        },
        PICTURE {
            @Override
            public List<Parameter<?>> parameters() {
                return List.of(Backdrop.FILE);
            }
        },
        VIDEO {
            @Override
            public List<Parameter<?>> parameters() {
                return List.of(VideoBackdrop.SOURCE);
            }
        }
    }

    private static final Int RED = Int.of("red", "Key, red", 0, 255, 0, "Of the colour that is taken out.");
    private static final Int GREEN = Int.of("green", "Key, green", 0, 255, 200, "Of the colour that is taken out.");
    private static final Int BLUE = Int.of("blue", "Key, blue", 0, 255, 60, "Of the colour that is taken out.");
    private static final Real TOLERANCE = Real.of("tolerance", "Tolerance", 0, 255, 40,
            "How far from the key a colour may be and still be taken out.").in("levels").slider(0, 128).decimals(0);
    private static final Real SOFTNESS = Real.of("softness", "Softness", 0, 255, 30,
            "How much further it takes until nothing is taken out.").in("levels").slider(0, 128).decimals(0);
    private static final Real SPILL = Real.of("spill", "Spill", 0, 1, 0.5,
            "How much of the key's tint is taken out of everything else.");
    private static final Int BEHIND_RED = Int.of("behind-red", "Behind, red", 0, 255, 0, "Of the colour behind.");
    private static final Int BEHIND_GREEN = Int.of("behind-green", "Behind, green", 0, 255, 0,
            "Of the colour behind.");
    private static final Int BEHIND_BLUE = Int.of("behind-blue", "Behind, blue", 0, 255, 0, "Of the colour behind.");

    private static final Choice<Behind> BEHIND = Choice.of("behind", "Behind", List.of(Behind.values()),
            Behind.PICTURE, "What is seen in its place; nothing leaves it transparent.");
    private static final List<Parameter<?>> KEY = List.of(RED, GREEN, BLUE, TOLERANCE, SOFTNESS, SPILL);

    static final EffectType TYPE = new EffectType("chroma-key", "Chroma key", "Takes out the colour of a green screen.",
            1, Footprint.POINT, Values.defaults(List.of(RED, GREEN, BLUE, TOLERANCE, SOFTNESS, SPILL, BEHIND)),
            values -> parameter -> true, ChromaKey::check, ChromaKey::new)
            .offering(offers -> offers.withWarmUp(withoutSources(offers.warmUp())));

    private final FrameSize size;
    private final KeyTable table = new KeyTable();
    private final ValueKey madeOf = new ValueKey();
    private @Nullable Backdrop lastPicture;
    private @Nullable VideoBackdrop video;
    /** Null where the colour is behind, or nothing. */
    private @Nullable BackPixels backdrop;
    private Behind behind = Behind.NOTHING;
    private int colour;

    private ChromaKey(FrameSize size, Kernels unused) {
        this.size = size;
    }

    private static void check(Values values) {
        if (values.get(BEHIND) == Behind.PICTURE) {
            Backdrop.check(values.get(Backdrop.FILE));
        }
        if (values.get(BEHIND) == Behind.VIDEO) {
            VideoReader.check(values.get(VideoBackdrop.SOURCE));
        }
    }

    private static WarmUpValues withoutSources(WarmUpValues all) {
        return new WarmUpValues(all.first().stream().filter(values -> values.get(BEHIND) != Behind.VIDEO).toList(),
                all.later());
    }

    @Override
    public void prepare(FrameHistory input, ParameterValues values) {
        behind = values.get(BEHIND);
        colour = behind == Behind.COLOUR
                ? Pixel.of(values.get(BEHIND_BLUE), values.get(BEHIND_GREEN), values.get(BEHIND_RED), Pixel.OPAQUE)
                : 0;
        if (!madeOf.matches(values)) {
            table.fill(values.get(BLUE), values.get(GREEN), values.get(RED), values.get(TOLERANCE),
                    values.get(SOFTNESS), values.get(SPILL));
            madeOf.take(KEY, values);
        }
        backdrop = switch (behind) {
            case NOTHING, COLOUR -> null;
            case PICTURE -> pictureOf(values.get(Backdrop.FILE));
            case VIDEO -> played(values.get(VideoBackdrop.SOURCE), input);
        };
    }

    private VideoBackdrop played(String address, FrameHistory input) {
        VideoBackdrop known = video;
        if (known == null || !known.isOf(address)) {
            known = new VideoBackdrop(address, size);
            video = known;
        }
        known.follow(input);
        return known;
    }

    @Override
    public Optional<String> note() {
        VideoBackdrop playing = video;
        return playing == null || behind != Behind.VIDEO ? Optional.empty() : playing.fault();
    }

    private Backdrop pictureOf(String file) {
        Backdrop known = lastPicture;
        if (known == null || !known.isOf(file)) {
            known = Backdrop.read(file, size);
            lastPicture = known;
        }
        return known;
    }

    @Override
    public void render(FrameHistory input, Frame output, int fromRow, int toRow) {
        for (int row = fromRow; row < toRow; row++) {
            renderRow(input.now().pixels(), output.pixels(), row);
        }
    }

    private void renderRow(MemorySegment in, MemorySegment out, int row) {
        long at = (long) row * size.stride();
        for (int i = 0; i < size.width(); i++) {
            long place = at + (long) i * Pixel.BYTES;
            int pixel = Pixel.get(in, place);
            int chroma = table.chroma(pixel);
            int share = table.share(chroma);
            int own = table.untinted(pixel, chroma);
            Pixel.set(out, place, behind == Behind.NOTHING
                    ? (own & ~Pixel.OPAQUE) | (faded(pixel >>> 24, share) << 24)
                    : over(own, row, i, share));
        }
    }

    private int over(int own, int row, int column, int share) {
        int back = backdrop == null ? colour : backdrop.pixel(row, column);
        return Pixel.of(mixed(Pixel.blue(own), Pixel.blue(back), share),
                mixed(Pixel.green(own), Pixel.green(back), share), mixed(Pixel.red(own), Pixel.red(back), share), own);
    }

    private static int faded(int alpha, int share) {
        return (alpha * (KeyTable.ALL - share) + KeyTable.HALF) >> KeyTable.BITS;
    }

    private static int mixed(int own, int back, int share) {
        return (own * (KeyTable.ALL - share) + back * share + KeyTable.HALF) >> KeyTable.BITS;
    }
}
