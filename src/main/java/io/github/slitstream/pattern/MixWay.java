package io.github.slitstream.pattern;

import io.github.slitstream.param.Named;
import io.github.slitstream.param.Parameter;
import java.util.List;

/** A way in which a {@link Mix} makes one number of those of its parts. */
record MixWay(String id, String label, String doc, List<Parameter<?>> parameters, Loop loop) implements Named {

    /** What it does to a row. */
    @FunctionalInterface
    interface Loop {
        /**
         * @param a gets the result, within 0 … 1
         * @param share of b, one number for each
         */
        void mix(double[] a, int first, double[] b, double[] share, int count);
    }

    static MixWay of(String id, String label, String doc, Loop loop) {
        return new MixWay(id, label, doc, List.of(), loop);
    }

    MixWay with(List<Parameter<?>> own) {
        return new MixWay(id, label, doc, own, loop);
    }

    @Override
    public MixWay within(String path) {
        return new MixWay(id, label, doc, parameters.stream().<Parameter<?>>map(own -> own.within(path)).toList(),
                loop);
    }

    static void blend(double[] a, int first, double[] b, double[] share, int count) {
        for (int i = 0; i < count; i++) {
            a[first + i] = Math.clamp(a[first + i] + (b[i] - a[first + i]) * share[i], 0, 1);
        }
    }

    static void add(double[] a, int first, double[] b, double[] share, int count) {
        for (int i = 0; i < count; i++) {
            a[first + i] = Math.min(1, a[first + i] + b[i]);
        }
    }

    static void multiply(double[] a, int first, double[] b, double[] share, int count) {
        for (int i = 0; i < count; i++) {
            a[first + i] *= b[i];
        }
    }

    static void difference(double[] a, int first, double[] b, double[] share, int count) {
        for (int i = 0; i < count; i++) {
            a[first + i] = Math.abs(a[first + i] - b[i]);
        }
    }

    static void max(double[] a, int first, double[] b, double[] share, int count) {
        for (int i = 0; i < count; i++) {
            a[first + i] = Math.max(a[first + i], b[i]);
        }
    }

    static void min(double[] a, int first, double[] b, double[] share, int count) {
        for (int i = 0; i < count; i++) {
            a[first + i] = Math.min(a[first + i], b[i]);
        }
    }
}
