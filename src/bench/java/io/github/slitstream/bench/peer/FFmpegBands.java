package io.github.slitstream.bench.peer;

import static org.bytedeco.ffmpeg.global.avutil.AV_BUFFER_FLAG_READONLY;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.av_buffer_create;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.media.FrameAddress;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.Free_Pointer_BytePointer;
import org.bytedeco.ffmpeg.global.avfilter;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Time displacement by rows and whole frames as a graph of FFmpeg's filters: a band of rows of one delay each, cropped
 * out of the delayed stream, all stacked. Frames go in without a copy.
 */
public final class FFmpegBands implements Implementation, AutoCloseable {
    /** The pictures stay ours. */
    private static final Free_Pointer_BytePointer NOT_FREED = new Free_Pointer_BytePointer() {
        @Override
        public void call(Pointer opaque, BytePointer data) {}
    };

    private final MemorySegment pictures;
    private final FrameSize size;
    private final RingHead head;
    private final AVFilterGraph graph = avfilter.avfilter_graph_alloc();
    private final AVFilterContext source;
    private final AVFilterContext sink;
    private final AVFrame in = av_frame_alloc();
    private final AVFrame out = av_frame_alloc();
    private long pushed;

    /**
     * @param pictures by age, packed BGRA
     * @param delays of each row, in frames with eight bits behind the point, all of them zero
     */
    public FFmpegBands(MemorySegment pictures, int count, char[] delays, FrameSize size) throws IOException {
        this.pictures = pictures;
        this.size = size;
        this.head = new RingHead(count);
        check(avfilter.avfilter_graph_parse_ptr(graph, description(delays, size), null, null, null));
        check(avfilter.avfilter_graph_config(graph, null));
        source = avfilter.avfilter_graph_get_filter(graph, "buffer@in");
        sink = avfilter.avfilter_graph_get_filter(graph, "buffersink@out");
        for (int age = count - 1; age > 0; age--) {
            push(age);
        }
    }

    private static String description(char[] delays, FrameSize size) {
        StringBuilder bands = new StringBuilder();
        StringBuilder stacked = new StringBuilder();
        StringBuilder streams = new StringBuilder();
        int count = 0;
        for (int row = 0; row < delays.length; count++) {
            int end = row + 1;
            while (end < delays.length && delays[end] == delays[row]) {
                end++;
            }
            int age = delays[row] >> 8;
            String late = age == 0 ? "" : "tpad=start=" + age + ":start_mode=clone,";
            streams.append("[s%d]".formatted(count));
            bands.append("[s%d]%scrop=%d:%d:0:%d[b%d];".formatted(count, late, size.width(), end - row, row, count));
            stacked.append("[b%d]".formatted(count));
            row = end;
        }
        return "buffer@in=video_size=%dx%d:pix_fmt=bgra:time_base=1/25:frame_rate=25,".formatted(size.width(),
                size.height())
                + "split=%d%s;%s%svstack=inputs=%d,buffersink@out".formatted(count, streams, bands, stacked, count);
    }

    @Override
    public long nanos(int times) throws IOException {
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) {
            push(head.next());
        }
        return System.nanoTime() - begun;
    }

    /** Lets the next picture in and takes out what it brings. */
    private void push(int slot) throws IOException {
        BytePointer pixels = new FrameAddress().of(pictures.asSlice(slot * size.bytes(), size.bytes()));
        in.format(AV_PIX_FMT_BGRA);
        in.width(size.width());
        in.height(size.height());
        in.linesize(0, size.stride());
        in.data(0, pixels);
        in.buf(0, av_buffer_create(pixels, size.bytes(), NOT_FREED, null, AV_BUFFER_FLAG_READONLY));
        in.pts(pushed++);
        check(avfilter.av_buffersrc_add_frame(source, in));
        av_frame_unref(out);
        check(avfilter.av_buffersink_get_frame(sink, out));
    }

    @Override
    public MemorySegment result() {
        byte[] packed = new byte[(int) size.bytes()];
        for (int row = 0; row < size.height(); row++) {
            out.data(0).position((long) row * out.linesize(0)).get(packed, row * size.stride(), size.stride());
        }
        return MemorySegment.ofArray(packed);
    }

    private static void check(int code) throws IOException {
        if (code < 0) {
            throw new IOException("FFmpeg's graph fails with " + code);
        }
    }

    @Override
    public void close() {
        av_frame_unref(out);
        avfilter.avfilter_graph_free(graph);
        in.close();
        out.close();
    }
}
