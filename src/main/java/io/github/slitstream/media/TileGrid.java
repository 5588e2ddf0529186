package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_DEFAULT;
import static org.bytedeco.ffmpeg.global.avformat.AV_STREAM_GROUP_PARAMS_TILE_GRID;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;

import io.github.slitstream.frame.FrameSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStreamGroup;
import org.bytedeco.ffmpeg.avformat.AVStreamGroupTileGrid;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/** A picture whose tiles a HEIF or AVIF file keeps one by one, as phones write them. One thread. */
final class TileGrid implements AutoCloseable {
    private final AVFormatContext container = avformat_alloc_context();
    private final String name;

    private TileGrid(String name) {
        this.name = name;
    }

    /**
     * @param name for messages
     * @return null if the file's picture is none of tiles, or no picture
     * @throws IOException if it is damaged or too large
     */
    static @Nullable StillPicture decode(Path file, String name) throws IOException {
        FFmpegLibraries.load();
        try (TileGrid grid = new TileGrid(name)) {
            return grid.open(file) ? grid.picture() : null;
        } catch (FFmpegException failure) {
            throw new IOException(name + " is not a picture that can be read (" + failure.reason()
                    + "); save it again, best as PNG", failure);
        }
    }

    @Override
    public void close() {
        if (!container.isNull()) {
            avformat_close_input(container);
        }
    }

    /** @return whether FFmpeg can, which otherwise is asked again as for a video and says why not */
    private boolean open(Path file) {
        return avformat_open_input(container, VideoInput.file(file).url(), null, null) >= 0
                && avformat_find_stream_info(container, (PointerPointer<?>) null) >= 0;
    }

    private @Nullable StillPicture picture() throws IOException {
        for (int i = 0; i < container.nb_stream_groups(); i++) {
            AVStreamGroup group = container.stream_groups(i);
            boolean main = (group.disposition() & AV_DISPOSITION_DEFAULT) != 0;
            if (main && group.type() == AV_STREAM_GROUP_PARAMS_TILE_GRID) {
                return compose(group, tiles(group));
            }
        }
        return null;
    }

    /** The pictures of the group's streams, by their index. Thumbnails and maps of depth are streams as well. */
    private Map<Integer, StillPicture> tiles(AVStreamGroup group) throws IOException {
        Set<Integer> wanted = new HashSet<>();
        for (int i = 0; i < group.nb_streams(); i++) {
            wanted.add(group.streams(i).index());
        }
        Map<Integer, StillPicture> tiles = new HashMap<>();
        AVPacket packet = av_packet_alloc();
        try {
            while (av_read_frame(container, packet) >= 0) {
                int stream = packet.stream_index();
                if (wanted.remove(stream)) {
                    tiles.put(stream, PictureCodec.decode(container.streams(stream).codecpar(), packet, name));
                }
                av_packet_unref(packet);
            }
            return tiles;
        } finally {
            av_packet_free(packet);
        }
    }

    private StillPicture compose(AVStreamGroup group, Map<Integer, StillPicture> tiles) throws IOException {
        AVStreamGroupTileGrid grid = group.params_tile_grid();
        FrameSize size = PictureLimits.check(grid.width(), grid.height(), name);
        StillPicture composed = new StillPicture(size, new int[size.pixels()]);
        for (int i = 0; i < grid.nb_tiles(); i++) {
            StillPicture tile = tiles.get(group.streams(grid.offsets_idx(i)).index());
            if (tile == null) {
                throw new IOException(name + " is damaged: one of its tiles is missing; copy it again");
            }
            composed.put(tile, grid.offsets_horizontal(i) - grid.horizontal_offset(),
                    grid.offsets_vertical(i) - grid.vertical_offset());
        }
        return composed.upright(orientation(grid));
    }

    private static Orientation orientation(AVStreamGroupTileGrid grid) {
        AVPacketSideData found = grid.nb_coded_side_data() == 0
                ? null
                : av_packet_side_data_get(grid.coded_side_data(), grid.nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
        if (found == null) {
            return Orientation.UPRIGHT;
        }
        IntPointer matrix = new IntPointer(found.data());
        return Orientation.ofMatrix(matrix.get(0), matrix.get(1), matrix.get(3), matrix.get(4));
    }
}
