package io.github.slitstream.bench.row;

import io.github.slitstream.bench.RowResources;
import io.github.slitstream.bench.peer.Implementation;
import io.github.slitstream.effect.EffectMonitor;
import io.github.slitstream.engine.chain.Chain;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.pattern.DelayMap;
import io.github.slitstream.preset.Preset;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** What the program does for every picture: a chain over a ring that moves on. The first run is of the rewound ring. */
final class ChainImplementation implements Implementation {
    private final Footage footage;
    private final List<Preset> presets;
    private final Chain chain;
    private final Frame picture;
    private long rendered;

    private ChainImplementation(RowResources resources, Footage footage, List<Preset> presets, Kernels kernels) {
        this.footage = footage;
        this.presets = presets;
        this.chain = resources.keep(new Chain(footage.size(), kernels, resources.tools().workers()));
        this.picture = Frame.allocate(footage.size(), resources.arena());
    }

    static ChainImplementation ours(RowResources resources, Footage footage, Preset preset) {
        return byTurns(resources, footage, List.of(preset));
    }

    /** For each picture the next of some presets. */
    static ChainImplementation byTurns(RowResources resources, Footage footage, List<Preset> presets) {
        return new ChainImplementation(resources, footage, presets, resources.tools().kernels());
    }

    static ChainImplementation scalar(RowResources resources, Footage footage, Preset preset) {
        return new ChainImplementation(resources, footage, List.of(preset), new ScalarKernels());
    }

    @Override
    public long nanos(int times) {
        if (rendered == 0) {
            footage.rewind();
        }
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            chain.render(footage.history(), presets.get((int) (rendered++ % presets.size())), picture);
            footage.advance();
        }
        return System.nanoTime() - start;
    }

    @Override
    public MemorySegment result() {
        return picture.pixels();
    }

    /** The map of the preset's first effect, a time displacement. */
    DelayMap delays() {
        chain.render(footage.history(), presets.getFirst(), picture);
        return chain.monitor(presets.getFirst().chain().getFirst().id()).flatMap(EffectMonitor::delayMap).orElseThrow();
    }
}
