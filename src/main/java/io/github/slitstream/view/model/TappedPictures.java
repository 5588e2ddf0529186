package io.github.slitstream.view.model;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.outlet.PictureExchange;
import io.github.slitstream.engine.outlet.Tap;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.PixelShape;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SourceInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What pictures are like that are recorded now.
 *
 * @param framesPerSecond nominal
 */
record TappedPictures(FrameSize size, PixelShape pixels, double framesPerSecond) {
    private static final double USUAL_RATE = 30;

    /** Nothing before the first picture. */
    static Optional<TappedPictures> of(Player player, Tap tap) {
        Optional<SourceInfo> source = StatusText.info(player.source());
        double rate = source.map(SourceInfo::framesPerSecond).orElse(USUAL_RATE);
        return Optional.ofNullable(player.outlets().shown()).map(PictureExchange::size)
                .map(shown -> tap == Tap.AFTER_EFFECTS ? shown : source.map(SourceInfo::size).orElse(shown))
                .map(size -> new TappedPictures(size, StatusText.pixels(player.source()), rate));
    }

    SinkRequest request(String address, @Nullable SoundFormat sound) {
        return new SinkRequest(address, size, pixels, framesPerSecond, sound);
    }
}
