package io.github.slitstream.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.effect.Effects;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.param.BadValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresetTest {
    private static final Slot FLIP = Slot.of(Effects.byId("flip"));
    private static final Slot ROTATION = Slot.of(Effects.byId("channel-rotation"));

    @Test
    void everySlotHasAnIdOfItsOwnAndKeepsIt() {
        Preset preset = Preset.empty("x").plus(FLIP).plus(ROTATION).plus(FLIP).plus(FLIP);
        assertEquals(List.of("flip", "channel-rotation", "flip-2", "flip-3"), ids(preset));
        assertEquals(List.of("flip-3", "flip", "channel-rotation", "flip-2"), ids(preset.moved("flip-3", 0)));
        assertEquals(List.of("flip", "channel-rotation", "flip-3"), ids(preset.without("flip-2")));
        assertEquals(List.of("flip", "channel-rotation", "flip-3", "flip-2"),
                ids(preset.without("flip-2").plus(FLIP)));
    }

    @Test
    void underAnotherNameNothingIsSaidOfItThatWasSaidOfTheFirst() {
        Preset shipped = PresetStore.defaultPreset();
        assertEquals(shipped, shipped.keptAs(shipped.name()));
        Preset own = shipped.keptAs("Mine");
        assertEquals("", own.about());
        assertEquals(List.of(), own.tags());
        assertTrue(own.rendersAs(shipped));
    }

    @Test
    void aParameterIsNamedByItsSlot() {
        Preset preset = Preset.empty("x").plus(ROTATION).plus(ROTATION).with("channel-rotation-2.angle", "12");
        assertEquals("angle=40,pair=rg,spin=0,mask=off", preset.slot("channel-rotation").values().toString());
        assertEquals("angle=12,pair=rg,spin=0,mask=off", preset.slot("channel-rotation-2").values().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~',
            textBlock = """
                angle~'angle' names no parameter of a preset: it takes SLOT.PARAMETER, such as channel-rotation.angle
                flop.angle~no slot is called 'flop' (did you mean 'flip'?): there are flip, channel-rotation
                channel-rotation.angel~no parameter is called 'angel' (did you mean 'angle'?): there are angle, pair, spin, mask, mask-amount
                channel-rotation.angle~'far' is not a value of angle: it takes -360 … 360 °
                """)
    void aNameThatIsWrongIsAnsweredWithThoseThereAre(String name, String message) {
        Preset preset = Preset.empty("x").plus(FLIP).plus(ROTATION);
        assertEquals(message, assertThrows(BadValue.class, () -> preset.with(name, "far")).getMessage());
    }

    @Test
    void settingsGivenTogetherMayComeInAnyOrder() {
        Preset start = Preset.empty("x").plus(Slot.of(TimeDisplacement.TYPE)).plus(ROTATION);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("time-displacement.arms", "7");
        settings.put("channel-rotation.angle", "12");
        settings.put("time-displacement.pattern", "angular");
        Preset tuned = start.with(settings);
        assertEquals("7", tuned.slot("time-displacement").values()
                .text(tuned.slot("time-displacement").values().parameter("arms")));
        assertTrue(tuned.slot("channel-rotation").values().toString().startsWith("angle=12"));
        String message = assertThrows(BadValue.class, () -> start.with("time-displacement.arms", "7")).getMessage();
        assertEquals("'arms' is of pattern=angular, spiral, not of pattern=linear, which takes angle; write "
                + "pattern=angular instead of pattern=linear, or leave arms out", message);
    }

    private static List<String> ids(Preset preset) {
        return preset.chain().stream().map(Slot::id).toList();
    }
}
