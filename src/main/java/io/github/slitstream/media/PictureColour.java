package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT2020;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_ARIB_STD_B67;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_SMPTE2084;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ411P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ440P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import io.github.slitstream.frame.FrameSize;
import java.util.Set;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * How samples stand for colours, in the numbers of ITU-T H.273, which FFmpeg uses: as the picture says, or as players
 * take what it does not say. Slitstream's own frames are RGB with the primaries and the transfer of BT.709.
 *
 * @param matrix between RGB and YUV
 * @param fullRange whether black and white are the first and the last number; otherwise 16 and 235 of 255
 */
record PictureColour(int matrix, boolean fullRange, int transfer, int primaries) {
    /** From here on players take BT.709 for what says nothing, BT.601 below. */
    private static final int FIRST_BT709_LINES = 720;
    private static final Set<Integer> FULL_RANGE_FORMATS = Set.of(AV_PIX_FMT_YUVJ420P, AV_PIX_FMT_YUVJ422P,
            AV_PIX_FMT_YUVJ444P, AV_PIX_FMT_YUVJ440P, AV_PIX_FMT_YUVJ411P);

    static PictureColour of(AVFrame picture) {
        int transfer = told(picture.color_trc(), AVCOL_TRC_UNSPECIFIED, AVCOL_TRC_BT709);
        boolean wide = isHighDynamicRange(transfer);
        int primaries = told(picture.color_primaries(), AVCOL_PRI_UNSPECIFIED,
                wide ? AVCOL_PRI_BT2020 : AVCOL_PRI_BT709);
        if ((av_pix_fmt_desc_get(picture.format()).flags() & AV_PIX_FMT_FLAG_RGB) != 0) {
            return new PictureColour(AVCOL_SPC_RGB, true, transfer, primaries);
        }
        int untold = wide ? AVCOL_SPC_BT2020_NCL : usualMatrix(picture.height());
        int matrix = picture.colorspace() == AVCOL_SPC_RGB
                ? untold
                : told(picture.colorspace(), AVCOL_SPC_UNSPECIFIED, untold);
        boolean full = picture.color_range() == AVCOL_RANGE_UNSPECIFIED
                ? FULL_RANGE_FORMATS.contains(picture.format()) || isGrey(picture.format())
                : picture.color_range() == AVCOL_RANGE_JPEG;
        return new PictureColour(matrix, full, transfer, primaries);
    }

    /** With alpha or without. */
    private static boolean isGrey(int format) {
        return av_pix_fmt_desc_get(format).nb_components() <= 2;
    }

    /** What a video of this size is written with: what even players that read no tags take it for. */
    static PictureColour ofOutput(FrameSize size, int pixelFormat) {
        if ((av_pix_fmt_desc_get(pixelFormat).flags() & AV_PIX_FMT_FLAG_RGB) != 0) {
            return new PictureColour(AVCOL_SPC_RGB, true, AVCOL_TRC_BT709, AVCOL_PRI_BT709);
        }
        return new PictureColour(usualMatrix(size.height()), false, AVCOL_TRC_BT709, AVCOL_PRI_BT709);
    }

    private static int usualMatrix(int lines) {
        return lines >= FIRST_BT709_LINES ? AVCOL_SPC_BT709 : AVCOL_SPC_SMPTE170M;
    }

    private static int told(int value, int unspecified, int usual) {
        return value == unspecified ? usual : value;
    }

    boolean isHighDynamicRange() {
        return isHighDynamicRange(transfer);
    }

    private static boolean isHighDynamicRange(int transfer) {
        return transfer == AVCOL_TRC_SMPTE2084 || transfer == AVCOL_TRC_ARIB_STD_B67;
    }
}
