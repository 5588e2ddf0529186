package io.github.slitstream.effect;

import io.github.slitstream.param.BadValue;
import java.util.List;
import java.util.Map;

/** The catalog: every effect there is, in the order it is offered. */
public final class Effects {
    public static final List<EffectType> ALL = List.of(TimeDisplacement.TYPE, Echo.TYPE, TimeWarp.TYPE,
            ChannelRotation.TYPE,
            Colour.TYPE,
            Levels.TYPE, Curves.TYPE, Threshold.TYPE, LookUpTable.TYPE, ChromaKey.TYPE, Vignette.TYPE, Grain.TYPE,
            Convolution.TYPE, EdgeGlow.TYPE, Pixelation.TYPE, Flip.TYPE, Tiles.TYPE, Kaleidoscope.TYPE,
            HomographyWarp.TYPE, Feedback.TYPE);

    /** What is an effect of its own in other programs, and how it is written here. */
    private static final Map<String, String> ELSEWHERE = Map.of("blur", "convolution:filter=blur", "sharpen",
            "convolution:filter=sharpen", "emboss", "convolution:filter=emboss", "posterize", "levels:steps=4",
            "negative", "levels:negative=true", "mirror", "flip", "greyscale", "colour:saturation=0", "perspective",
            "homography");

    private Effects() {}

    /** @throws BadValue if there is no such effect; the message says how it is written, or lists those there are */
    public static EffectType byId(String id) {
        return ALL.stream().filter(type -> type.id().equals(id)).findFirst().orElseThrow(() -> unknown(id));
    }

    private static BadValue unknown(String id) {
        String here = ELSEWHERE.get(id);
        return here == null
                ? BadValue.unknown("effect", id, ALL.stream().map(EffectType::id).toList())
                : new BadValue("no effect is called '" + id + "': write " + here);
    }
}
