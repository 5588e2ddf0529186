package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT2020;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_SMPTE431;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_SMPTE432;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_CL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_CHROMA_DERIVED_CL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_CHROMA_DERIVED_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_ICTCP;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_YCGCO;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_LINEAR;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_LOG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_LOG_SQRT;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_ALPHA;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import java.util.Locale;
import java.util.Set;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * FFmpeg's filters that make our own RGB of colours which swscale does not follow: other primaries, high dynamic range,
 * matrices that are no plain sum, grey of limited range.
 */
final class ColourGraph {
    /** The white of paper and subtitles in high dynamic range, in cd/m², by ITU-R BT.2408. */
    private static final int REFERENCE_WHITE = 203;
    private static final Set<Integer> WIDE_PRIMARIES = Set.of(AVCOL_PRI_BT2020, AVCOL_PRI_SMPTE431,
            AVCOL_PRI_SMPTE432);
    private static final Set<Integer> OTHER_TRANSFERS = Set.of(AVCOL_TRC_LINEAR, AVCOL_TRC_LOG, AVCOL_TRC_LOG_SQRT);
    private static final Set<Integer> OTHER_MATRICES = Set.of(AVCOL_SPC_BT2020_CL, AVCOL_SPC_ICTCP, AVCOL_SPC_YCGCO,
            AVCOL_SPC_CHROMA_DERIVED_NCL, AVCOL_SPC_CHROMA_DERIVED_CL);

    private ColourGraph() {}

    /** Whether a picture of such colours needs these filters. */
    static boolean isNeeded(PictureColour colour, AVFrame picture) {
        return isGreyOfLimitedRange(colour, picture) || colour.isHighDynamicRange()
                || WIDE_PRIMARIES.contains(colour.primaries())
                || OTHER_TRANSFERS.contains(colour.transfer()) || OTHER_MATRICES.contains(colour.matrix());
    }

    /** Whose black swscale takes for a grey: to it, all grey is of full range. */
    private static boolean isGreyOfLimitedRange(PictureColour colour, AVFrame picture) {
        return !colour.fullRange() && av_pix_fmt_desc_get(picture.format()).nb_components() == 1;
    }

    /**
     * In high dynamic range the reference white becomes our white and what is brighter is cut off, its hue kept: people
     * and things look as bright as beside other footage.
     *
     * @param picture any of such colours: whether it has alpha is looked at
     * @return the filters, from such pictures to BGRA
     */
    static String filters(PictureColour colour, AVFrame picture) {
        if (isGreyOfLimitedRange(colour, picture)) {
            return "zscale=rin=limited:r=full,format=" + av_get_pix_fmt_name(picture.format()).getString()
                    + ",format=bgra";
        }
        boolean alpha = (av_pix_fmt_desc_get(picture.format()).flags() & AV_PIX_FMT_FLAG_ALPHA) != 0;
        String planes = alpha ? "gbrap" : "gbrp";
        String input = String.format(Locale.ROOT, "zscale=min=%d:tin=%d:pin=%d:rin=%s", colour.matrix(),
                colour.transfer(),
                colour.primaries(), colour.fullRange() ? "full" : "limited");
        if (colour.isHighDynamicRange()) {
            return input + ":t=linear:p=bt709:agamma=false:npl=" + REFERENCE_WHITE
                    + ",format=" + planes
                    + "f32le,tonemap=clip:desat=0,zscale=t=bt709:r=full,format=" + planes + ",format=bgra";
        }
        int transfer = OTHER_TRANSFERS.contains(colour.transfer()) ? AVCOL_TRC_BT709 : colour.transfer();
        return input + ":t=" + transfer + ":p=bt709:r=full,format=" + planes + ",format=bgra";
    }
}
