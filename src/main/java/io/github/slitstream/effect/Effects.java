package io.github.slitstream.effect;

import io.github.slitstream.param.BadValue;
import java.util.List;

/** The catalog: every effect there is, in the order it is offered. */
public final class Effects {
    public static final List<EffectType> ALL = List.of(TimeDisplacement.TYPE, ChannelRotation.TYPE, Colour.TYPE,
            Levels.TYPE, Flip.TYPE, Convolution.TYPE, HomographyWarp.TYPE);

    private Effects() {}

    /** @throws BadValue if there is no such effect; the message lists those there are */
    public static EffectType byId(String id) {
        return ALL.stream().filter(type -> type.id().equals(id)).findFirst()
                .orElseThrow(() -> BadValue.unknown("effect", id, ALL.stream().map(EffectType::id).toList()));
    }
}
