package io.github.slitstream.media;

import io.github.slitstream.engine.OfflineRender;
import io.github.slitstream.engine.OfflineRender.Outcome;
import io.github.slitstream.engine.OfflineRender.Output;
import io.github.slitstream.engine.OfflineRender.Part;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.flow.FlowQuality;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.preset.Preset;
import java.lang.foreign.ValueLayout;
import java.util.List;

/** The last picture of a render with flow, and what was said. */
@SuppressWarnings("ArrayRecordComponent")
record LastPicture(byte[] picture, List<String> notes) {

    /** @param source closed at the end */
    static LastPicture of(FrameSource source, Preset preset, int frames, int threads) throws Exception {
        byte[][] last = new byte[1][];
        Sink sink = new Sink() {
            @Override
            public void write(Frame picture, long nanos) {
                last[0] = picture.pixels().toArray(ValueLayout.JAVA_BYTE);
            }

            @Override
            public void finish() {
                // What counts was written.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        try (source; Workers workers = new Workers(threads)) {
            Outcome outcome = new OfflineRender(request -> sink, OpenCvResizer::new, OpenCvFlow::new, FlowQuality.DRAFT,
                    Kernels.get(), workers).render(source, preset, new Part(0, Double.POSITIVE_INFINITY, frames),
                            Output.whole("", true), (done, total) -> {});
            return new LastPicture(last[0], outcome.notes());
        }
    }

    /** Peak signal to noise ratio of colours, in decibels. */
    static double decibels(byte[] exact, byte[] made) {
        double sum = 0;
        for (int i = 0; i < exact.length; i++) {
            double difference = (exact[i] & 0xff) - (made[i] & 0xff);
            sum += i % 4 == 3 ? 0 : difference * difference;
        }
        return 10 * Math.log10(255 * 255 / (sum / exact.length * 4 / 3));
    }
}
