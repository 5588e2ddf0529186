package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;

/** Phones store upright pictures lying down, front cameras mirrored, with a matrix that says how to show them. */
final class DisplayMatrix {
    private DisplayMatrix() {}

    /** Upright where neither the picture nor its stream says anything. */
    static Orientation orientation(AVFrame picture, AVCodecParameters parameters) {
        AVFrameSideData ofPicture = av_frame_get_side_data(picture, AV_FRAME_DATA_DISPLAYMATRIX);
        if (ofPicture != null) {
            return orientation(ofPicture.data());
        }
        AVPacketSideData ofStream = av_packet_side_data_get(parameters.coded_side_data(),
                parameters.nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
        return ofStream == null ? Orientation.UPRIGHT : orientation(ofStream.data());
    }

    private static Orientation orientation(BytePointer matrix) {
        IntPointer rows = new IntPointer(matrix);
        return Orientation.ofMatrix(rows.get(0), rows.get(1), rows.get(3), rows.get(4));
    }
}
