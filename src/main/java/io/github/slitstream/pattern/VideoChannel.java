package io.github.slitstream.pattern;

import io.github.slitstream.kernel.PlaneKernels;
import io.github.slitstream.param.NamedConstant;

/** What of a picture's colours is looked at. */
enum VideoChannel implements NamedConstant {
    LUMA("Brightness") {
        @Override
        int of(int pixel) {
            return PlaneKernels.LUMA_OF_BLUE * blue(pixel) + PlaneKernels.LUMA_OF_GREEN * green(pixel)
                    + PlaneKernels.LUMA_OF_RED * red(pixel);
        }
    },
    RED("Red") {
        @Override
        int of(int pixel) {
            return PlaneKernels.LUMA_UNIT * red(pixel);
        }
    },
    GREEN("Green") {
        @Override
        int of(int pixel) {
            return PlaneKernels.LUMA_UNIT * green(pixel);
        }
    },
    BLUE("Blue") {
        @Override
        int of(int pixel) {
            return PlaneKernels.LUMA_UNIT * blue(pixel);
        }
    };

    /** What white is. */
    static final float WHITE = 255f * PlaneKernels.LUMA_UNIT;

    private final String label;

    VideoChannel(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** @param pixel BGRA, blue in the lowest byte */
    abstract int of(int pixel);

    private static int blue(int pixel) {
        return pixel & 0xff;
    }

    private static int green(int pixel) {
        return pixel >>> 8 & 0xff;
    }

    private static int red(int pixel) {
        return pixel >>> 16 & 0xff;
    }
}
