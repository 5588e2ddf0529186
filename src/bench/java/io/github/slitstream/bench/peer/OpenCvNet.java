package io.github.slitstream.bench.peer;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_dnn.DNN_BACKEND_OPENCV;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_dnn.Net;

/** A bank of filters as a network of one layer, run by OpenCV's {@code dnn}. */
public final class OpenCvNet implements Implementation {
    private final Net net;
    private final Mat in;
    private Mat out = new Mat();

    /**
     * @param images (N, C, H, W) in float32; must live as long as this
     * @param imagesShape of four, as is {@code filtersShape}: (filters, C, height, width)
     */
    public OpenCvNet(MemorySegment images, long[] imagesShape, MemorySegment filters, long[] filtersShape, int pad) {
        byte[] model = model(imagesShape, filters, filtersShape, pad);
        this.net = opencv_dnn.readNetFromONNX(new BytePointer(model), model.length);
        net.setPreferableBackend(DNN_BACKEND_OPENCV);
        int[] sizes = LongStream.of(imagesShape).mapToInt(Math::toIntExact).toArray();
        this.in = new Mat(4, sizes, CV_32F, new Address(images));
    }

    @Override
    public long nanos(int times) {
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) {
            net.setInput(in);
            out = net.forward();
        }
        return System.nanoTime() - begun;
    }

    @Override
    public MemorySegment result() {
        return MemorySegment.ofBuffer(out.createBuffer());
    }

    private static final class Address extends Pointer {
        Address(MemorySegment memory) {
            super((Pointer) null);
            address = memory.address();
        }
    }

    /**
     * ONNX: a model of one graph of one node, {@code y = Conv(x, w)}; the numbers are those of the fields in
     * onnx.proto.
     */
    private static byte[] model(long[] imagesShape, MemorySegment filters, long[] filtersShape, int pad) {
        Message node = new Message().text(1, "x").text(1, "w").text(2, "y").text(4, "Conv")
                .message(5, integers("kernel_shape", filtersShape[2], filtersShape[3]))
                .message(5, integers("strides", 1, 1)).message(5, integers("pads", pad, pad, pad, pad));
        Message weights = new Message();
        for (long size : filtersShape) {
            weights.number(1, size);
        }
        weights.number(2, 1).text(8, "w").bytes(9, filters.toArray(ValueLayout.JAVA_BYTE));
        long[] outShape = {imagesShape[0], filtersShape[0], imagesShape[2] + 2L * pad - filtersShape[2] + 1,
            imagesShape[3] + 2L * pad - filtersShape[3] + 1};
        Message graph = new Message().message(1, node).text(2, "g").message(5, weights)
                .message(11, tensor("x", imagesShape)).message(12, tensor("y", outShape));
        return new Message().number(1, 8).message(7, graph).message(8, new Message().number(2, 11)).toBytes();
    }

    private static Message integers(String name, long... values) {
        Message attribute = new Message().text(1, name);
        for (long value : values) {
            attribute.number(8, value);
        }
        return attribute.number(20, 7);
    }

    private static Message tensor(String name, long[] shape) {
        LongFunction<Message> dimension = size -> new Message().number(1, size);
        Message sizes = new Message();
        LongStream.of(shape).forEach(size -> sizes.message(1, dimension.apply(size)));
        return new Message().text(1, name).message(2,
                new Message().message(1, new Message().number(1, 1).message(2, sizes)));
    }

    /** Protocol buffers: fields one after another, each after its number and kind. */
    private static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            variable((long) field << 3);
            variable(value);
            return this;
        }

        Message bytes(int field, byte[] value) {
            variable((long) field << 3 | 2);
            variable(value.length);
            out.writeBytes(value);
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return bytes(field, value.toBytes());
        }

        byte[] toBytes() {
            return out.toByteArray();
        }

        /** Seven bits a byte, the lowest first; all but the last are marked. */
        private void variable(long value) {
            long rest = value;
            while (rest > 0x7f) {
                out.write((int) (rest | 0x80) & 0xff);
                rest >>>= 7;
            }
            out.write((int) rest);
        }
    }
}
