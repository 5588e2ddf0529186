package io.github.slitstream.effect;

import io.github.slitstream.param.BadValue;
import java.util.List;

/** The catalog: every effect there is, in the order it is offered. */
public final class Effects {
    public static final List<EffectType> ALL = List.of(TimeDisplacement.TYPE, Echo.TYPE, TimeWarp.TYPE,
            ChannelRotation.TYPE,
            Colour.TYPE,
            Levels.TYPE, Curves.TYPE, Threshold.TYPE, LookUpTable.TYPE, ChromaKey.TYPE, Vignette.TYPE, Grain.TYPE,
            Convolution.TYPE, EdgeGlow.TYPE, Pixelation.TYPE, Flip.TYPE, Tiles.TYPE, Kaleidoscope.TYPE,
            HomographyWarp.TYPE, Feedback.TYPE);

    private Effects() {}

    /** @throws BadValue if there is no such effect; the message lists those there are */
    public static EffectType byId(String id) {
        return ALL.stream().filter(type -> type.id().equals(id)).findFirst()
                .orElseThrow(() -> BadValue.unknown("effect", id, ALL.stream().map(EffectType::id).toList()));
    }
}
