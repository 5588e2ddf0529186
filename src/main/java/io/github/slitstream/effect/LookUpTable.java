package io.github.slitstream.effect;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.Values;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** Grades colours by a LUT of three dimensions, as cameras and grading programs write them. */
final class LookUpTable implements Effect {
    private static final Real AMOUNT = Real.of("amount", "Amount", 0, 1, 1, "How much of it is mixed in.");

    static final EffectType TYPE = new EffectType("lut", "LUT", "Grades colours by a .cube file.", 1, Footprint.POINT,
            Values.defaults(List.of(ColourCubes.FILE, AMOUNT)), values -> parameter -> true,
            values -> ColourCubes.read(values.get(ColourCubes.FILE)), LookUpTable::new);

    private final FrameSize size;
    private String name = ColourCubes.FILE.defaultValue();
    private ColourCube cube = ColourCubes.read(name);
    private int amount;

    private LookUpTable(FrameSize size, Kernels unused) {
        this.size = size;
    }

    @Override
    public void prepare(FrameHistory input, ParameterValues values) {
        amount = (int) Math.rint(values.get(AMOUNT) * ColourCube.ONE);
        String wanted = values.get(ColourCubes.FILE);
        if (!wanted.equals(name)) {
            cube = ColourCubes.read(wanted);
            name = wanted;
        }
    }

    @Override
    public void render(FrameHistory input, Frame output, int fromRow, int toRow) {
        MemorySegment in = input.now().pixels();
        long end = (long) toRow * size.stride();
        for (long at = (long) fromRow * size.stride(); at < end; at += Pixel.BYTES) {
            Pixel.set(output.pixels(), at, cube.map(Pixel.get(in, at), amount));
        }
    }
}
